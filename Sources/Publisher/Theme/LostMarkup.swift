import Diagnostics
import Site

extension Check {
  /// Templates of a site without what pages need for those who do not see them.
  static let lostMarkup = Check(
    "lost-markup", .templates, .warning,
    summary: "Templates of the site keep what readers need who listen, enlarge or search.",
    explanation: """
      A browser shows a page without these, so their loss is not noticed: a layout has `<title>` and \
      `<html lang="…">`, an image has `alt` (empty where it says nothing), and a heading closes as the \
      level that it opened as.

          <img src="{{assets.seal-svg.address}}">
          <h2>{{page.title}}</h3>

      Source: WCAG 2.2, success criteria 1.1.1, 1.3.1, 2.4.2 and 3.1.1.
      """,
    canBeWaived: false)
}

/// What a template of the site's own has lost.
///
/// Complexity: O(n).
func lostMarkup(in template: SourceText) -> [Diagnostic] {
  var found: [Diagnostic] = []
  var open: (level: UInt8, range: Range<Int>)?
  var isDocument: Range<Int>?
  var hasTitle = false
  for tag in TemplateTags(template.bytes) {
    switch tag.name {
    case "html" where !tag.isClosing:
      isDocument = tag.range
      if !tag.has("lang") {
        found.append(
          .lost(
            "'<html>' has no language", "no 'lang'", at: tag.range, in: template,
            help: "write lang=\"{{site.language}}\" in it"))
      }
    case "title": hasTitle = true
    case "img" where !tag.has("alt"):
      found.append(
        .lost(
          "an image has no 'alt'", "no words for it", at: tag.range, in: template,
          help: "write alt=\"…\", or alt=\"\" where it says nothing"))
    case "h1", "h2", "h3", "h4", "h5", "h6":
      let level = tag.name.utf8.last ?? 0
      if !tag.isClosing {
        open = (level, tag.range)
      } else if let opened = open {
        if opened.level != level {
          let was = Character(Unicode.Scalar(opened.level))
          found.append(
            .lost(
              "'</\(tag.name)>' closes a heading of level \(was)", "another level",
              at: tag.range, in: template, help: "write </h\(was)>"))
        }
        open = nil
      }
    default: break
    }
  }
  if let isDocument, !hasTitle {
    found.append(
      .lost(
        "the page has no '<title>'", "begins here", at: isDocument, in: template,
        help: "write <title>{{page.window-title}}</title> in its head"))
  }
  return found
}

extension Diagnostic {
  fileprivate static func lost(
    _ message: String, _ label: String, at range: Range<Int>, in template: SourceText, help: String
  ) -> Diagnostic {
    Diagnostic(
      .lostMarkup, message, at: Label(Span(template.file, range), label), help: help)
  }
}

/// The tags that a template writes out, those in comments left out.
private struct TemplateTags: Sequence, IteratorProtocol {
  /// A tag with its place.
  struct Tag {
    let name: String
    let isClosing: Bool
    /// From `<` to `>`.
    let range: Range<Int>
    /// What stands between, in small letters.
    let words: String

    /// Whether an attribute stands in it.
    func has(_ attribute: String) -> Bool {
      words.split { " \n\t\r/\"'}".contains($0) }.contains {
        $0.hasPrefix(attribute + "=") || $0 == attribute
      }
    }
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Tag? {
    while let start = bytes.firstPlace(of: UInt8(ascii: "<"), in: index..<bytes.count) {
      if bytes[start...].starts(with: "<!--".utf8) {
        index = start + 4
        while index < bytes.count, !bytes[index...].starts(with: "-->".utf8) { index += 1 }
        continue
      }
      let isClosing = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "/")
      let nameStart = start + (isClosing ? 2 : 1)
      var nameEnd = nameStart
      while nameEnd < bytes.count, Self.isNameByte(bytes[nameEnd]) { nameEnd += 1 }
      index = Swift.max(nameEnd, start + 1)
      guard nameEnd > nameStart else { continue }
      let end = endOfTag(from: nameEnd)
      index = end
      return Tag(
        name: String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self).lowercased(),
        isClosing: isClosing, range: start..<end,
        words: String(decoding: bytes[nameEnd..<end].dropLast(), as: UTF8.self).lowercased())
    }
    return nil
  }

  /// The place behind the `>` of a tag, which may stand in quotes before.
  private func endOfTag(from start: Int) -> Int {
    var place = start
    var quote: UInt8?
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if quote == nil, byte == UInt8(ascii: ">") {
        return place
      }
    }
    return place
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }
}
