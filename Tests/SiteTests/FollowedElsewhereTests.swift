import Testing

@testable import Site

/// A follow-up of two areas that follows a report on one of them says nothing of the other.
struct FollowedElsewhereTests {
  private static func files(asked: String, visited: String) -> [String: String] {
    [
      "areas/south.md": "title: South\nkind: region\norganisation: agency",
      "reports/asked.md": """
      title: What was asked
      publisher: ofsted
      framework: round
      \(asked)
      published: 2009-06
      overall: good
      recommendations:
        - {id: 1, text: Mend it., to: [agency]}
        - {id: 2, text: Mend that., to: [agency]}
      """,
      "reports/both.md": """
      title: A look at both
      kind: monitoring
      publisher: ofsted
      framework: round
      \(visited)
      published: 2011-02
      fieldwork: 2011-01-10/2011-01-12
      follows: asked
      progress:
        - {recommendation: 1, judgement: satisfactory}
        - {recommendation: 2, judgement: inadequate}
      closes: [{recommendation: 1, as: implemented}]
      """,
    ]
  }

  @Test(arguments: [
    // What was asked of South is followed up in South alone.
    ("kind: inspection\narea: south", "areas: [north, south]", "south", true),
    ("kind: inspection\narea: south", "areas: [north, south]", "north", false),
    // Of no area, of both, and of another area: whoever was visited is told of it.
    ("kind: thematic", "areas: [north, south]", "north", true),
    ("kind: inspection\nareas: [north, south]", "areas: [north, south]", "north", true),
    ("kind: inspection\narea: south", "area: north", "north", true),
  ])
  func `an area is told of what was followed up there`(
    asked: String, visited: String, area: String, isTold: Bool
  ) throws {
    let page = try site(Self.files(asked: asked, visited: visited)).rendered("areas/\(area)/")
    #expect(page.contains("A look at both"))
    #expect(page.contains("Satisfactory progress") == isTold)
    #expect(page.contains("It closes") == isTold)
    #expect(page.contains(/Progress (in|on) [^.]*2011/) == isTold)
  }
}
