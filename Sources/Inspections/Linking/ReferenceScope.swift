/// Where a reference stands, which decides what short forms like `para:48` mean.
public struct ReferenceScope: Sendable {
  /// The record it stands in.
  public let record: RecordKey
  /// The report that `para:`, `rec:`, `sample:` and embeds mean without naming one.
  public let report: ReportID?
  /// The framework whose aspects `aspect:` names.
  public let framework: FrameworkID?

  /// The scope of a report's own texts.
  public init(_ report: Report) {
    record = RecordKey(.reports, report.id.name)
    self.report = report.id
    framework = report.framework.known()
  }

  /// The scope of a response: that of the report it answers.
  public init(_ response: Response, in register: Register) {
    record = RecordKey(.responses, response.id.name)
    report = response.report.value
    framework = register.reports[response.report.value]?.framework.known()
  }

  /// The scope of a framework's own texts.
  public init(_ framework: Framework) {
    record = RecordKey(.frameworks, framework.id.name)
    report = nil
    self.framework = framework.id
  }

  /// The scope of a term, which may be bound to a framework.
  public init(_ term: Term) {
    record = RecordKey(.glossary, term.id.name)
    report = nil
    framework = term.framework?.value
  }

  /// The scope of a record of whatever collection.
  public init(_ key: RecordKey, in register: Register) {
    let scope: ReferenceScope? =
      switch key.collection {
      case .reports: register.reports[ID(key.id)].map { ReferenceScope($0) }
      case .responses: register.responses[ID(key.id)].map { ReferenceScope($0, in: register) }
      case .frameworks: register.frameworks[ID(key.id)].map { ReferenceScope($0) }
      case .glossary: register.glossary[ID(key.id)].map { ReferenceScope($0) }
      case .organisations, .areas, .coverage, .pages: nil
      }
    self = scope ?? ReferenceScope(key)
  }

  /// The scope of any other record: nothing is meant without naming it.
  public init(_ record: RecordKey) {
    self.record = record
    report = nil
    framework = nil
  }
}
