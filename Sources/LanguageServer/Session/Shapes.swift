import Diagnostics
import Inspections

/// Turns what features find into the protocol's words, with the places of one state of the project.
struct Shapes {
  /// Where the project is.
  let place: ProjectPlace
  /// The texts that places are counted in, by path.
  let text: (String) -> PlacedText?
  /// The address by which the editor knows a file that it has open.
  let openAddress: (String) -> String?

  init(_ state: any ProjectState, open: [String: TextDocument], place: ProjectPlace) {
    self.place = place
    openAddress = { open[$0]?.address }
    var texts = open.mapValues(\.text)
    text = { path in
      if let known = texts[path] { return known }
      let text = state.text(of: path).map(PlacedText.init)
      texts[path] = text
      return text
    }
  }

  func address(of path: String) -> String { openAddress(path) ?? place.address(of: path) }

  func range(of span: Span) -> TextRange {
    let start = TextPosition(0, 0)
    return text(span.file.path)?.range(of: span.range) ?? TextRange(start, start)
  }

  func location(_ span: Span) -> OrderedJSON {
    .object([
      ("uri", .string(address(of: span.file.path))), ("range", range(of: span).json),
    ])
  }

  // MARK: - Diagnostics

  func diagnostic(_ diagnostic: Diagnostic) -> OrderedJSON {
    let related = diagnostic.secondary.map { label in
      OrderedJSON.object([
        ("location", location(label.span)), ("message", .string(label.text)),
      ])
    }
    return .fields([
      "range": range(of: diagnostic.primary.span).json,
      "severity": .number(diagnostic.level.severity), "code": .string(diagnostic.check.name),
      "source": .string("findings"), "message": .string(diagnostic.words),
      "relatedInformation": .list(related),
    ])
  }

  // MARK: - Completion

  func completion(
    _ completion: Completion, typed: String, in text: PlacedText, inMarkdown: Bool
  ) -> OrderedJSON {
    let chosen = completion.chosen(by: typed)
    let range = text.range(of: completion.word).json
    let items = chosen.proposals.enumerated().map { rank, proposal in
      OrderedJSON.fields([
        "label": .string(proposal.label), "kind": .number(proposal.kind.rawValue),
        "detail": .text(proposal.detail),
        "documentation": proposal.documentation.isEmpty
          ? nil : words(proposal.documentation, inMarkdown: inMarkdown),
        // Titles are sought as well as ids.
        "filterText": .string(
          typed.isEmpty || proposal.label.lowercased().contains(typed.lowercased())
            ? proposal.label : "\(typed) \(proposal.label)"),
        "sortText": .string(String(String(rank + 10_000).dropFirst())),
        "textEdit": .object([("range", range), ("newText", .string(proposal.insertion))]),
      ])
    }
    return .object([("isIncomplete", .bool(!chosen.isWhole)), ("items", .array(items))])
  }

  /// Markdown, or for an editor that takes none the same without the signs that we put in.
  func words(_ markdown: String, inMarkdown: Bool) -> OrderedJSON {
    guard inMarkdown else {
      return .string(markdown.split(separator: "**", omittingEmptySubsequences: false).joined())
    }
    return .object([("kind", .string("markdown")), ("value", .string(markdown))])
  }

  // MARK: - Changes

  func edit(_ edit: Renaming.Edit) -> OrderedJSON {
    .object([("range", range(of: edit.span).json), ("newText", .string(edit.text))])
  }

  /// Changes of files, each with the version that the editor has of it.
  func documentEdits(
    _ edits: [Renaming.Edit], version: (String) -> Int?
  ) -> [OrderedJSON] {
    var paths: [String] = []
    for edit in edits where paths.last != edit.span.file.path { paths.append(edit.span.file.path) }
    return paths.map { path in
      .object([
        (
          "textDocument",
          .object([
            ("uri", .string(address(of: path))),
            ("version", version(path).map(OrderedJSON.number) ?? .null),
          ])
        ),
        ("edits", .array(edits.filter { $0.span.file.path == path }.map(edit))),
      ])
    }
  }

  func symbol(_ symbol: DocumentSymbol, in text: PlacedText) -> OrderedJSON {
    .fields([
      "name": .string(symbol.name.isEmpty ? "…" : symbol.name), "detail": .text(symbol.detail),
      "kind": .number(symbol.kind.rawValue), "range": text.range(of: symbol.bytes).json,
      "selectionRange": text.range(of: symbol.nameBytes).json,
      "children": .list(symbol.children.map { self.symbol($0, in: text) }),
    ])
  }
}

extension Diagnostic {
  /// All that it says, as on a terminal but for the places.
  var words: String {
    ([message] + notes.map { "note: \($0)" } + (help.map { ["help: \($0)"] } ?? []))
      .joined(separator: "\n")
  }
}

extension Level {
  /// The protocol's number.
  var severity: Int {
    switch self {
    case .error: 1
    case .warning: 2
    case .notice: 3
    }
  }
}
