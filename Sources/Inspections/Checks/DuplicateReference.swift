public import Diagnostics

/// Report numbers that a publisher gave twice.
public enum DuplicateReference {
  /// The check `duplicate-reference`.
  public static let check = Check(
    "duplicate-reference", .references, .error,
    summary: "A publisher's reference number belongs to one of its reports.",
    explanation: """
      Readers cite a report by its number. Two reports of one publisher with the same number are \
      most often one report entered twice, or a number copied along with the file it was in. \
      `reference: unknown` may stand in any number of reports.

      Example: `reference: "070205"` in two reports of Ofsted.
      """)

  static func run(_ context: CheckContext) -> [Diagnostic] {
    var first: [Key: Span] = [:]
    var found: [Diagnostic] = []
    for report in context.register.links.originals {
      guard let reference = report.reference, let number = reference.value.value else { continue }
      for publisher in report.publishers {
        let key = Key(publisher: publisher.value, reference: number)
        guard let earlier = first[key] else {
          first[key] = reference.span
          continue
        }
        found.append(
          .duplicateReference(number, at: reference.span, of: publisher.value, first: earlier))
        break
      }
    }
    return found
  }

  private struct Key: Hashable {
    let publisher: OrganisationID
    let reference: String
  }
}

extension Diagnostic {
  fileprivate static func duplicateReference(
    _ reference: String, at span: Span, of publisher: OrganisationID, first: Span
  ) -> Diagnostic {
    Diagnostic(
      DuplicateReference.check,
      "'\(reference)' is already the reference of another report of '\(publisher)'",
      at: Label(span, "the same again"), secondary: [Label(first, "first here")],
      help: "correct one of the two, or write 'unknown'", subject: .field("reference"))
  }
}
