import CommonMark
public import Diagnostics

/// What a check may ask while it runs.
public struct CheckContext: Sendable {
  /// All records, linked.
  public let register: Register
  /// The moment the site is built for; nothing reads a clock.
  public let now: Moment
  /// The names that near misses are held against.
  let names: NameIndex
  /// The body that the checks are looking at, and its text.
  private var read: (body: RenderedBody, text: [UInt8])?

  /// Couples a register with the moment it is checked for.
  public init(register: Register, now: Moment) {
    self.register = register
    self.now = now
    names = Self.names(of: register)
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
  /// What it asks of one report at a time; reports are checked in parallel.
  let eachReport: ReportRun?
  /// What it asks of the whole register, once.
  let wholeRegister: RegisterRun?

  /// A check that looks at one report at a time.
  static func eachReport(_ check: Check, _ run: @escaping ReportRun) -> RegisterCheck {
    RegisterCheck(check: check, eachReport: run, wholeRegister: nil)
  }

  /// A check that looks at the whole register.
  static func wholeRegister(_ check: Check, _ run: @escaping RegisterRun) -> RegisterCheck {
    RegisterCheck(check: check, eachReport: nil, wholeRegister: run)
  }

  /// A check that looks at each report, and at what else the register holds.
  static func both(
    _ check: Check, _ eachReport: @escaping ReportRun, _ wholeRegister: @escaping RegisterRun
  ) -> RegisterCheck {
    RegisterCheck(check: check, eachReport: eachReport, wholeRegister: wholeRegister)
  }
}

/// Runs every check that looks at one report.
///
/// Complexity: O(size of the report); calls for different reports may run in parallel.
public func checkReport(_ report: Report, in context: CheckContext) -> [Diagnostic] {
  let context = context.reading(report.header)
  return registerChecks.flatMap { $0.eachReport?(report, context) ?? [] }
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
