public import Diagnostics

/// Areas that should have been inspected again.
public enum ReinspectionOverdue {
  /// The check `reinspection-overdue`.
  public static let check = Check(
    "reinspection-overdue", .dates, .warning,
    summary: "An area is inspected again within the time that its framework sets.",
    explanation: """
      A framework may have the rule `reinspect-within`. The time runs from the end of the fieldwork \
      of an area's last inspection, or from its publication where that is all that is known. When \
      it has passed on every reading of the dates and the register holds no later inspection, the \
      area is reported, whatever the standing of the rule; the message says whether it was in force, \
      intended or proposed. Monitoring visits are no inspections. An area, or a framework, that is \
      known to have ended by then is left alone, and nothing is said while a report cannot be read that \
      may be the inspection.

      Waive it in the area's file with `field: reports`.

      Example: an area inspected in June 2009 under a three-year rule, and not since.
      """)

  static func run(_ context: CheckContext) -> [Diagnostic] {
    context.register.areas.records.compactMap { run($0, context) }
  }

  private static func run(_ area: Area, _ context: CheckContext) -> Diagnostic? {
    guard let next = Reinspection(of: area.id, in: context.register),
      next.deadline.latest < context.now.day,
      !next.framework.life.mayHaveEnded(by: next.deadline),
      !context.register.mayLack(where: { $0.mayInspect(area.id, in: context.register) })
    else { return nil }
    return .reinspectionOverdue(area, next)
  }
}

extension Diagnostic {
  fileprivate static func reinspectionOverdue(
    _ area: Area, _ next: Reinspection
  ) -> Diagnostic {
    Diagnostic(
      ReinspectionOverdue.check,
      "'\(area.id)' was last inspected in \(next.since), and the rule is \(next.words)",
      at: Label(area.title.span, "due again by \(next.deadline)"),
      secondary: [
        Label(next.after.fieldwork?.span ?? next.after.header.frontMatter, "the last inspection"),
        Label(next.rule.name.span, "the rule"),
      ],
      notes: area.life.hasEnded ? ["when the area ended is not known"] : [],
      help: "add the later inspection, or waive the check with 'field: reports' and the reason",
      subject: .field("reports"))
  }
}
