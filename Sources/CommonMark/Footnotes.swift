import Diagnostics

extension CommonMarkChecks {
  /// Footnotes and their citations.
  static let footnote = Check(
    "footnote", .structure, .error,
    summary: "Every footnote is defined once, has a text and is cited.",
    explanation: """
      Looks at each `[^label]` and `[^label]:` outside code, and at `note:` links. A citation \
      without a note leaves the reader without the evidence; a note that nothing cites would not \
      be shown; of two with one label only the first would.

          Reports were late.[^9]

          [^8]: Table 3 of the annex.

      Labels are compared without regard to case and hold no space. Notes are numbered in order of \
      first citation, whatever their labels are.

      Source: cmark-gfm 0.29; docs/writing.md.
      """)
}

/// Citations, and the section of notes at the end of a body.
extension BodyRenderer {
  /// Takes the definitions out of the tree, wherever they stand.
  mutating func collectDefinitions(_ tree: inout CommonMarkTree) {
    guard !prepared.definitions.isEmpty else { return }
    var items: [(item: TreeNode, mark: Int)] = []
    var node: TreeNode? = tree.root
    while let current = node {
      if current.kind == .item, let first = current.firstChild, first.kind == .heading,
        let mark = first.firstChild.flatMap({ Mark.leading($0.literal) }), mark.mark == .definition
      {
        items.append((current, mark.index))
      }
      node = Self.nextBlock(after: current)
    }
    for (item, mark) in items {
      let list = item.parent
      tree.detach(item)
      if let list, list.firstChild == nil { tree.detach(list) }
      define(prepared.definitions[mark], item)
    }
  }

  private mutating func define(_ mark: DefinitionMark, _ item: TreeNode) {
    let place = Span(file, mark.range)
    let id = slugs.unique("note-" + Slugs.slug(Array(mark.label.utf8)[...]))
    let definition = NoteList.Definition(
      label: mark.label, item: item, id: id, mark: place, span: span(of: item))
    let name = label(at: mark.range)
    if let first = notes.add(definition) {
      diagnostics.append(.footnoteRepeated(name, at: place, first: first.mark))
    } else if item.firstChild?.next == nil {
      diagnostics.append(.footnoteEmpty(name, at: place))
    }
  }

  /// Writes the citation that a mark stands for.
  mutating func citation(_ mark: Int) {
    let citation = prepared.citations[mark]
    let place = Span(file, citation.range)
    guard let index = notes.index(of: citation.label) else {
      let name = label(at: citation.range)
      report(
        CommonMarkChecks.footnote, "'\(name)' is cited but not defined",
        at: Diagnostic.Label(place, "no '[^\(name)]:' outside code"),
        help: notes.nearest(to: citation.label).map { "did you mean '\($0)'?" }
          ?? "define it at the start of a line: '[^\(name)]: …'")
      output.escaped(prepared.source[citation.range])
      return
    }
    let number = notes.number(index, citedIn: numbering.current)
    output.markup("<sup class=\"citation\">")
    if link == nil {
      let count = notes.citationCount(index) + 1
      let base = notes.definitions[index].id + "-citation"
      let id = slugs.unique(count == 1 ? base : "\(base)-\(count)")
      notes.cite(index, id: id)
      output.markup("<a id=\"")
      output.escaped(id.utf8)
      output.markup("\" href=\"#")
      output.escaped(notes.definitions[index].id.utf8)
      output.markup("\" role=\"doc-noteref\">")
      output.number(number)
      output.markup("</a></sup>")
    } else {
      report(
        CommonMarkChecks.footnote, "'\(label(at: citation.range))' is cited inside a link",
        at: Diagnostic.Label(place, "a link cannot hold another"),
        help: "put the citation after the link")
      output.number(number)
      output.markup("</sup>")
    }
  }

  /// Opens a `note:9` link.
  mutating func openNoteLink(_ label: String, _ address: [UInt8]) -> OpenLink.Form {
    guard let index = notes.index(of: label.lowercased()) else {
      report(
        CommonMarkChecks.footnote, "'\(label)' is not a note of this body",
        at: Diagnostic.Label(span(ofNext: address)),
        help: notes.nearest(to: label.lowercased()).map { "did you mean '\($0)'?" })
      return .text(isReported: true)
    }
    output.markup("<a href=\"#")
    output.escaped(notes.definitions[index].id.utf8)
    output.markup("\">")
    return .anchor
  }

  /// The next block of a document, in order, that may hold blocks or be one.
  private static func nextBlock(after node: TreeNode) -> TreeNode? {
    switch node.kind {
    case .document, .quote, .list, .item:
      if let child = node.firstChild { return child }
    default: break
    }
    var node = node
    while true {
      if let next = node.next { return next }
      guard let parent = node.parent else { return nil }
      node = parent
    }
  }

  /// What an author wrote between `[^` and `]`.
  private func label(at range: Range<Int>) -> String {
    let text = prepared.source[range].dropFirst(2).prefix { $0 != UInt8(ascii: "]") }
    return String(decoding: text, as: UTF8.self)
  }
}

/// The section of notes.
extension BodyRenderer {
  /// Writes the notes that are cited, in order of first citation; a note may cite further notes.
  mutating func renderNotes() {
    let start = output.html.count
    var place = 0
    while place < notes.order.count {
      let definition = notes.definitions[notes.order[place]]
      if place == 0 { openNotes() }
      notes.current = definition.item
      numbering.current = definition.paragraph
      output.markup("<li id=\"")
      output.escaped(definition.id.utf8)
      output.markup("\">\n")
      render(definition.item)
      if notes.noteEnds.count == place {
        output.startLine()
        output.markup("<p>")
        notes.noteEnds.append(output.html.count)
        output.markup("</p>\n")
      }
      output.markup("</li>\n")
      place += 1
    }
    numbering.current = nil
    if place > 0 {
      output.markup("</ol>\n</section>\n")
      insertBackLinks(from: start)
    }
    for definition in notes.definitions where definition.number == nil {
      diagnostics.append(.footnoteNotCited(definition.label, at: definition.mark))
    }
  }

  /// Whether a paragraph is the last block of the note that is being written.
  func isEndOfNote(_ paragraph: TreeNode) -> Bool {
    guard let note = notes.current, paragraph.next == nil else { return false }
    return paragraph.parent == note
  }

  private mutating func openNotes() {
    output.startLine()
    output.markup("<section class=\"notes\" role=\"doc-endnotes\" aria-label=\"")
    output.escaped(options.words.notes.utf8)
    output.markup("\">\n<ol>\n")
  }

  /// Puts a link to each citation at the end of each note; only now are all citations known.
  private mutating func insertBackLinks(from start: Int) {
    let written = output.html
    output.html.removeSubrange(start...)
    var last = start
    var shifts: [Int] = []
    for (place, end) in notes.noteEnds.enumerated() {
      output.html.append(contentsOf: written[last..<end])
      let before = output.html.count
      let definition = notes.definitions[notes.order[place]]
      for (index, id) in definition.citations.enumerated() {
        backLink(to: id, note: place + 1, citation: index + 1)
      }
      shifts.append((shifts.last ?? 0) + output.html.count - before)
      last = end
    }
    output.html.append(contentsOf: written[last...])
    for index in references.indices where references[index].open >= start {
      let reference = references[index]
      references[index] = reference.moved(
        open: reference.open + shift(of: reference.open, shifts),
        close: reference.close + shift(of: reference.close, shifts))
    }
  }

  /// How far a place has moved: by all that was inserted before it, not by what was at it.
  private func shift(of offset: Int, _ shifts: [Int]) -> Int {
    var low = 0
    var high = notes.noteEnds.count
    while low < high {
      let middle = (low + high) / 2
      if notes.noteEnds[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : shifts[low - 1]
  }

  private mutating func backLink(to id: String, note: Int, citation: Int) {
    if output.html.last != UInt8(ascii: ">") || citation > 1 {
      output.html.append(UInt8(ascii: " "))
    }
    output.markup("<a class=\"back-link\" href=\"#")
    output.escaped(id.utf8)
    output.markup("\" role=\"doc-backlink\" aria-label=\"")
    output.escaped(options.words.backToCitation.utf8)
    output.markup(" ")
    output.number(note)
    if citation > 1 {
      output.markup("-")
      output.number(citation)
    }
    output.markup("\">↩")
    if citation > 1 {
      output.markup("<sup>")
      output.number(citation)
      output.markup("</sup>")
    }
    output.markup("</a>")
  }
}

extension Reference {
  /// The same reference at other places of the HTML.
  fileprivate func moved(open: Int, close: Int) -> Reference {
    Reference(
      kind: kind, scheme: scheme, target: target, text: text, title: title, span: span,
      paragraph: paragraph, isInBox: isInBox, open: open, close: close)
  }
}

extension Diagnostic {
  fileprivate static func footnoteRepeated(
    _ label: String, at span: Span, first: Span
  ) -> Diagnostic {
    Diagnostic(
      CommonMarkChecks.footnote, "'\(label)' is defined twice", at: Label(span, "not shown"),
      secondary: [Label(first, "the first")], help: "give one of the notes another label")
  }

  fileprivate static func footnoteEmpty(_ label: String, at span: Span) -> Diagnostic {
    Diagnostic(
      CommonMarkChecks.footnote, "'\(label)' is a note without text", at: Label(span),
      help: "write its text after the colon, or indented by four spaces below")
  }

  fileprivate static func footnoteNotCited(_ label: String, at span: Span) -> Diagnostic {
    Diagnostic(
      CommonMarkChecks.footnote, "'\(label)' is a note that nothing cites",
      at: Label(span, "not shown"), help: "cite it with '[^\(label)]' or take it out")
  }
}
