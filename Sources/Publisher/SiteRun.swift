import Diagnostics
import Inspections
import Site

/// What became of a site on its way through the stages.
struct SiteRun<Kept: Sendable>: Sendable {
  /// Everything there is to say, at the levels of the site.
  let diagnostics: [Diagnostic]
  /// What was made; nil where the site is refused.
  let site: MadeSite<Kept>?
  /// How long each stage took, as far as the site went.
  var times: StageTimes
}

/// A site whose every file was made.
struct MadeSite<Kept: Sendable>: Sendable {
  /// How many pages it has.
  let pageCount: Int
  /// The path of every page, file and download.
  let paths: [String]
  /// What the run's end made of them, in the same order, as far as it takes them.
  let kept: [Kept]
  /// What it was made from.
  let plan: SitePlan
  /// What is known of each page, in the order of the plan.
  let facts: [PageFacts]
  /// What its list says of each record.
  let entries: RecordEntries
  /// What it was held against.
  let comparison: PublicationComparison?
}

/// Where the files of a site go as they are made: the one thing in which runs differ.
struct SiteEnd<Kept: Sendable>: Sendable {
  /// Whether it wants the files that are no pages; pages are rendered either way, for their links.
  let takesFiles: Bool
  /// Whether its pages will be indexed for search.
  let hasSearch: Bool
  /// Whether the site is held against what was public before.
  let looksBack: Bool
  /// Whether what is published will be listed.
  let isListed: Bool
  /// Where the file is made for bodies that are not held in memory.
  let scratchFolder: String
  /// Makes what takes the files of one worker, one after another; called from all workers.
  let keeper: @Sendable () throws(EnvironmentError) -> Keeper

  /// Takes the path of a file and what it holds.
  typealias Keeper = (_ path: String, _ contents: FileContents) throws(EnvironmentError) -> Kept

  /// How much is to be known of each record beside what pages show; nil where nobody will ask.
  func extent(of site: SiteSettings, for request: BuildRequest) -> RecordEntries.Extent? {
    let isCompared = looksBack && PreviousPublication.named(for: request, site) != nil
    return isListed || isCompared ? .abridged : nil
  }
}

extension SiteEnd<Void> {
  /// Nowhere: the site is only looked at.
  static let nowhere = SiteEnd(
    takesFiles: false, hasSearch: true, looksBack: true, isListed: false,
    scratchFolder: Disk.temporaryFolder
  ) {
    { _, _ in }
  }
}

extension SiteEnd<FileDigest> {
  /// A folder on the disk; of each file its digest is kept.
  static func folder(_ folder: StagedFolder, hasSearch: Bool) -> SiteEnd {
    SiteEnd(
      takesFiles: true, hasSearch: hasSearch, looksBack: true, isListed: true,
      scratchFolder: folder.location
    ) { () throws(EnvironmentError) in
      let writer = try folder.writer()
      return { path, contents throws(EnvironmentError) in
        try folder.write(path, contents, with: writer)
      }
    }
  }
}

extension SiteEnd<OutputFile> {
  /// Memory.
  static let memory = SiteEnd(
    takesFiles: true, hasSearch: false, looksBack: false, isListed: false,
    scratchFolder: Disk.temporaryFolder
  ) {
    { OutputFile(path: $0, bytes: $1.bytes) }
  }
}
