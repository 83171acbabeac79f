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
      `reference: unknown` may stand in any number of reports. A report with the title, kind, publishers, \
      areas and dates of another is most likely that one entered twice, which is a warning where no \
      references tell them apart.

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
    return found + copies(in: context.register)
  }

  /// Reports that look like another from outside, and have no number that tells them apart.
  private static func copies(in register: Register) -> [Diagnostic] {
    let originals = register.links.originals
    // Most titles are of one report, and the rest of a face takes longer to make.
    var bearers: [String: Int] = [:]
    for report in originals { bearers[report.title.value.plain, default: 0] += 1 }
    var first: [Face: Report] = [:]
    return originals.compactMap { report in
      guard bearers[report.title.value.plain] != 1, let face = Face(of: report) else { return nil }
      guard let earlier = first[face] else {
        first[face] = report
        return nil
      }
      let isTold = report.reference?.value.value != nil && earlier.reference?.value.value != nil
      return isTold ? nil : .copy(report, of: earlier)
    }
  }

  /// What a reader tells reports apart by.
  private struct Face: Hashable {
    let title: String
    let kind: Report.Kind
    let publishers: Set<OrganisationID>
    let areas: Set<AreaID>
    let fieldwork: DateInterval?
    let published: PartialDate?

    /// Nil for a report without a date.
    init?(of report: Report) {
      (fieldwork, published) = (report.fieldwork.known(), report.published.known())
      guard fieldwork != nil || published != nil else { return nil }
      title = report.title.value.plain
      kind = report.kind.value
      publishers = Set(report.publishers.map(\.value))
      areas = Set(report.areas.map(\.value))
    }
  }

  private struct Key: Hashable {
    let publisher: OrganisationID
    let reference: String
  }
}

extension Diagnostic {
  fileprivate static func copy(_ report: Report, of other: Report) -> Diagnostic {
    Diagnostic(
      DuplicateReference.check, level: .warning,
      "'\(report.id)' has the title, the areas and the dates of report '\(other.id)'",
      at: Label(report.title.span, "the same again"),
      secondary: [Label(other.title.span, "first here")],
      help: "take one of the two out, or tell them apart by 'reference' or title",
      subject: .field("title"))
  }

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
