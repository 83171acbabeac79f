import Diagnostics

extension Check {
  /// Places that links lead to and that a page's templates do not have.
  static let missingAnchor = Check(
    "missing-anchor", .templates, .error,
    summary: "A page has every place that the generator's links lead to.",
    explanation: """
      Drawings, contents lists and other pages lead to places within a page, and the template gives \
      an element the id of each: the reference that `findings templates` prints names them. Where the \
      element stands in a section, it is there whenever there is something to lead to.

          <h2 id="area.history">History</h2>
      """,
    canBeWaived: false)
}

extension Diagnostic {
  static func missingAnchor(
    _ anchor: PageTemplate.Anchor, page: String, file: SourceFile
  ) -> Diagnostic {
    Diagnostic(
      .missingAnchor, "'\(anchor.id)' is no place of page '\(page)'",
      at: Label(Span(startOf: file)),
      notes: ["links lead there, to \(anchor.documentation)"],
      help: "write 'id=\"\(anchor.id)\"' in the tag of the element where that stands")
  }
}
