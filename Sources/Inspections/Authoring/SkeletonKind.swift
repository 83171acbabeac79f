/// What `findings new` can begin.
public enum SkeletonKind: String, Sendable, CaseIterable {
  case report, monitoring, area, organisation, framework, response, coverage, term, page

  /// The folder that the file belongs in.
  public var collection: Collection {
    switch self {
    case .report, .monitoring: .reports
    case .area: .areas
    case .organisation: .organisations
    case .framework: .frameworks
    case .response: .responses
    case .coverage: .coverage
    case .term: .glossary
    case .page: .pages
    }
  }
}

/// What its author says of a new record.
public struct SkeletonFacts: Sendable {
  /// Its name.
  public var title: String?
  /// What its `kind` is, where files of its collection have one: a word of the format, and of an area
  /// the body's own.
  public var kind: String?
  /// The area that was inspected.
  public var area: AreaID?
  /// The rules that it was made under.
  public var framework: FrameworkID?
  /// The report that a visit follows, a response answers or coverage is about.
  public var about: ReportID?
  /// The body that answers, or that an area is part of.
  public var organisation: OrganisationID?

  /// Facts of which any may be missing.
  public init(
    title: String? = nil, kind: String? = nil, area: AreaID? = nil,
    framework: FrameworkID? = nil, about: ReportID? = nil, organisation: OrganisationID? = nil
  ) {
    self.title = title
    self.kind = kind
    self.area = area
    self.framework = framework
    self.about = about
    self.organisation = organisation
  }
}

/// A new file for an author to fill in.
public struct Skeleton: Sendable {
  /// The path below the content folder.
  public let path: String
  /// The file's text.
  public let text: String
  /// The facts in it that nobody said and the register suggested, each with its reason.
  public let assumed: [String]
  /// The keys of the fields that its author must fill in before a check passes.
  public let open: [String]
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
