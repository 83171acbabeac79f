public import Diagnostics
import Inspections

extension Check {
  /// Every file the build reads and writes lies in its own folder.
  public static let unsafePath = Check(
    "unsafe-path", .safety, .error,
    summary: "Every file that is read lies in the project, and every file that is written in the "
      + "output folder, under a name of its own.",
    explanation: """
      The address of a page comes from ids and aliases, that of a download from the name of its \
      file, and an address becomes a path on disk. A path that contains `..`, an empty part, a \
      backslash or a control character, or has a name longer than 255 bytes could leave the output \
      folder or not be written at all. Two paths that differ only in the case of their letters, or \
      in how a letter is put together from letter and accent, are one file on macOS and Windows, \
      so one would replace the other.

      An alias is written as a browser asks for it or as people read it: `/old/a%20b/` and \
      `/old/a b/` are one address. What follows `?` or `#` never reaches a site of files, so an \
      alias has neither, and it cannot be an address that the site has for something else.

      ```yaml
      aliases: [/../about/]    # leaves the site
      ```

      A symbolic link leads to something in the same folder, `content/` or `templates/`, and among \
      downloads in `content/files/`, and never to a hidden file, for a site would then publish what \
      nobody meant to publish.

      This check cannot be waived.
      """,
    canBeWaived: false)
}

/// Where a file goes in the output folder: relative, with `/` between the parts.
public enum OutputPath {
  /// Why a path cannot be written.
  public enum Problem: Error, Hashable {
    case empty
    case absolute
    case emptyPart
    case leavesFolder
    case controlCharacter
    case backslash
    case nameTooLong
    case pathTooLong
    case reserved
    case query
    case encodedSlash
    case undecodable
    /// Another file has this path, at most in other letters; the text is that path.
    case taken(String)
    /// The text is the path of a file where this path needs a folder.
    case blocked(String)

    /// The problem in words that follow the path.
    public var words: String {
      switch self {
      case .empty: "is empty"
      case .absolute: "starts with '/'"
      case .emptyPart: "has an empty part between two '/'"
      case .leavesFolder: "has a part '.' or '..'"
      case .controlCharacter: "has a control character"
      case .backslash: "has a backslash, which is a separator on some systems"
      case .nameTooLong: "has a name of more than \(Limits.nameBytes) bytes"
      case .pathTooLong: "is longer than \(Limits.pathBytes) bytes"
      case .reserved: "is a name that the build keeps for itself"
      case .query: "has a '?' or '#', and what follows it asks for no other file"
      case .encodedSlash: "has an encoded '/' within a name"
      case .undecodable: "has a '%' that encodes no text"
      case .taken(let other) where other.isEmpty: "is an address that the site has already"
      case .taken(let other): "is the same file as '\(other)' on disks that fold letters"
      case .blocked(let file): "needs a folder where the file '\(file)' is"
      }
    }
  }

  /// What is wrong with a path taken by itself, or nil; O(n).
  public static func problem(of path: String) -> Problem? {
    var length = 0
    var nameStart = 0
    var dots = 0
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "/"):
        if length == 0 { return .absolute }
        if let problem = problem(ofName: length - nameStart, dots: dots) { return problem }
        nameStart = length + 1
        dots = 0
      case UInt8(ascii: "."): dots += 1
      case UInt8(ascii: "\\"): return .backslash
      case 0..<32, 127: return .controlCharacter
      default: break
      }
      length += 1
    }
    if length == 0 { return .empty }
    if let problem = problem(ofName: length - nameStart, dots: dots) { return problem }
    if length > Limits.pathBytes { return .pathTooLong }
    return path.hasPrefix(".") && path.lowercased().hasPrefix(reservedPrefix) ? .reserved : nil
  }

  private static func problem(ofName length: Int, dots: Int) -> Problem? {
    if length == 0 { return .emptyPart }
    if length > Limits.nameBytes { return .nameTooLong }
    return length == dots && dots <= 2 ? .leavesFolder : nil
  }

  /// What is wrong with the paths of a site: those wrong by themselves in their order, then those that
  /// meet another.
  ///
  /// Letters that differ only in case, and characters that differ only in how they are composed,
  /// count as the same, for they are on the disks of macOS and Windows.
  ///
  /// Complexity: O(n) in the bytes of the paths.
  public static func problems(
    among paths: [String]
  ) -> [(path: String, problem: Problem)] {
    let alone = paths.compactMap { path in problem(of: path).map { (path: path, problem: $0) } }
    return mayMeet(paths) ? alone + meetings(of: paths) : alone
  }

  /// Whether two paths may need the same place, told by hashes of them and of the folders above them.
  ///
  /// They hardly ever do, and sets of numbers are much less work than the sets of texts that say which.
  private static func mayMeet(_ paths: [String]) -> Bool {
    var files: Set<UInt64> = Set(minimumCapacity: paths.count)
    var folders: Set<UInt64> = Set(minimumCapacity: paths.count)
    for path in paths {
      // The steps of FNV-1a, so that the hash of a path begins with those of its folders.
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in (isASCII(path) ? path : folded(path)).utf8 {
        if byte == UInt8(ascii: "/") { folders.insert(hash) }
        let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        hash = (hash ^ UInt64(isCapital ? byte | 0x20 : byte)) &* 0x100_0000_01B3
      }
      guard files.insert(hash).inserted else { return true }
    }
    return !files.isDisjoint(with: folders)
  }

  /// The paths that need the place of another.
  private static func meetings(of paths: [String]) -> [(path: String, problem: Problem)] {
    var problems: [(path: String, problem: Problem)] = []
    var files: [String: String] = Dictionary(minimumCapacity: paths.count)
    for path in paths {
      guard let other = files.updateValue(path, forKey: folded(path)) else { continue }
      problems.append((path, .taken(other == path ? "" : other)))
    }
    var folders: Set<Substring> = []
    for path in paths {
      var rest = folded(path)[...]
      while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
        rest = rest[..<slash]
        // The folders above one that is known are known too.
        guard folders.insert(rest).inserted else { break }
        if let file = files[String(rest)] { problems.append((path, .blocked(file))) }
      }
    }
    return problems
  }

  /// The path as disks know it that do not tell capitals apart, nor a letter with its accent from the
  /// two side by side.
  private static func folded(_ path: String) -> String {
    isASCII(path) ? path.lowercased() : path.lowercased().precomposed
  }

  private static func isASCII(_ path: String) -> Bool { path.utf8.allSatisfy { $0 < 0x80 } }

  /// The start of the names in the output folder that are the build's own.
  static let reservedPrefix = ".findings-"
}

extension String {
  /// The text with every letter and its accents in one character where there is one (NFC).
  public var precomposed: String {
    utf8.allSatisfy { $0 < 0x80 } ? self : CanonicalLetters.composed(self)
  }
}

extension Diagnostic {
  /// A path that must not be written, at the place that asks for it; `other` asked before for what
  /// it meets.
  public static func unsafePath(
    _ path: String, _ problem: OutputPath.Problem, at label: Label, besides other: Label? = nil,
    help: String
  ) -> Diagnostic {
    Diagnostic(
      .unsafePath, "'\(path)' \(problem.words)", at: label,
      secondary: other.map { [$0] } ?? [], help: help)
  }
}
