/// A kind of file that has a declared shape: `site.yml`, or a Markdown file of a collection.
public enum SchemaSubject: Sendable, Hashable, CaseIterable {
  case site
  case collection(Collection)

  /// `site.yml` first, then the collections in the order of the reference.
  public static let allCases: [SchemaSubject] = [.site] + Collection.allCases.map(Self.collection)

  /// Reads `site` or the name of a collection; nil for anything else.
  public init?(_ name: String) {
    guard let subject = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = subject
  }

  /// `site`, or the collection's folder.
  public var name: String {
    switch self {
    case .site: "site"
    case .collection(let collection): collection.rawValue
    }
  }

  /// The name of the file that its JSON Schema is kept in.
  public var schemaFileName: String { "\(name).schema.json" }

  /// The fields of its front matter, or of the whole file for `site.yml`.
  public var record: RecordDescription {
    switch self {
    case .site: siteDescription
    case .collection(let collection): description(of: collection)
    }
  }
}
