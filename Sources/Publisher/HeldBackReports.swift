public import Diagnostics
import Inspections

/// What is said of reports that readers cannot see yet, without a word of theirs.
///
/// Logs of builds are often public, and messages quote what authors wrote. Of a draft, and of a report that
/// waits for its release, they say which rule is broken in which file, and no more.
public struct HeldBackReports: Sendable {
  private let request: BuildRequest

  /// The reports of a project that are held back at the moment of a request.
  public init(in request: BuildRequest) {
    self.request = request
  }

  /// The diagnostics as anybody may read them, and the files of which no line may be shown.
  ///
  /// A file that nobody can read for what it is, because it is broken, counts by what stands in it.
  ///
  /// Complexity: O(n) in the diagnostics and in the files that they are about.
  public func covered(
    _ diagnostics: [Diagnostic]
  ) -> (diagnostics: [Diagnostic], files: Set<SourceFile>) {
    let files = Set(diagnostics.flatMap { [$0.primary] + $0.secondary }.map(\.span.file))
      .filter(isHeldBack)
    guard !files.isEmpty else { return (diagnostics, []) }
    var texts: [SourceFile: SourceText] = [:]
    for file in files { texts[file] = text(of: file) }
    let covered = diagnostics.map { diagnostic in
      let span = diagnostic.primary.span
      if files.contains(span.file) {
        // The start of a file is the place of what has no narrower one.
        let line = span.end > 0 ? texts[span.file]?.position(at: span.start).line : nil
        return Self.covered(diagnostic, line: line)
      }
      guard diagnostic.secondary.contains(where: { files.contains($0.span.file) }) else {
        return diagnostic
      }
      return Diagnostic(
        diagnostic.check, level: diagnostic.level, diagnostic.message, at: diagnostic.primary,
        secondary: diagnostic.secondary.filter { !files.contains($0.span.file) },
        help: diagnostic.help, subject: diagnostic.subject)
    }
    return (covered, files)
  }

  private static func covered(_ diagnostic: Diagnostic, line: Int?) -> Diagnostic {
    let place = line.map { " in line \($0)" } ?? ""
    return Diagnostic(
      diagnostic.check, level: diagnostic.level,
      "a report that readers cannot see yet does not hold to a rule\(place): "
        + diagnostic.check.summary,
      at: Diagnostic.Label(Span(startOf: diagnostic.primary.span.file)),
      help: PublicationDate.adviceOnRelease(in: diagnostic)
        ?? "see what it is about with --drafts, where nobody else reads along")
  }

  private func text(of file: SourceFile) -> SourceText? {
    let bytes = try? Disk.read(request.location(of: file.path), most: Limits.fileBytes)
    return bytes.map { SourceText(file: file, bytes: $0) }
  }

  private func isHeldBack(_ file: SourceFile) -> Bool {
    let folder = "\(request.content)/\(Report.collection.rawValue)/"
    guard !file.isUnread, file.path.hasPrefix(folder),
      let bytes = try? Disk.read(request.location(of: file.path), most: Limits.fileBytes)
    else { return false }
    return Self.values(of: "status", in: bytes).contains {
      ["", "draft", "scheduled"].contains($0)
    }
      || Self.values(of: "release", in: bytes).contains(where: isAhead)
  }

  /// Whether a release lies ahead, or cannot be read.
  private func isAhead(_ release: String) -> Bool {
    guard let release = Instant(release) else { return true }
    return switch request.now {
    case .instant(let now): release > now
    // The first to have the day are 14 hours before UTC.
    case .day(let day): release > Instant(secondsSince1970: (day.number * 24 - 14) * 3_600)
    }
  }

  /// What stands behind a key wherever it is followed by a colon, without quotation marks.
  ///
  /// Complexity: O(n) in the bytes.
  private static func values(of key: String, in bytes: [UInt8]) -> [String] {
    var values: [String] = []
    var place = 0
    while let colon = bytes.firstPlace(of: UInt8(ascii: ":"), in: place..<bytes.count) {
      place = colon + 1
      var end = colon
      while end > 0, isPadding(bytes[end - 1]) { end -= 1 }
      guard bytes[..<end].suffix(key.utf8.count).elementsEqual(key.utf8) else { continue }
      let value = bytes[place...].drop(while: isPadding).prefix(longestValue)
        .prefix { !isPadding($0) && !ends.contains($0) }
      values.append(String(decoding: value, as: UTF8.self))
    }
    return values
  }

  private static func isPadding(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  /// What ends a value beside what may stand around it.
  private static let ends = Array(",}#\n\r".utf8)
  /// More bytes than an instant or a status has.
  private static let longestValue = 64
}
