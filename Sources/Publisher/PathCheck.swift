import Diagnostics
import Inspections
import Site

extension SitePlan {
  /// What is wrong with the paths of the site: `unsafe-path`, each at what asks for the path.
  ///
  /// What follows from a name that was `told` of is not said again: from a file whose name cannot be an id, and
  /// from two parts of a record with one name.
  /// Complexity: O(n) in the bytes of the paths.
  func pathDiagnostics(beside told: [Diagnostic]) -> [Diagnostic] {
    let reserved = (pages.map { Addresses.file(of: $0.path) } + downloads.map(\.name))
      .filter(Self.isKept)
      .map { (path: $0, problem: OutputPath.Problem.reserved) }
    let problems = reserved + OutputPath.problems(among: paths)
    guard !problems.isEmpty else { return [] }
    let (misnamed, doubled) = (
      files(in: told, of: .unsafePath), files(in: told, of: DuplicateID.check)
    )
    let asked = Dictionary(grouping: askers, by: \.path)
    var waiting = asked
    return problems.compactMap { path, problem in
      var other: String?
      switch problem {
      case .taken(""):
        waiting[path]?.removeFirst()
        other = path
      case .taken(let file), .blocked(let file): other = file
      default: break
      }
      guard let asker = waiting[path]?.first else { return nil }
      let earlier = other.flatMap { asked[$0]?.first }
      if let earlier {
        let files = Set([asker.span.file, earlier.span.file])
        guard files.isDisjoint(with: misnamed), files.count > 1 || files.isDisjoint(with: doubled)
        else { return nil }
      }
      return .unsafePath(
        asker.shown, problem, at: .init(asker.span, asker.isAlias ? "cannot be served" : ""),
        besides: earlier.map { .init($0.span, "asks for '\($0.path)'") },
        help: asker.isAlias
          ? "choose another address, or take the alias out" : "rename one of the files")
    }
  }

  /// What the build writes when the site is made: its own list with the signature, and the index for search,
  /// of which is not known before what it is made of.
  private static let kept = [SearchIndex.folder, PublishedSite.name, PublishedSite.signatureName]

  /// Whether a path is one of these or lies below one.
  private static func isKept(_ path: String) -> Bool {
    let folded = path.lowercased()
    return kept.contains { own in
      folded.hasPrefix(own)
        && (folded.utf8.count == own.utf8.count || folded.dropFirst(own.count).hasPrefix("/"))
    }
  }

  /// The files that a check finds something in.
  private func files(in told: [Diagnostic], of check: Check) -> Set<SourceFile> {
    Set(told.lazy.filter { $0.check == check }.map(\.primary.span.file))
  }

  /// What asks for a path of the output folder.
  private struct Asker {
    let path: String
    let shown: String
    let span: Span
    var isAlias = false
  }

  /// What asks for each of ``paths``, in the same order.
  private var askers: [Asker] {
    pages.map { page in
      let path = Addresses.file(of: page.path)
      guard let alias = page.alias else {
        return Asker(path: path, shown: path, span: Span(startOf: source(of: path)))
      }
      return Asker(path: path, shown: alias.value, span: alias.span, isAlias: true)
    }
      + files.map { file in
        let source = file.source ?? source(of: file.path)
        return Asker(path: file.path, shown: file.path, span: Span(startOf: source))
      }
      + downloads.map { file in
        Asker(path: file.name, shown: file.name, span: Span(startOf: file.source))
      }
  }

  /// The record whose page or file a path is, else `site.yml`.
  private func source(of path: String) -> SourceFile {
    guard let record = Addresses.record(at: path) else { return context.register.site.file }
    return SourceFile(path: record.path(in: content))
  }
}
