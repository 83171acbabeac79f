public import Diagnostics

/// Records that name themselves where another is meant.
public enum SelfReference {
  /// The check `self-reference`.
  public static let check = Check(
    "self-reference", .references, .error,
    summary: "No record names itself in its front matter.",
    explanation: """
      Nothing is part of itself, takes its own place, follows itself up or is a translation of itself. Where \
      a field names the record it stands in, another was meant, or the line belongs into another file.

      Example: `successors: north` in `areas/north.md`.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    found(in: report.header, of: report.key)
  }

  static func run(_ context: CheckContext) -> [Diagnostic] {
    Collection.allCases.filter { $0 != .reports }.flatMap { collection in
      context.register.shelf(of: collection).headers.flatMap { header in
        found(in: header, of: RecordKey(collection, header.id))
      }
    }
  }

  private static func found(in header: RecordHeader, of key: RecordKey) -> [Diagnostic] {
    header.references.lazy.filter { $0.name == key.id && $0.collection == key.collection }
      .map { .selfReference($0) }
  }
}

extension Diagnostic {
  fileprivate static func selfReference(_ reference: FieldReference) -> Diagnostic {
    Diagnostic(
      SelfReference.check, "'\(reference.name)' is this record itself", at: Label(reference.span),
      help: "name the other \(reference.collection.singular), or take the line out",
      subject: .field(reference.place.words))
  }
}
