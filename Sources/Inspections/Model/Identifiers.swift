import Diagnostics

/// The permanent id of a record or of a named part of one: `ID<Report>` is never an `ID<Area>`.
///
/// The id of a record is its file's stem, and its address comes from it.
public struct ID<Named>: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The id as the author writes it.
  public let name: String

  /// Names something.
  public init(_ name: String) {
    self.name = name
  }

  /// Orders ids by their bytes.
  public static func < (left: ID, right: ID) -> Bool {
    left.name.precedesByBytes(right.name)
  }

  /// The id as the author writes it.
  public var description: String { name }
}

/// The id of an organisation.
public typealias OrganisationID = ID<Organisation>
/// The id of a framework.
public typealias FrameworkID = ID<Framework>
/// The id of a grade within its framework.
public typealias GradeID = ID<Grade>
/// The id of a value of a framework's progress scale.
public typealias ProgressGradeID = ID<ProgressGrade>
/// The id of an aspect within its framework.
public typealias AspectID = ID<Aspect>
/// The id of an area.
public typealias AreaID = ID<Area>
/// The id of a report.
public typealias ReportID = ID<Report>
/// The id of a sample within its report.
public typealias SampleID = ID<Sample>
/// The id of a survey or survey question within its report.
public typealias SurveyID = ID<Survey>
/// The id of an indicator within its report.
public typealias IndicatorID = ID<Indicator>
/// The id of a response.
public typealias ResponseID = ID<Response>
/// The id of a record of coverage.
public typealias CoverageID = ID<Coverage>
/// The id of a glossary term.
public typealias TermID = ID<Term>
/// The id of a free page.
public typealias PageID = ID<Page>
/// The id of a licence in `site.yml`.
public typealias LicenceID = ID<Licence>
/// The id of an answer scale in `site.yml`.
public typealias AnswerScaleID = ID<AnswerScale>
/// The id of an answer within its scale.
public typealias AnswerID = ID<Answer>

/// The kinds of record that have a folder.
public enum Collection: String, Sendable, Hashable, CaseIterable {
  case organisations, frameworks, areas, reports, responses, coverage, glossary, pages

  /// One record of it, in words.
  public var singular: String {
    switch self {
    case .organisations: "organisation"
    case .frameworks: "framework"
    case .areas: "area"
    case .reports: "report"
    case .responses: "response"
    case .coverage: "coverage record"
    case .glossary: "term"
    case .pages: "page"
    }
  }

  /// Whether its records are what reports stand among: they tell of none by itself.
  public var surroundsReports: Bool {
    switch self {
    case .organisations, .frameworks, .areas, .glossary, .pages: true
    case .reports, .responses, .coverage: false
    }
  }
}
