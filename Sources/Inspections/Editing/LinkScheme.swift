/// What may stand before the colon of a link or an embed.
public enum LinkScheme {
  /// The schemes of links to records, parts of them and files.
  public static var ofLinks: [String] { ReferenceResolver.linkSchemes }
  /// The schemes of what a body shows in place.
  public static var ofEmbeds: [String] { ReferenceResolver.embedSchemes }

  /// The collection whose records a scheme names; nil for parts of records, shares and files.
  public static func collection(of scheme: String) -> Collection? {
    switch scheme {
    case "report": .reports
    case "area", "timeline": .areas
    case "org": .organisations
    case "framework": .frameworks
    case "term": .glossary
    case "page": .pages
    case "response": .responses
    case "coverage": .coverage
    default: nil
    }
  }

  /// Whether a scheme names a part of a report, of the one at hand unless another stands before `#`.
  public static func namesPart(_ scheme: String) -> Bool {
    ["para", "rec", "note", "sample", "share", "chart", "table", "indicator"].contains(scheme)
  }
}
