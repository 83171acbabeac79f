/// One thing the tool says about its input; final when made.
///
/// Messages are lower case without a full stop and start with the author's own text in single
/// quotes. Notes say what is allowed; the help names one action.
///
/// A class, for a large register has hundreds of thousands, and lists of them go from stage to stage.
public final class Diagnostic: Sendable, Hashable {
  /// A place in a file with a few words about it.
  public struct Label: Sendable, Hashable {
    /// The bytes that are underlined.
    public let span: Span
    /// What is said beside the underline; may be empty.
    public let text: String
    /// The words it is about, to be found when it is shown; nil where `span` is exact.
    public let words: Words?

    /// Labels `span` with `text`; where `words` are given and found, they are underlined instead.
    public init(_ span: Span, _ text: String = "", words: Words? = nil) {
      self.span = span
      self.text = text
      self.words = words
    }
  }

  /// A replacement of bytes that is known to be right, for `findings fix` and for editors.
  public struct Fix: Sendable, Hashable {
    /// The bytes to replace.
    public let span: Span
    /// What to put in their place.
    public let replacement: String

    /// Offers to replace the bytes of `span`.
    public init(_ span: Span, replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }

  /// The check that speaks.
  public let check: Check
  /// Its level on this site.
  public let level: Level
  /// The headline.
  public let message: String
  /// The place it is about.
  public let primary: Label
  /// Other places that explain it.
  public let secondary: [Label]
  /// What is allowed, known or usual; one sentence each.
  public let notes: [String]
  /// The one action that puts it right.
  public let help: String?
  /// A replacement that can be applied without thought.
  public let fix: Fix?
  /// The front-matter key or paragraph it concerns, for waivers and formats, like `surveys.q3` or
  /// `¶48`.
  public let subject: Subject?

  /// What within a document a diagnostic concerns; waivers are matched against it.
  public enum Subject: Sendable, Hashable {
    /// A dotted path of front-matter keys, with the id of a list entry where it has one.
    case field(String)
    /// A numbered paragraph of the body.
    case paragraph(PrintedNumber)
  }

  /// Makes a diagnostic at the level its check has by default.
  public convenience init(
    _ check: Check, _ message: String, at primary: Label, secondary: [Label] = [],
    notes: [String] = [], help: String? = nil, fix: Fix? = nil, subject: Subject? = nil
  ) {
    self.init(
      check, level: check.level, message, at: primary, secondary: secondary, notes: notes,
      help: help, fix: fix, subject: subject)
  }

  /// Makes a diagnostic at a level that differs from the check's default.
  public init(
    _ check: Check, level: Level, _ message: String, at primary: Label, secondary: [Label] = [],
    notes: [String] = [], help: String? = nil, fix: Fix? = nil, subject: Subject? = nil
  ) {
    self.check = check
    self.level = level
    self.message = message
    self.primary = primary
    self.secondary = secondary
    self.notes = notes
    self.help = help
    self.fix = fix
    self.subject = subject
  }

  /// The same diagnostic at another level, as `site.yml` may ask.
  public func at(level: Level) -> Diagnostic {
    Diagnostic(
      check, level: level, message, at: primary, secondary: secondary, notes: notes, help: help,
      fix: fix, subject: subject)
  }

  /// Two are equal when all that they say is.
  public static func == (left: Diagnostic, right: Diagnostic) -> Bool {
    left === right
      || left.primary == right.primary && left.check == right.check && left.level == right.level
        && left.message == right.message && left.secondary == right.secondary
        && left.notes == right.notes && left.help == right.help && left.fix == right.fix
        && left.subject == right.subject
  }

  /// Feeds the place, the check and the message to the hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(primary.span)
    hasher.combine(check)
    hasher.combine(message)
  }
}

extension Diagnostic: Comparable {
  /// The total order of output: path bytes, offset, level with errors first, check name, message;
  /// then the rest of what is shown, so that only equal diagnostics are level with one another.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    let leftSpan = left.primary.span
    let rightSpan = right.primary.span
    if leftSpan.file != rightSpan.file { return leftSpan.file < rightSpan.file }
    if leftSpan.start != rightSpan.start { return leftSpan.start < rightSpan.start }
    if left.level != right.level { return left.level > right.level }
    if left.check != right.check {
      return left.check.name.precedesByBytes(right.check.name)
    }
    if left.message != right.message {
      return left.message.precedesByBytes(right.message)
    }
    if leftSpan.end != rightSpan.end { return leftSpan.end < rightSpan.end }
    return left.details.lexicographicallyPrecedes(right.details) {
      $0.precedesByBytes($1)
    }
  }

  /// Everything that two diagnostics of one message at one place can still differ in.
  private var details: [String] {
    let labels = secondary.flatMap { label in
      [label.span.file.path, "\(label.span.range)", label.text]
    }
    let fixed = fix.map { [$0.span.file.path, "\($0.span.range)", $0.replacement] } ?? []
    let concerns = subject.map { ["\($0)"] } ?? []
    return [primary.text, primary.words?.text ?? ""] + labels + notes + [help ?? ""] + fixed
      + concerns
  }
}
