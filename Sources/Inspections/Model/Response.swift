import CommonMark
public import Diagnostics

/// What the inspected body answered to a report; never the inspectorate's word.
public final class Response: Record {
  /// `responses/`.
  public static let collection = Collection.responses

  /// What every record carries.
  public let header: RecordHeader
  /// Its name.
  public let title: Located<InlineText>
  /// The report it answers.
  public let report: Located<ReportID>
  /// Who answers.
  public let organisation: Located<OrganisationID>
  /// When the public could read it.
  public let published: Located<Known<PartialDate>>?
  /// The answer to each recommendation.
  public let items: [Item]

  init(
    header: RecordHeader, title: Located<InlineText>, report: Located<ReportID>,
    organisation: Located<OrganisationID>, published: Located<Known<PartialDate>>?, items: [Item]
  ) {
    self.header = header
    self.title = title
    self.report = report
    self.organisation = organisation
    self.published = published
    self.items = items
  }

  /// The answer to one recommendation.
  public struct Item: Sendable {
    /// What the body says to a recommendation.
    public enum Stance: String, Sendable, CaseIterable {
      case accepted, partly, rejected
      case notStated = "not-stated"
    }

    /// Which recommendation.
    public let recommendation: Located<Int>
    /// Whether it is accepted.
    public let stance: Stance
    /// What the body will do.
    public let actions: [InlineText]
    /// What it means to reach.
    public let target: InlineText?
    /// By when, in the body's own words.
    public let due: Located<Known<PartialDate>>?
    /// A remark on it.
    public let note: InlineText?
    /// The whole entry.
    public let span: Span
  }
}
