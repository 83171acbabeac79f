import Inspections

/// A report as an entry of a BibTeX file.
enum BibTeX {
  /// The entry, UTF-8; characters that TeX gives a meaning are escaped.
  ///
  /// Source: Patashnik, BibTeXing, 1988: the entry type `techreport` with its fields.
  static func entry(_ citation: ReportCitation) -> [UInt8] {
    let authors = citation.authors.map { "{\(escaped($0))}" }.joined(separator: " and ")
    let fields: [(name: String, value: String)] = [
      ("title", "{\(escaped(citation.title))}"), ("author", authors), ("institution", authors),
      ("number", escaped(citation.number)),
      ("year", citation.published == nil ? "" : citation.year),
      ("month", month(of: citation.published)), ("url", citation.address),
      ("howpublished", escaped(citation.register)), ("note", citation.remark),
    ]
    let lines = fields.filter { !$0.value.isEmpty }.map { "  \($0.name) = {\($0.value)},\n" }
    return Array("@techreport{\(key(citation.id)),\n\(lines.joined())}\n".utf8)
  }

  /// Text in which nothing has a meaning for TeX.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\textbackslash{}"
      case "{", "}", "&", "%", "$", "#", "_": result += "\\\(character)"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case "\n": result += " "
      default: result.append(character)
      }
    }
    return result
  }

  /// A citation key: letters, digits, `-` and `_` alone.
  private static func key(_ id: String) -> String {
    String(id.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "-" })
  }

  private static func month(of date: PartialDate?) -> String {
    guard let certain = date?.certain, certain.count > 1 else { return "" }
    return String(certain[1])
  }
}
