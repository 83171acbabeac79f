import Diagnostics
import Inspections
import Testing

/// What is said of what the register lacks while a report cannot be read: only what that report cannot be.
struct LostReportTests {
  private static func report(_ area: String, _ lines: String = "") -> String {
    """
    ---
    title: A report
    kind: inspection
    publisher: ofsted
    framework: later
    area: \(area)
    published: 2008-02
    \(lines)
    ---
    """
  }

  private static let asked =
    "recommendations: [{id: 1, text: Answer every complaint., due: within 3 months}]"

  /// Two areas, each with a report that asked for something and nobody followed up, and a report that
  /// cannot be read.
  private static func files(_ lost: String) -> [String: String] {
    [
      "frameworks/later.md": """
      ---
      title: The round of 2007, with a rule
      inspectorate: ofsted
      rules: [{rule: reinspect-within, value: 3 years, status: in force}]
      ---
      """,
      "areas/south.md": "---\ntitle: South\nkind: region\norganisation: agency\nfrom: 2001\n---\n",
      "reports/north-2008.md": report("north", asked),
      "reports/south-2008.md": report("south", asked),
      "reports/lost.md": lost,
    ]
  }

  /// The areas of which a check speaks.
  private func areas(_ check: String, _ lost: String) -> [String] {
    let found = SpecRegister(Self.files(lost)).diagnostics
    #expect(found.contains { $0.level == .error && $0.primary.span.file.path == "reports/lost.md" })
    return found.filter { $0.check.name == check }.map { diagnostic in
      let file = diagnostic.primary.span.file.path
      return ["north", "south"].first { file.contains($0) } ?? file
    }.sorted()
  }

  /// Front matter without a title, so that no record can be made of it.
  private static func untitled(_ lines: String) -> String { "---\n\(lines)\n---\n" }

  private static let both = ["north", "south"]

  @Test(arguments: [
    // It says what it follows.
    (untitled("kind: monitoring\nfollows: north-2008"), ["south"]),
    (untitled("kind: monitoring\nfollows: [north-2008, south-2008]"), []),
    (untitled("kind: inspection\narea: north\nfollows: north-2008"), ["south"]),
    // A name that no report has may stand for any.
    (untitled("kind: monitoring\nfollows: nroth-2008"), []),
    // A visit that does not is of its area; one of no area, or of an unknown one, may be of any.
    (untitled("kind: monitoring\narea: south"), ["north"]),
    (untitled("kind: monitoring\nareas: [south]"), ["north"]),
    (untitled("kind: monitoring\narea: suoth"), []), (untitled("kind: monitoring"), []),
    (untitled("kind: monitoring\nfollows: {id: north-2008}"), []),
    // What follows nothing is no visit, unless a misspelt key may say otherwise.
    (untitled("kind: inspection\npublisher: ofsted"), both),
    (untitled("kind: inspection\nfolows: north-2008"), []),
    (untitled("kind: inspektion"), []),
    // What is read beside a mistake counts; what is not there may be what the mistake hides.
    ("---\nkind: inspection\ntitle: A: b: c\nfollows: north-2008\n---\n", ["south"]),
    (
      "---\ntitle: Visit\nkind: inspection\npublisher: ofsted\narea: south\nx: y: z\n---\n",
      ["north"]
    ),
    ("no front matter", []),
  ])
  func `a recommendation is said to be followed up by nobody unless the report may be the visit`(
    lost: String, said: [String]
  ) {
    #expect(areas("never-followed-up", lost) == said)
  }

  @Test(arguments: [
    (untitled("kind: inspection\narea: south"), ["north"]),
    (untitled("kind: inspection\nareas: [north, south]"), []),
    (untitled("kind: inspection"), []), (untitled("kind: inspektion\narea: north"), ["south"]),
    (untitled("kind: thematic\narea: south"), both),
    (untitled("kind: monitoring\narea: south\nfollows: south-2008"), both),
    // A visit that grades is an inspection.
    (untitled("kind: monitoring\narea: south\nfollows: south-2008\noverall: good"), ["north"]),
    (
      untitled(
        "kind: monitoring\narea: south\nfollows: south-2008\njudgements: [{aspect: x, grade: y}]"),
      ["north"]
    ),
  ])
  func `an area is said to be due for inspection unless the report may be that`(
    lost: String, said: [String]
  ) {
    #expect(areas("reinspection-overdue", lost) == said)
  }
}
