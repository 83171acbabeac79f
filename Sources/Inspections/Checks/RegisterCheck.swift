import CommonMark
public import Diagnostics

/// What a check may ask while it runs.
public struct CheckContext: Sendable {
  /// All records, linked.
  public private(set) var register: Register
  /// The moment the site is built for; nothing reads a clock.
  public let now: Moment
  /// The register as checks see it that look at a report by itself: without any report.
  private let surroundings: Register
  /// The names that near misses are held against.
  let names: NameIndex
  /// The body that the checks are looking at, and its text.
  private var read: (body: RenderedBody, text: [UInt8])?

  /// Couples a register with the moment it is checked for.
  public init(register: Register, now: Moment) {
    self.register = register
    self.now = now
    surroundings = Register(surroundingsIn: register)
    names = Self.names(of: register)
  }

  /// The same without any report, response or account in the press: what is found in it holds
  /// while what reports stand among is the same.
  var withoutOthers: CheckContext {
    var context = self
    context.register = surroundings
    return context
  }

  /// The same with a record's text at hand, so that it is read back once for all checks of it.
  func reading(_ header: RecordHeader) -> CheckContext {
    var context = self
    context.read = (header.body, header.body.text)
    return context
  }

  /// The plain text of a record's body.
  func text(of header: RecordHeader) -> [UInt8] {
    guard let read, read.body === header.body else { return header.body.text }
    return read.text
  }
}

/// A check together with the code that carries it out on a linked register.
struct RegisterCheck: Sendable {
  typealias ReportRun = @Sendable (Report, CheckContext) -> [Diagnostic]
  typealias RegisterRun = @Sendable (CheckContext) -> [Diagnostic]

  let check: Check
  /// What it asks of one report by itself, for which there are no others.
  let reportAlone: ReportRun?
  /// What it asks of one report among the others.
  let eachReport: ReportRun?
  /// What it asks of the whole register, once.
  let wholeRegister: RegisterRun?

  /// A check that looks at one report at a time and at no other.
  ///
  /// It is given a register without any, which has only what all of them stand among: the site,
  /// bodies, areas, frameworks, terms and pages. `amongOthers` is for the few reports of which it
  /// must know more.
  static func reportAlone(
    _ check: Check, _ run: @escaping ReportRun, _ wholeRegister: RegisterRun? = nil,
    amongOthers eachReport: ReportRun? = nil
  ) -> RegisterCheck {
    RegisterCheck(
      check: check, reportAlone: run, eachReport: eachReport, wholeRegister: wholeRegister)
  }

  /// A check that looks at one report at a time, and at others that belong to it.
  static func eachReport(
    _ check: Check, _ run: @escaping ReportRun, _ wholeRegister: RegisterRun? = nil
  ) -> RegisterCheck {
    RegisterCheck(check: check, reportAlone: nil, eachReport: run, wholeRegister: wholeRegister)
  }

  /// A check that looks at the whole register.
  static func wholeRegister(_ check: Check, _ run: @escaping RegisterRun) -> RegisterCheck {
    RegisterCheck(check: check, reportAlone: nil, eachReport: nil, wholeRegister: run)
  }
}

/// What the checks of one report find.
public struct ReportFindings: Sendable {
  /// What is so whatever other reports, responses and accounts there are: as long as the report is
  /// the same, and the site, bodies, areas, frameworks, terms and pages are.
  public let alone: [Diagnostic]
  /// What depends on others, too.
  public let amongOthers: [Diagnostic]

  /// Nothing.
  public static let empty = ReportFindings(alone: [], amongOthers: [])
}

/// Runs every check that looks at one report.
///
/// Those that look at no other run only where what they find is not `known`.
/// Complexity: O(size of the report); calls for different reports may run in parallel.
public func checkReport(
  _ report: Report, in context: CheckContext, knowing known: [Diagnostic]?
) -> ReportFindings {
  let context = known == nil ? context.reading(report.header) : context
  return ReportFindings(
    alone: known ?? checkAlone(report, in: context),
    amongOthers: registerChecks.flatMap { $0.eachReport?(report, context) ?? [] })
}

private func checkAlone(_ report: Report, in context: CheckContext) -> [Diagnostic] {
  let context = context.withoutOthers
  return registerChecks.flatMap { $0.reportAlone?(report, context) ?? [] }
}

/// All that the checks of one report find.
///
/// Complexity: O(size of the report); calls for different reports may run in parallel.
public func checkReport(_ report: Report, in context: CheckContext) -> [Diagnostic] {
  let found = checkReport(report, in: context, knowing: nil)
  return found.alone + found.amongOthers
}

/// Runs the checks of a report that readers cannot see yet, and that no other check looks at.
public func checkUnseen(_ report: Report, in context: CheckContext) -> [Diagnostic] {
  PublicationDate.release(of: report, context)
}

/// Runs every check that looks at the whole register.
///
/// Complexity: O(n) in the number of records.
public func checkRegister(in context: CheckContext) -> [Diagnostic] {
  registerChecks.flatMap { $0.wholeRegister?(context) ?? [] }
}
