public import Diagnostics
import Inspections
import Site

/// A file in the content folder that is no part of the register where it lies.
struct StrayFile {
  let file: ProjectFiles.File
  /// The folder and the name of the record that it would be in the right place; nil for what is no record.
  private let target: (collection: Inspections.Collection?, stem: String)?
  /// Whether it lies in the folder of a collection, or in one that is nearly called so.
  let isNearCollection: Bool
  /// Whether nothing but its name is wrong.
  private let isInPlace: Bool
  /// Whether the place it belongs in is taken.
  private let isTaken: Bool

  /// `names` are those of all files of the folder.
  init(_ file: ProjectFiles.File, among names: Set<String>) {
    self.file = file
    let folders = Inspections.Collection.allCases.map(\.rawValue)
    let parts = file.name.split(separator: "/").map(String.init)
    let name = parts.last ?? ""
    let stem = Self.markdownStem(of: name)
    let isMarkdown = stem != nil
    let isInCollection = parts.count > 1 && folders.contains(parts[0])
    let folder =
      isInCollection ? parts[0] : parts.count > 1 ? NearMiss.of(parts[0], among: folders) : nil
    target =
      stem.map { (folder.flatMap(Inspections.Collection.init(rawValue:)), $0) }
    isInPlace = isInCollection && parts.count == 2
    isNearCollection = isInCollection || isMarkdown && folder != nil
    isTaken =
      isMarkdown
      ? folder.map { names.contains("\($0)/\(stem ?? name).md") } ?? false
      : names.contains("files/\(name)")
    isMisnamedSite = parts.count == 1 && Self.siteNames.contains(name.lowercased())
  }

  /// Whether it is `site.yml` by another name.
  let isMisnamedSite: Bool

  /// The record that it would be in the right place; nil where that cannot be told.
  var meant: RecordKey? {
    guard let target, let collection = target.collection else { return nil }
    return RecordKey(collection, target.stem)
  }

  /// The one thing to do.
  var help: String {
    if isMisnamedSite { return "take it out: the settings are read from 'site.yml'" }
    guard let target else {
      let name = file.name.split(separator: "/").last ?? ""
      let there = "where it is shown or linked"
      return isTaken
        ? "'files/\(name)' is there already: move this one there under another name, and use that \(there)"
        : "move it into content/files, and name it with 'file:\(name)' \(there)"
    }
    guard let folder = target.collection?.rawValue else {
      return "move the file into its collection's folder, as a .md file"
    }
    guard isTaken else {
      return "\(isInPlace ? "rename" : "move") it to '\(folder)/\(target.stem).md'"
    }
    return
      "'\(folder)/\(target.stem).md' is there already: move this one there under another name, or "
      + "take one of the two out"
  }

  /// What a file of Markdown is called without its endings; nil for a file of another kind.
  ///
  /// Programs put endings of their own behind the right one: `kent.md.txt`, `kent.md.bak`.
  static func markdownStem(of name: String) -> String? {
    var parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    func ends(with endings: Set<String>) -> Bool {
      parts.count > 1 && endings.contains(parts[parts.count - 1].lowercased())
    }
    if parts.count > 2, ends(with: addedEndings) { parts.removeLast() }
    guard ends(with: endings) else { return nil }
    while ends(with: endings) { parts.removeLast() }
    return parts.joined(separator: ".")
  }

  private static let endings: Set<String> = ["md", "markdown", "mdown", "mkd"]
  private static let addedEndings: Set<String> = ["txt", "text", "bak", "orig", "old"]
  private static let siteNames: Set<String> = ["site.yml", "site.yaml", "site.yml.txt", "site.md"]
}

extension Check {
  /// Files in the content folder that belong to no collection.
  public static let strayFile = Check(
    "stray-file", .syntax, .warning,
    summary: "Every file in the content folder is part of the register.",
    explanation: """
      A file that no collection takes would silently be left out of the site: a report saved one \
      folder too high or too deep, a record with another ending than `.md`, a picture beside the \
      report that shows it. In the folder of a collection, or in one that is named nearly like it, that \
      is an error, elsewhere a warning. What names a record that lies in the wrong place is not reported besides. \
      Pictures and downloads belong in `content/files/` and are named with `file:`; what hosts look for at the \
      root of the site is in `content/root/`. A pipe, a socket \
      or a device is no file and is never opened. A download that nothing leads to is published all \
      the same, with a notice; one that only reports name which readers cannot see yet is held back \
      with them.

      Example: `content/east-midlands-2008.md` instead of `content/reports/east-midlands-2008.md`.
      """, canBeWaived: false)
}

extension Diagnostic {
  /// Whether it says that there is no `site.yml`.
  public var isMissingSite: Bool { message == Self.missingSite(insteadOf: nil).message }

  /// `other` is the file that is it under another name.
  static func missingSite(insteadOf other: ProjectFiles.File?) -> Diagnostic {
    Diagnostic(
      .missingSite, "'site.yml' is missing from the content folder",
      at: Label(Span(startOf: other?.source ?? SourceFile(path: "content/site.yml"))),
      notes: ["it names the site: title, base_url, language, publisher"],
      help: other.map { "rename '\($0.name)' to 'site.yml'" }
        ?? "write content/site.yml, or name the right folder with --content")
  }

  /// `meant` is the record that the file would be under the nearest name that can be an id.
  static func unsafeID(
    _ entry: ContentEntry, meaning meant: RecordKey, isTaken: Bool
  ) -> Diagnostic {
    let help =
      if meant.id.isEmpty {
        "rename the file: lower-case letters a to z, digits, '-' and '_' only"
      } else if isTaken {
        "'\(meant.id).md' is there already: give this file another name of a to z, digits, '-' and '_', "
          + "or take it out"
      } else {
        "rename the file to '\(meant.id).md'"
      }
    return Diagnostic(
      .unsafePath, "'\(entry.key.id)' cannot be an id", at: Label(Span(startOf: entry.file.source)),
      notes: [
        "a file's stem is its record's id and becomes its address: lower-case letters a to z, digits, "
          + "'-' and '_'"
      ], help: help)
  }

  static func strayFile(_ stray: StrayFile) -> Diagnostic {
    let folders = Inspections.Collection.allCases.map(\.rawValue)
    return Diagnostic(
      .strayFile, level: stray.isNearCollection ? .error : .warning,
      "'\(stray.file.name)' is no record", at: Label(Span(startOf: stray.file.source)),
      notes: [
        "records are .md files right in \(folders.joined(separator: ", ")); downloads go into files"
      ],
      help: stray.help)
  }

  /// A download that no record leads to.
  static func loneDownload(_ file: ProjectFiles.File) -> Diagnostic {
    Diagnostic(
      .strayFile, level: .notice, "'\(file.name)' is published, and no record leads to it",
      at: Label(Span(startOf: file.source)),
      help: "link to it with 'file:\(file.name.dropFirst("files/".count))', or take it out")
  }
}

extension Check {
  /// The one file every site needs.
  fileprivate static let missingSite = MissingField.check
}
