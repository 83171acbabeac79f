public import Diagnostics

/// What a check may ask while it runs.
public struct CheckContext: Sendable {
  /// All records, linked.
  public let register: Register
  /// The moment the site is built for; nothing reads a clock.
  public let now: Instant

  /// Couples a register with the moment it is checked for.
  public init(register: Register, now: Instant) {
    self.register = register
    self.now = now
  }
}

/// A check together with the code that carries it out on a linked register.
struct RegisterCheck: Sendable {
  /// What the code looks at in one call.
  enum Scope: Sendable {
    /// One report at a time; reports are checked in parallel.
    case report(@Sendable (Report, CheckContext) -> [Diagnostic])
    /// The whole register once.
    case register(@Sendable (CheckContext) -> [Diagnostic])
  }

  let check: Check
  let scope: Scope

  /// A check that looks at one report at a time.
  static func eachReport(
    _ check: Check, _ run: @escaping @Sendable (Report, CheckContext) -> [Diagnostic]
  ) -> RegisterCheck {
    RegisterCheck(check: check, scope: .report(run))
  }

  /// A check that looks at the whole register.
  static func wholeRegister(
    _ check: Check, _ run: @escaping @Sendable (CheckContext) -> [Diagnostic]
  ) -> RegisterCheck {
    RegisterCheck(check: check, scope: .register(run))
  }
}

/// Runs every check that looks at one report.
///
/// Complexity: O(size of the report); calls for different reports may run in parallel.
public func checkReport(_ report: Report, in context: CheckContext) -> [Diagnostic] {
  registerChecks.flatMap { entry in
    switch entry.scope {
    case .report(let run): run(report, context)
    case .register: [Diagnostic]()
    }
  }
}

/// Runs every check that looks at the whole register.
public func checkRegister(in context: CheckContext) -> [Diagnostic] {
  registerChecks.flatMap { entry in
    switch entry.scope {
    case .report: [Diagnostic]()
    case .register(let run): run(context)
    }
  }
}
