internal import Diagnostics

// The words for YAML that libyaml accepts and this register does not.

extension FrontMatterChecks {
  static let duplicateKey = Check(
    "duplicate-key", .syntax, .error,
    summary: "A field stands once in its mapping.",
    explanation: """
      YAML readers differ on what a repeated field means: some take the first value, some the last.
      Here neither is trusted. The first value is kept so that the rest of the file can be checked,
      and nothing is published until one of the two is gone.

      ```yaml
      published: 2008-02
      area: east-midlands
      published: 2008-03    # the second 'published'
      ```

      To put it right, decide which value is true and delete the other line.

      Source: YAML 1.2.2, section 3.2.1.1: the keys of a mapping are unique.
      """,
    canBeWaived: false)
}

extension Diagnostic {
  static func duplicateKey(_ key: String, at span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      FrontMatterChecks.duplicateKey, "'\(key)' stands here twice", at: Label(span, "again"),
      secondary: [Label(first, "first here")], help: "keep one of the two")
  }

  static func dashWithoutSpace(
    _ bytes: [UInt8], _ place: Int, limit: Int, _ file: SourceFile
  ) -> Diagnostic {
    let line = bytes[place..<endOfLine(bytes, place, limit: limit)]
    let words = String(decoding: line.prefix(200), as: UTF8.self).trimmingEnds.cut(to: 40)
    let dash = Span(file, place..<place + 1)
    // A space of another kind is no space to YAML.
    let wide = words.dropFirst().unicodeScalars.prefix {
      $0.value >= 0x80 && $0.properties.isWhitespace
    }
    let end = wide.reduce(place + 1) { $0 + UTF8.width($1) }
    return yaml(
      "'\(words)' has no space after its '-'", at: Label(dash, "a space is due after this"),
      notes: ["an entry of a list is written '- entry'"], help: "write '- '",
      fix: Fix(Span(file, place..<end), replacement: "- "))
  }

  static func mergeKey(at span: Span) -> Diagnostic {
    yaml(
      "'<<' is not a field", at: Label(span, "a merge key"),
      notes: ["mappings cannot be merged into one another here"], help: "write the fields out")
  }

  static func emptyKey(at span: Span) -> Diagnostic {
    yaml(
      "a field has no name", at: Label(span, "a name is due here"),
      help: "write a name before ':'")
  }

  static func aliasKey(_ name: String, at span: Span) -> Diagnostic {
    yaml(
      "'*\(name)' is used as the name of a field", at: Label(span, "an alias"),
      help: "write the name out")
  }

  static func collectionKey(at span: Span) -> Diagnostic {
    yaml(
      "a list or mapping is used as the name of a field", at: Label(span, "not a name"),
      notes: ["the name of a field is plain text"],
      help: "if these brackets are text, put the whole of it into quotes")
  }

  static func unknownAnchor(_ name: String, known: [String], at span: Span) -> Diagnostic {
    let nearest = NearMiss.of(name, among: known)
    return yaml(
      "'*\(name)' refers to an anchor that does not stand above it", at: Label(span, "an alias"),
      notes: known.isEmpty ? [] : ["anchors are \(known.map { "&" + $0 }.joined(separator: ", "))"],
      help: nearest.map { "did you mean '*\($0)'?" }
        ?? "if the '*' is text, put the value into quotes")
  }

  static func aliasInsideAnchor(_ name: String, at span: Span) -> Diagnostic {
    yaml(
      "'*\(name)' stands inside the value that '&\(name)' names", at: Label(span, "an alias"),
      help: "write the value out")
  }

  static func tooManyAliases(_ name: String, at span: Span, limit: Int) -> Diagnostic {
    yaml(
      "'*\(name)' repeats too much", at: Label(span, "too large from here on"),
      notes: ["all aliases of a file may add \(limit) values"], help: "write the values out")
  }

  static func tooDeep(at span: Span, limit: Int) -> Diagnostic {
    yaml(
      "lists and mappings stand too deep in one another", at: Label(span, "too deep from here on"),
      notes: ["\(limit) levels are allowed"], help: "make it flatter")
  }

  static func tooManyFields(at span: Span) -> Diagnostic {
    yaml(
      "front matter has more than \(Limits.fields.grouped) fields and entries",
      at: Label(span, "the first of too many"), notes: ["nothing behind it is read"],
      help: "part the record")
  }

  static func tag(_ text: String, at span: Span) -> Diagnostic {
    yaml(
      "'\(text)' is a tag", at: Label(span, "not part of the value"),
      notes: ["the kind of a value follows from its field, so values carry no tags"],
      help: "delete it, or put the value into quotes if it is text")
  }

  static func secondDocument(at span: Span) -> Diagnostic {
    yaml(
      "'---' starts a second document", at: Label(span, "not read from here on"),
      notes: ["a file holds one YAML document"], help: "delete the line, or make two files")
  }

  static func notFields(at span: Span) -> Diagnostic {
    yaml(
      "the front matter is not a list of fields", at: Label(span, "no field"),
      notes: ["front matter is made of lines like 'title: East Midlands'"],
      help: "write a name and ':' before the value")
  }

  static func noFrontMatter(_ firstLine: String, at span: Span) -> Diagnostic {
    let words = firstLine.trimmingEnds
    return yaml(
      words.isEmpty || words == "---"
        ? "the file has no front matter"
        : "'\(words.cut(to: 40))' stands where '---' opens the front matter",
      at: Label(span, "no front matter"),
      notes: ["front matter is made of lines like 'title: East Midlands' between two lines '---'"],
      help: "write '---' as the first line, the fields below it, and '---' again")
  }

  static func toml(at span: Span) -> Diagnostic {
    yaml(
      "'+++' opens front matter in TOML, which is not read", at: Label(span, "not '---'"),
      help: "write '---' for both lines '+++', and each field as 'name: value'")
  }

  static func nearlyOpens(_ line: String, at span: Span) -> Diagnostic {
    yaml(
      "'\(line.trimmingEnds)' does not open front matter", at: Label(span, "not '---'"),
      help: "write '---' and nothing else on the line", fix: Fix(span, replacement: "---"))
  }

  /// Fields without a line `---` above them; where one stands below them, it is clear what is meant.
  static func noOpening(_ firstLine: String, at span: Span, isClosed: Bool) -> Diagnostic {
    let start = Span(span.file, span.start..<span.start)
    return yaml(
      "'\(firstLine.trimmingEnds.cut(to: 40))' is a field, and no '---' stands above it",
      at: Label(span, "front matter begins here"), help: "write '---' as the first line",
      fix: isClosed ? Fix(start, replacement: "---\n") : nil)
  }

  static func lateFrontMatter(at span: Span) -> Diagnostic {
    yaml(
      "'---' does not stand on the first line", at: Label(span, "front matter opens here"),
      help: "delete the empty lines above it")
  }

  static func unclosedFrontMatter(at span: Span, nearly: Span?, body: Span) -> Diagnostic {
    guard let nearly else {
      return yaml(
        "'---' opens front matter that is never closed", at: Label(span, "opened here"),
        secondary: body.range.isEmpty ? [] : [Label(body, "the text seems to start here")],
        help: "write a line '---' after the last field")
    }
    return yaml(
      "'---' opens front matter that is never closed", at: Label(span, "opened here"),
      secondary: [Label(nearly, "this line does not close it")],
      help: "write '---' there, without anything else on the line",
      fix: Fix(nearly, replacement: "---"))
  }

  /// A `yaml-syntax` diagnostic.
  static func yaml(
    _ message: String, at primary: Label, secondary: [Label] = [], notes: [String] = [],
    help: String?, fix: Fix? = nil
  ) -> Diagnostic {
    Diagnostic(
      FrontMatterChecks.yamlSyntax, message, at: primary, secondary: secondary, notes: notes,
      help: help, fix: fix)
  }
}

extension String {
  /// The text without blanks on both sides.
  fileprivate var trimmingEnds: String {
    let bytes = Array(utf8)
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  /// The text for a message, cut to a number of characters.
  fileprivate func cut(to limit: Int) -> String {
    count > limit ? prefix(limit - 1) + "…" : self
  }
}
