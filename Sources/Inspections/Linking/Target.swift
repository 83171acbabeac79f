public import Diagnostics

/// A page or a place on one that a link may lead to.
public enum Target: Sendable, Hashable {
  /// A report, or an anchor on its page.
  case report(ReportID, anchor: String?)
  /// A recommendation of a report.
  case recommendation(ReportID, PrintedNumber)
  /// An area, or an anchor on its page.
  case area(AreaID, anchor: String?)
  /// An organisation, or an anchor on its page.
  case organisation(OrganisationID, anchor: String?)
  /// A framework, or an anchor on its page.
  case framework(FrameworkID, anchor: String?)
  /// An aspect of a framework.
  case aspect(FrameworkID, AspectID)
  /// A term of the glossary.
  case term(TermID)
  /// A free page, or an anchor on it.
  case page(PageID, anchor: String?)
  /// A response, or an anchor on its page.
  case response(ResponseID, anchor: String?)
  /// A coverage record.
  case coverage(CoverageID)
  /// A sample, survey or indicator of a report.
  case evidence(ReportID, String)
  /// A file for download.
  case download(String, anchor: String?)
}

extension RecordKey {
  /// The record's page.
  public var target: Target {
    switch collection {
    case .organisations: .organisation(ID(id), anchor: nil)
    case .frameworks: .framework(ID(id), anchor: nil)
    case .areas: .area(ID(id), anchor: nil)
    case .reports: .report(ID(id), anchor: nil)
    case .responses: .response(ID(id), anchor: nil)
    case .coverage: .coverage(ID(id))
    case .glossary: .term(ID(id))
    case .pages: .page(ID(id), anchor: nil)
    }
  }
}

/// What a reference in a body or a text field stands for.
public enum ResolvedReference: Sendable {
  /// A link.
  case link(Target)
  /// A quantity word with the figures it stands for.
  case share(Share)
  /// A record shown in place.
  case embed(Embed)
}

/// The figures behind a quantity word.
public struct Share: Sendable, Hashable {
  /// How many.
  public let count: Int
  /// Of how many; at least 1.
  public let base: Int
  /// The sample they come from, where the author names one.
  public let sample: SampleID?
  /// The grades that were added up, where the author names some.
  public let grades: [GradeID]

  /// The share in per cent.
  public var perCent: Double { 100 * Double(count) / Double(base) }
}

/// A record that a body shows in place.
public enum Embed: Sendable, Hashable {
  /// The wording of a recommendation.
  case recommendation(ReportID, PrintedNumber)
  /// The distribution of grades over a sample, drawn.
  case sampleChart(ReportID, SampleID)
  /// The distribution of answers to a survey question, drawn.
  case surveyChart(ReportID, SurveyID)
  /// The figures of a sample as a table.
  case sampleTable(ReportID, SampleID)
  /// The figures of a survey question as a table.
  case surveyTable(ReportID, SurveyID)
  /// An indicator against its target.
  case indicator(ReportID, IndicatorID)
  /// The timeline of an area.
  case timeline(AreaID)
}
