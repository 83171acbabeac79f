/// What `findings new` can begin.
public enum SkeletonKind: String, Sendable, CaseIterable {
  case report, monitoring, area, response, coverage, term

  /// The folder that the file belongs in.
  public var collection: Collection {
    switch self {
    case .report, .monitoring: .reports
    case .area: .areas
    case .response: .responses
    case .coverage: .coverage
    case .term: .glossary
    }
  }
}

/// A new file for an author to fill in.
public struct Skeleton: Sendable {
  /// The path below the content folder.
  public let path: String
  /// The file's text.
  public let text: String
}

/// Whether a text can be the id of a new record: lower-case letters, digits and single hyphens.
///
/// Ids become addresses and file names, so new ones are kept plain.
public func isPlainID(_ id: String) -> Bool {
  !id.isEmpty
    && id.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
}
