import Diagnostics

extension Check {
  /// Overrides of files that the built-in theme has changed or dropped since.
  static let outdatedOverride = Check(
    "outdated-override", .templates, .notice,
    summary: "What overrides a file of the built-in theme knows what has become of it.",
    explanation: """
      A file in `templates/` takes the place of the built-in file of the same name, so what a new \
      version of `findings` mends there does not reach the site. `findings theme copy` keeps the \
      original of what it copies in `templates/.built-in/`. When the built-in file is another than \
      that, look at what changed with `findings theme diff NAME`, take over what you want, and say \
      `findings theme accept NAME`.
      """,
    canBeWaived: false)
}

extension Diagnostic {
  /// What there is to say of a file that overrides one of the built-in theme.
  static func outdated(_ override: ThemeOverride) -> Diagnostic? {
    let fault: String
    switch override.state {
    case .own, .same, .current, .unrecorded: return nil
    case .outdated: fault = "has changed in the built-in theme since it was copied"
    case .gone: fault = "is no longer in the built-in theme that it was copied from"
    }
    return Diagnostic(
      .outdatedOverride, "'\(override.name)' \(fault)", at: Label(Span(startOf: override.file)),
      help: "look at 'findings theme diff \(override.name)', then say 'findings theme accept "
        + "\(override.name)'")
  }
}
