import Inspections

/// What ids in data files are of.
protocol DataSubject {
  /// What has the titles of these ids; nil where ids stand alone, or a column says so itself.
  static var link: DataLink? { get }
}

extension DataSubject {
  static var link: DataLink? { nil }
}

extension ID: DataFact where Named: DataSubject {
  static var type: DataType { .id }
  static var link: DataLink? { Named.link }
  var cell: DataValue { .text(name) }
}

extension Report: DataSubject {
  static var link: DataLink? {
    DataLink(table: "reports") { id, register in register.reports[ID(id)]?.title.value.plain }
  }
}

extension Area: DataSubject {
  static var link: DataLink? {
    DataLink(table: "areas") { id, register in register.areas[ID(id)]?.title.value.plain }
  }
}

extension Organisation: DataSubject {
  static var link: DataLink? {
    DataLink(table: nil) { id, register in register.organisations[ID(id)]?.title.value.plain }
  }
}

extension Framework: DataSubject {
  static var link: DataLink? {
    DataLink(table: nil) { id, register in register.frameworks[ID(id)]?.title.value.plain }
  }
}

extension AnswerScale: DataSubject {
  static var link: DataLink? {
    DataLink(table: nil) { id, register in
      register.site.answerScales.first { $0.id.value.name == id }?.title
    }
  }
}

// Titles of these are a framework's, which the column knows.
extension Aspect: DataSubject {}
extension Grade: DataSubject {}
extension ProgressGrade: DataSubject {}

extension Priority: DataSubject {}
extension AmountKind: DataSubject {}
extension Answer: DataSubject {}
extension Indicator: DataSubject {}
extension Licence: DataSubject {}
extension Response: DataSubject {}
extension Sample: DataSubject {}
extension Survey: DataSubject {}

/// An id that is made for a row, like `north-2009/3`.
struct RowID: DataFact {
  static let type = DataType.id
  let name: String

  init(_ name: String) { self.name = name }

  var cell: DataValue { .text(name) }
}

extension JudgedGrade: DataFact {
  static var type: DataType { .oneOrMany(.id) }
  static var mayBeUnknown: Bool { true }
  /// As the content format has it: `none` where something was looked at and not graded.
  var cell: DataValue {
    switch self {
    case .grade(let grade): grade.cell
    case .split(let grades): grades.cell
    case .notGraded: .text("none")
    case .unknown: .unknown
    }
  }

  /// The grades that were given; nil where there were none.
  var given: Known<[GradeID]>? {
    switch self {
    case .grade(let grade): .known([grade])
    case .split(let grades): .known(grades)
    case .unknown: .unknown
    case .notGraded: nil
    }
  }
}
