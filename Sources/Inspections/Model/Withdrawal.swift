import CommonMark
import Diagnostics

/// Why a report no longer stands.
public struct Withdrawal: Sendable {
  /// When.
  public let date: Located<PartialDate>
  /// Why, for readers.
  public let reason: InlineText
  /// The report that takes its place.
  public let supersededBy: Located<ReportID>?
  /// What readers do not get to see any more.
  public let withheld: Withheld?

  /// What a withdrawn report can keep back.
  public enum Withheld: String, Sendable, CaseIterable {
    /// All that it says in words but for its title.
    case text
  }

  static let schema = RecordSchema(
    "withdrawal", "Why a report no longer stands.", Withdrawal.init(_:))

  /// Reads why a report of some status no longer stands; nil where nothing is said.
  init?(of status: Report.Status, _ fields: inout Decoding) {
    let withdrawal = fields.required(
      "withdrawal", Values.record(Self.schema), if: status == .withdrawn,
      when: "for a withdrawn report", "Why and when it was withdrawn.")
    guard let withdrawal else { return nil }
    self = withdrawal.value
  }

  init?(_ fields: inout Decoding) {
    let date = fields.required("date", Values.date, "When it was withdrawn.")
    let reason = fields.required("reason", Values.inline, "Why, for readers.")
    supersededBy = fields.optional(
      "superseded_by", Values.report, "The report that takes its place.")
    withheld =
      fields.optional(
        "withhold", Values.choice(Withheld.self),
        "`text` keeps back all that the report says in words: body, notes, wordings, reasons of waivers, "
          + "samples, surveys, indicators, people, sources and remarks. Address, title, publishers, area, "
          + "dates, grades, progress, the numbers of recommendations and this notice stay, in every "
          + "format, and search engines are asked not to list it. What is kept back is not checked."
      )?.value
    guard let date, let reason else { return nil }
    self.date = date
    self.reason = reason.value
  }
}

/// Why the text of a report may not be published.
public struct Restriction: Sendable {
  /// Who says so: the id of an organisation of the register, or a name.
  public let by: String
  /// Why, for readers.
  public let reason: InlineText
  /// Whether the body holds the part of the text that may be published.
  public let holdsPart: Bool

  static let schema = RecordSchema(
    "restriction", "Why the text of a report may not be published.", Restriction.init(_:))

  /// Reads why the text of a report of some form may not be published; nil where nothing is said.
  init?(of form: Report.Form, _ fields: inout Decoding) {
    let restriction = fields.required(
      "restricted", Values.record(Self.schema), if: form == .restricted,
      when: "for a restricted report", "Who says that its text may not be published, and why.")
    guard let restriction else { return nil }
    self = restriction.value
  }

  init?(_ fields: inout Decoding) {
    let by = fields.required(
      "by", Values.text, "Who says so: the id of an organisation of this register, or a name.")
    let reason = fields.required("reason", Values.inline, "Why, for readers.")
    holdsPart = fields.value(
      "part", Values.flag, default: false,
      "`true` where the body is the part of the text that may be published. Without it the body is kept "
        + "back as it is typed; fields are published, for they are what the register records.")
    guard let by, let reason else { return nil }
    self.by = by.value
    self.reason = reason.value
  }
}
