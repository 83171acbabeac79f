extension Check {
  /// Files that no person wrote.
  public static let fileLimits = Check(
    "file-limits", .safety, .error,
    summary: "Files are no larger, and no more of them, than a register can have.",
    explanation: """
      A record, `site.yml` or a template has at most \(Limits.fileBytes >> 20) MB, none of its lines \
      more than \(Limits.lineBytes >> 20) MB, and a folder \(Limits.files.grouped) files. What is \
      larger is most often the result of a mistake, such as a copied disk image, or made to keep a \
      machine busy; it is not read. Where one check finds more than \
      \(Limits.foundOfOneKind.grouped) faults in one file, the others are not looked for.

      All limits are listed in `docs/limits.md`.

      Source: house rule.
      """,
    canBeWaived: false)
}

extension Diagnostic {
  /// What is wrong with the size of a text or of one of its lines, or nil.
  ///
  /// Complexity: O(n), at the speed of the C library.
  public static func tooLarge(_ bytes: [UInt8], _ file: SourceFile) -> Diagnostic? {
    guard bytes.count <= Limits.fileBytes else {
      return Diagnostic(
        .fileLimits, "'\(file.path)' has more than \(Limits.fileBytes.grouped) bytes",
        at: Label(Span(startOf: file)), notes: ["nothing of it is read"], help: "part the file")
    }
    guard bytes.count > Limits.lineBytes else { return nil }
    var start = 0
    while bytes.count - start > Limits.lineBytes {
      guard let end = bytes.firstPlace(of: UInt8(ascii: "\n"), in: start..<bytes.count),
        end - start <= Limits.lineBytes
      else {
        return Diagnostic(
          .fileLimits, "a line has more than \(Limits.lineBytes.grouped) bytes",
          at: Label(Span(file, start..<start), "begins here"),
          notes: ["nothing of the file is read"], help: "part the line")
      }
      start = end + 1
    }
    return nil
  }

  /// Says that a folder has more files than are looked at.
  public static func tooManyFiles(_ first: SourceFile) -> Diagnostic {
    Diagnostic(
      .fileLimits, "a folder has more than \(Limits.files.grouped) files",
      at: Label(Span(startOf: first), "the first of too many"),
      notes: ["none from here on is read"], help: "take out what is no part of the register")
  }

  fileprivate static func tooMany(of check: Check, at span: Span) -> Diagnostic {
    Diagnostic(
      .fileLimits,
      "'\(check.name)' finds more than \(Limits.foundOfOneKind.grouped) faults in this file",
      at: Label(span, "the next of them"), notes: ["those behind it are not looked for"],
      help: "mend those that are told, and look again")
  }
}

/// The diagnostics of one file, no more than ``Limits/foundOfOneKind`` of a check.
///
/// A file of some megabytes can hold a fault in every other byte, and a diagnostic takes half a
/// kilobyte. That there are more is an error that cannot be waived.
public struct BoundedDiagnostics {
  /// What was found, in the order found.
  public private(set) var all: [Diagnostic] = []
  private var counts: [String: Int] = [:]

  /// Starts with nothing.
  public init() {}

  /// Keeps a diagnostic; false where its check has found too many.
  @discardableResult
  public mutating func append(_ diagnostic: Diagnostic) -> Bool {
    let count = counts[diagnostic.check.name, default: 0] + 1
    guard count <= Limits.foundOfOneKind + 1 else { return false }
    counts[diagnostic.check.name] = count
    guard count > Limits.foundOfOneKind else {
      all.append(diagnostic)
      return true
    }
    all.append(.tooMany(of: diagnostic.check, at: diagnostic.primary.span))
    return false
  }

  /// Keeps several.
  public mutating func append(contentsOf diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { append(diagnostic) }
  }
}
