/// What a value may be, as data: the source of the reference page, of the JSON Schema and of the
/// notes in diagnostics.
public indirect enum TypeDescription: Sendable {
  /// Plain text, shown as it stands.
  case text
  /// Text with inline Markdown.
  case inlineMarkdown
  /// `true` or `false`.
  case flag
  /// A whole number of at least `minimum`.
  case integer(minimum: Int)
  /// A number.
  case number
  /// A number of letters, digits, dots and hyphens, as it is printed.
  case printedNumber
  /// An amount of money, of at most three decimals.
  case money
  /// A date at the precision known.
  case date
  /// Two dates with `/` between them, or one.
  case interval
  /// A length of time, like `3 months`.
  case duration
  /// `immediately`, `within` a duration, or a date.
  case due
  /// An instant in UTC.
  case instant
  /// An absolute address of a page.
  case address
  /// A text of a form of its own.
  case formed(TextForm)
  /// One of some words.
  case choice([String])
  /// The id of a record.
  case reference(Collection)
  /// An id that a framework, a report or `site.yml` defines; the text says which.
  case name(String)
  /// A grade of the framework, `none`, `unknown`, or a list of two grades or more.
  case judgedGrade
  /// Any number of one kind of value.
  case list(TypeDescription)
  /// One value or a list of them.
  case oneOrMany(TypeDescription)
  /// Keys of the author's choosing, each with a value.
  case map(key: String, value: TypeDescription)
  /// Values under names of the author's choosing, for templates.
  case params
  /// Named fields.
  case record(RecordDescription)
  /// The value, or the word `unknown`.
  case orUnknown(TypeDescription)

  /// The type in a few words, as diagnostics name it.
  public var words: String {
    switch self {
    case .text, .inlineMarkdown: "text"
    case .flag: "true or false"
    case .integer(let minimum): minimum == 0 ? "a whole number" : "a whole number from \(minimum)"
    case .number: "a number"
    case .printedNumber: "a number as printed, like 48, 2.14 or R-20-1"
    case .money: "an amount in digits, like 3400000 or 1250.50"
    case .date: "a date like 2008, 2008-01, 2008-02-15 or 2009-W03"
    case .interval: "a date or two dates like 2007-06/2007-07"
    case .duration: "a length of time like 21 days"
    case .due: "'immediately', 'within 3 months' or a date"
    case .instant: "an instant with its zone, like 2026-12-01T09:30Z or 2026-06-01T09:30+01:00"
    case .address: "an address that starts with https:// or http://"
    case .formed(let form): form.words
    case .choice(let words): words.joined(separator: ", ")
    case .reference(let collection): "the id of one of the \(collection.rawValue)"
    case .name(let what): what
    case .judgedGrade: "a grade of the framework, none or unknown, or a list of two grades"
    case .list(let element): "a list, each entry \(element.words)"
    case .oneOrMany(let element): "\(element.words), or a list of such"
    case .map(let key, let value): "a mapping from \(key) to \(value.words)"
    case .params:
      "a mapping from names to texts, to lists of texts, to such mappings or lists of these"
    case .record(let record): "a mapping with the fields of \(record.nameWithArticle)"
    case .orUnknown(let inner): "\(inner.words), or unknown"
    }
  }
}

extension TypeDescription {
  /// The record that a value of the type is, or has several of; nil where it is none.
  public var record: RecordDescription? {
    switch self {
    case .record(let record): record
    case .list(let inner), .oneOrMany(let inner), .orUnknown(let inner): inner.record
    case .text, .inlineMarkdown, .flag, .integer, .number, .printedNumber, .money, .date, .interval,
      .duration, .due,
      .instant, .address, .formed, .choice, .reference, .name, .judgedGrade, .map, .params:
      nil
    }
  }
}

extension TypeDescription {
  /// Whether a value of it has entries that something else may name.
  var hasParts: Bool {
    switch self {
    case .list, .oneOrMany, .map, .record: true
    case .orUnknown(let inner): inner.hasParts
    case .text, .inlineMarkdown, .flag, .integer, .number, .printedNumber, .money, .date, .interval,
      .duration, .due, .instant, .address, .formed, .choice, .reference, .name, .judgedGrade,
      .params:
      false
    }
  }
}

/// The fields that a mapping may have, as data.
///
/// A class, for decoding passes it on with every mapping; it never changes.
public final class RecordDescription: Sendable {
  /// What one such mapping is called.
  public let name: String
  /// What it is for.
  public let documentation: String
  /// Its fields, in the order of the reference.
  public let fields: [FieldDescription]

  init(name: String, documentation: String, fields: [FieldDescription]) {
    self.name = name
    self.documentation = documentation
    self.fields = fields
  }

  /// The field with a key; O(fields).
  public func field(_ key: String) -> FieldDescription? { fields.first { $0.key == key } }

  /// Whether it has a field with this key; O(fields).
  func hasField(_ key: String) -> Bool { field(key) != nil }

  /// One such mapping with the indefinite article.
  public var nameWithArticle: String {
    "aeio".contains(name.prefix(1)) ? "an \(name)" : "a \(name)"
  }
}

/// One field, as data.
public struct FieldDescription: Sendable {
  /// When a field has to be there.
  public enum Requirement: Sendable, Hashable {
    case required
    case optional
    /// Required under a condition, which the text names.
    case conditional(String)
  }

  /// The key in YAML.
  public let key: String
  /// What its value may be.
  public let type: TypeDescription
  /// When it has to be there.
  public let requirement: Requirement
  /// What it means.
  public let documentation: String
}
