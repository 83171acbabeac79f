import Diagnostics

extension CommonMarkChecks {
  /// Bodies that no person wrote.
  static let bodyLimits = Check(
    "body-limits", .syntax, .error,
    summary: "A body is no deeper and no wider than a page can be.",
    explanation: """
      Looks at how deep quotes and lists are nested (\(Limits.blockDepth) levels), how many columns \
      a table has (\(Limits.tableColumns.grouped)), how many cells a table's short rows leave out \
      (\(Limits.addedCells.grouped)), how many links (\(Limits.links.grouped)) and notes \
      (\(Limits.notes.grouped)) a body has, and how many images are opened in one paragraph \
      (\(Limits.imageOpeners.grouped)). Beyond that no browser shows a page that can be read, and \
      some parsers need minutes.

          > > > > > > > > > > > > …

      Such a text is most often the result of a broken conversion; write the part again.

      Source: house rule, from the times measured with libcmark 0.30.2.
      """,
    canBeWaived: false)
}

extension PreparedBody {
  /// The first citation or definition of a note that is too many.
  fileprivate var firstNoteBeyondLimit: Range<Int>? {
    let rest = max(0, Limits.notes - definitions.count)
    if definitions.count > Limits.notes { return definitions[Limits.notes].range }
    return citations.count > rest ? citations[rest].range : nil
  }
}

/// What is said of a body that is too large in a part.
enum BodyLimits {
  /// What keeps a body away from cmark, or nil.
  ///
  /// With lists nested on one line, each blank line after it costs cmark as many steps as there
  /// are levels; images that are left open cost quadratic time. O(n).
  static func refusal(of body: PreparedBody, in file: SourceFile) -> Diagnostic? {
    if body.scan.imageOpeners > Limits.imageOpeners {
      return Diagnostic(
        CommonMarkChecks.bodyLimits,
        "'![' stands more than \(Limits.imageOpeners.grouped) times in one paragraph",
        at: Diagnostic.Label(Span(file, body.range), "shown as plain text"),
        help: "part the paragraph")
    }
    if let first = body.firstNoteBeyondLimit {
      return Diagnostic(
        CommonMarkChecks.bodyLimits,
        "a body has more than \(Limits.notes.grouped) notes and citations of notes",
        at: Diagnostic.Label(Span(file, first), "the first of too many"),
        notes: ["the body is shown as plain text"], help: "part the report")
    }
    guard body.scan.longestLine > Limits.blockDepth else { return nil }
    for index in body.scan.lineStarts.indices {
      let line = body.scan.line(index, in: body.source)
      guard line.count > Limits.blockDepth else { continue }
      let prefix = LinePrefix(of: line, in: body.source, listMarkers: true)
      if prefix.quotes + prefix.markers > Limits.blockDepth {
        return tooDeep(at: Span(file, line.lowerBound..<prefix.end))
      }
    }
    return nil
  }

  static func tooDeep(at span: Span) -> Diagnostic {
    Diagnostic(
      CommonMarkChecks.bodyLimits,
      "quotes and lists are nested more than \(Limits.blockDepth) deep here",
      at: Diagnostic.Label(span), help: "write the part again with fewer levels")
  }

  static func tooManyLinks(at span: Span) -> Diagnostic {
    Diagnostic(
      CommonMarkChecks.bodyLimits,
      "a body has more than \(Limits.links.grouped) links",
      at: Diagnostic.Label(span, "too many from here on"), notes: ["the others are shown as text"],
      help: "part the report")
  }

  static func tooWide(at span: Span) -> Diagnostic {
    Diagnostic(
      CommonMarkChecks.bodyLimits, "a table has more than \(Limits.tableColumns.grouped) columns",
      at: Diagnostic.Label(span, "shown as text"), help: "part the table, or offer it as a file")
  }

  static func tooManyAddedCells(at span: Span) -> Diagnostic {
    Diagnostic(
      CommonMarkChecks.bodyLimits,
      "rows leave out more than \(Limits.addedCells.grouped) cells of their tables",
      at: Diagnostic.Label(span), help: "write the rows in full, or offer the table as a file")
  }
}
