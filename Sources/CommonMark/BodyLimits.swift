import Diagnostics

extension CommonMarkChecks {
  /// Bodies that no person wrote.
  static let bodyLimits = Check(
    "body-limits", .syntax, .error,
    summary: "A body is no deeper and no wider than a page can be.",
    explanation: """
      Looks at how deep quotes and lists are nested (100 levels), how many columns a table has \
      (1,000), how many cells a table's short rows leave out (100,000) and how many images are \
      opened in one paragraph (1,000). Beyond that no browser shows a page that can be read, and \
      some parsers need minutes.

          > > > > > > > > > > > > …

      Such a text is most often the result of a broken conversion; write the part again.

      Source: house rule, from the times measured with libcmark 0.30.2.
      """,
    canBeWaived: false)
}

/// How large the parts of a body may be, and what is said beyond.
enum BodyLimits {
  /// The most block quotes, lists and items inside one another that are written as such.
  static let deepestBlock = 100
  /// The most `![` in one paragraph; cmark 0.30.2 takes quadratic time for those left open.
  static let mostImageOpeners = 1_000
  /// The most empty cells that are added where rows are shorter than their table's header.
  static let mostAddedCells = 100_000
  /// The most bytes of a box's label.
  static let longestBoxLabel = 80

  /// What keeps a body away from cmark, or nil.
  ///
  /// With lists nested on one line, each blank line after it costs cmark as many steps as there
  /// are levels. O(n).
  static func refusal(of body: PreparedBody, in file: SourceFile) -> Diagnostic? {
    if body.scan.imageOpeners > mostImageOpeners {
      return Diagnostic(
        CommonMarkChecks.bodyLimits, "'![' stands more than 1000 times in one paragraph",
        at: Diagnostic.Label(Span(file, body.range), "shown as plain text"),
        help: "part the paragraph")
    }
    guard body.scan.longestLine > deepestBlock else { return nil }
    for index in body.scan.lineStarts.indices {
      let line = body.scan.line(index, in: body.source)
      guard line.count > deepestBlock else { continue }
      let prefix = LinePrefix(of: line, in: body.source, listMarkers: true)
      if prefix.quotes + prefix.markers > deepestBlock {
        return tooDeep(at: Span(file, line.lowerBound..<prefix.end))
      }
    }
    return nil
  }

  static func tooDeep(at span: Span) -> Diagnostic {
    Diagnostic(
      CommonMarkChecks.bodyLimits, "quotes and lists are nested more than 100 deep here",
      at: Diagnostic.Label(span), help: "write the part again with fewer levels")
  }

  static func tooWide(at span: Span) -> Diagnostic {
    Diagnostic(
      CommonMarkChecks.bodyLimits, "a table has more than 1000 columns",
      at: Diagnostic.Label(span, "shown as text"), help: "part the table, or offer it as a file")
  }

  static func tooManyAddedCells(at span: Span) -> Diagnostic {
    Diagnostic(
      CommonMarkChecks.bodyLimits, "rows leave out more than 100000 cells of their tables",
      at: Diagnostic.Label(span), help: "write the rows in full, or offer the table as a file")
  }
}
