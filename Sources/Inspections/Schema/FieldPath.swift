public import Diagnostics

/// Where a mapping stands in the front matter of a record.
final class FieldPath: Sendable {
  private let outer: FieldPath?
  private let key: String
  /// The name by which the mapping goes among others of a list; nil for one that has none.
  private let entry: String?

  init(_ key: String, entry: String?, in outer: FieldPath?) {
    self.outer = outer
    self.key = key
    self.entry = entry
  }

  /// The keys from the outside in with dots between them, a list's entry by its own name:
  /// `recommendations.3.variants`.
  var words: String {
    let start = outer.map { "\($0.words)." } ?? ""
    return entry.map { "\(start)\(key).\($0)" } ?? start + key
  }
}

/// Where a field stands in the front matter of a record; put into words only when they are needed.
public struct FieldPlace: Sendable {
  private let outer: FieldPath?
  private let key: String

  init(_ key: String, in outer: FieldPath?) {
    self.outer = outer
    self.key = key
  }

  /// The dotted path, by which waivers name the field: `recommendations.3.text`.
  public var words: String { outer.map { "\($0.words).\(key)" } ?? key }
}

/// A text field of a record.
public struct FieldText: Sendable {
  /// The text.
  public let text: InlineText
  /// Where it stands.
  public let place: FieldPlace
}

/// The id of another record in the front matter of a record.
public struct FieldReference: Sendable {
  /// The collection of the other record.
  public let collection: Collection
  /// Its id, as it was written.
  public let name: String
  /// The bytes of the id.
  public let span: Span
  /// The field that names it.
  public let place: FieldPlace
}
