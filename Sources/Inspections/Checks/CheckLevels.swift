public import Diagnostics

/// Levels of checks that `site.yml` sets.
public enum CheckLevels {
  /// The check `check-level`.
  public static let check = Check(
    "check-level", .waivers, .error,
    summary: "`checks:` of site.yml names checks, and leaves syntax and safety as they are.",
    explanation: """
      A site may find a check more or less weighty than we do: `checks: {publication-lag: notice}`. \
      A name that is no check would be ignored in silence, so it is an error. The checks of syntax \
      and of safety always hold: a site cannot lower them. A finding that a check itself makes \
      lighter than usual stays at least as light.

      Example: `checks: {publication-leg: notice}`.
      """, canBeWaived: false)
}

/// Gives findings the levels that a site wants, and says what is wrong with its wishes.
///
/// - Parameters:
///   - diagnostics: what was found.
///   - site: the site's settings.
///   - catalogue: every check there is.
/// - Returns: the findings in the same order, then those about the levels themselves.
///
/// Diagnostics: `check-level`. Complexity: O(diagnostics + settings × catalogue).
public func applyLevels(
  _ diagnostics: [Diagnostic], of site: SiteSettings, catalogue: [Check] = inspectionChecks
) -> [Diagnostic] {
  guard !site.checkLevels.isEmpty else { return diagnostics }
  var levels: [String: Level] = [:]
  var refused: [Diagnostic] = []
  for setting in site.checkLevels {
    let (name, level) = setting.value
    guard let check = catalogue.first(where: { $0.name == name }) else {
      refused.append(.levelOfNothing(setting, among: catalogue.map(\.name)))
      continue
    }
    if level < check.level,
      check.group == .syntax || check.group == .safety || check == CheckLevels.check
    {
      refused.append(.levelRefused(setting, check))
    } else {
      levels[name] = level
    }
  }
  return diagnostics.map { diagnostic in
    guard let level = levels[diagnostic.check.name] else { return diagnostic }
    let isLighter = diagnostic.level < diagnostic.check.level
    return diagnostic.at(level: isLighter ? min(level, diagnostic.level) : level)
  } + refused
}

extension Diagnostic {
  fileprivate static func levelOfNothing(
    _ setting: Located<(name: String, level: Level)>, among names: [String]
  ) -> Diagnostic {
    let nearest = NearMiss.of(setting.value.name, among: names)
    let meant = NearMiss.only(setting.value.name, among: names)
    return Diagnostic(
      CheckLevels.check, "'\(setting.value.name)' is not the name of a check",
      at: Label(setting.keySpan, "no such check"),
      help: nearest.map { "did you mean '\($0)'?" } ?? "'findings explain' lists every check",
      fix: meant.flatMap { replacement(of: setting.value.name, at: setting.keySpan, with: $0) },
      subject: .field("checks.\(setting.value.name)"))
  }

  fileprivate static func levelRefused(
    _ setting: Located<(name: String, level: Level)>, _ check: Check
  ) -> Diagnostic {
    Diagnostic(
      CheckLevels.check, "'\(check.name)' cannot be lowered to \(setting.value.level.rawValue)",
      at: Label(setting.span), notes: ["its level is \(check.level.rawValue)"],
      help: "remove the line", subject: .field("checks.\(check.name)"))
  }
}
