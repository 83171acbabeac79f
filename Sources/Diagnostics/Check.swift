/// How much a diagnostic weighs.
public enum Level: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Something to know; never stops a build.
  case notice
  /// Something to look at; stops a build only under `--strict`.
  case warning
  /// Something wrong; nothing is written while one stands.
  case error

  private var rank: Int {
    switch self {
    case .notice: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// A notice is below a warning, and a warning below an error.
  public static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }
}

/// A rule that the tool holds input to: its stable public name and what it means.
///
/// A class, for every diagnostic holds its check; it never changes.
public final class Check: Sendable, Hashable {
  /// The family a check belongs to, as listed in the documentation.
  public enum Group: String, Sendable, Hashable, CaseIterable {
    case syntax, references, figures, dates, structure, recommendations, claims, names, privacy
    case accessibility, links, safety, waivers, templates
  }

  /// The stable kebab-case name, the only identifier of the check.
  public let name: String
  /// The family it is listed in.
  public let group: Group
  /// The level unless `site.yml` sets another.
  public let level: Level
  /// The rule as it should be, in one sentence.
  public let summary: String
  /// What the check looks at, why it matters, an example, and the source of the rule; Markdown.
  public let explanation: String
  /// Whether a document may set the check aside with a reason.
  public let canBeWaived: Bool
  /// Whether what it finds must not be shown, because messages may be published themselves.
  public let isConfidential: Bool

  /// Declares a check; belongs in the file that carries it out.
  public init(
    _ name: String, _ group: Group, _ level: Level, summary: String, explanation: String,
    canBeWaived: Bool = true, isConfidential: Bool = false
  ) {
    self.name = name
    self.group = group
    self.level = level
    self.summary = summary
    self.explanation = explanation
    self.canBeWaived = canBeWaived
    self.isConfidential = isConfidential
  }

  /// Two checks are the same when their names are.
  public static func == (left: Check, right: Check) -> Bool {
    left === right || left.name == right.name
  }

  /// Feeds the name to the hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
