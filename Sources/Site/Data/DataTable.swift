import Inspections

/// One kind of open data: its columns and how its rows come from the register.
///
/// The CSV file, its CSVW metadata, the JSON file, the schema and the page that explains it all come
/// from the one declaration.
struct DataTable: Sendable {
  /// Its name in file names and as the key in the whole file, like `judgements`.
  let name: String
  /// What it holds, as a heading.
  let title: String
  /// What one row is, in a sentence.
  let summary: String
  /// The columns; the first is the id of the row.
  let columns: [DataColumn]
  /// The rows, each with a value for each column.
  let rows: @Sendable (SiteContext) -> [[DataValue]]

  /// The version of all tables together: the first number grows when a program that reads them
  /// could break, the second when something is added.
  static let version = "2.0"

  /// Every table, in the order of the data page.
  static let all: [DataTable] = [
    .reports, .judgements, .recommendations, .progress, .responses, .samples, .sampleGrades,
    .surveys, .surveyAnswers, .indicators, .indicatorComparators, .areas, .lineage, .grades,
  ]
}

/// A column of a table.
struct DataColumn: Sendable {
  /// What its values are.
  enum Kind: Sendable {
    /// Any text.
    case text
    /// One of a few words.
    case choice([String])
    /// An id of a record or a part of one.
    case id
    /// A whole number.
    case integer
    /// Any number.
    case number
    /// A date at the precision that is known.
    case date
    /// Two such dates with `/` between, or one.
    case interval
    /// A whole address.
    case address
    /// Any number of texts.
    case texts
    /// Any number of ids.
    case ids
  }

  /// Its name, of words joined by `_`.
  let name: String
  /// What its values are.
  let kind: Kind
  /// What it means, in a sentence.
  let meaning: String
  /// Whether every row has a value.
  let isRequired: Bool
  /// The table whose ids the column names, if it names some.
  let references: String?
  /// What has the titles that stand beside the column's ids in files for spreadsheets.
  let titles: Titles?

  /// What an id is of.
  ///
  /// Values of a framework need the column that names whose they are: a report, or something whose id
  /// begins with a report's.
  enum Titles: Sendable {
    case organisation, framework, area, report, answerScale
    case aspect(of: String)
    case grade(of: String)
    case progress(of: String)

    /// The column that names whose they are.
    var owner: String? {
      switch self {
      case .organisation, .framework, .area, .report, .answerScale: nil
      case .aspect(let owner), .grade(let owner), .progress(let owner): owner
      }
    }
  }

  init(
    _ name: String, _ kind: Kind, _ meaning: String, required isRequired: Bool = false,
    of references: String? = nil, titles: Titles? = nil
  ) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
    self.isRequired = isRequired
    self.references = references
    self.titles =
      titles ?? (references == "reports" ? .report : references == "areas" ? .area : nil)
  }
}

/// One value of a row.
enum DataValue: Sendable, Equatable {
  /// A text, an id, a date or an address.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// Any number.
  case number(Double)
  /// Any number of texts or ids.
  case list([String])
  /// Recorded as not known.
  case unknown
  /// The question does not arise, or nothing is said.
  case absent

  /// A text that may be missing.
  init(_ text: String?) { self = text.map { .text($0) } ?? .absent }

  /// A whole number that may be missing.
  init(_ number: Int?) { self = number.map { .integer($0) } ?? .absent }

  /// Texts or ids; absent where there are none.
  init(_ texts: [String]) { self = texts.isEmpty ? .absent : .list(texts) }

  /// Ids; absent where there are none.
  init<Named>(_ ids: [ID<Named>]) { self.init(ids.map(\.name)) }

  /// A recorded fact that may be missing or not known.
  init<Fact: CustomStringConvertible>(_ fact: Located<Known<Fact>>?) {
    switch fact?.value {
    case .known(let fact): self = .text(fact.description)
    case .unknown: self = .unknown
    case nil: self = .absent
    }
  }
}
