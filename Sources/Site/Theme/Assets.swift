public import Diagnostics
import HTML

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A theme's assets as they are published.
public struct PublishedAssets: Sendable {
  /// Where each asset is, by its path in the theme.
  public let places: [String: SiteContext.Asset]
  /// The files to write.
  public let files: [PlannedFile]
}

/// Gives every asset a name with a part of its hash, so that browsers may keep it for good, and
/// turns what style sheets and scripts say of one another to those names.
///
/// An asset that names others has a name that follows from all of them, so that it changes when they
/// do. An address that leads to no asset is an `unknown-asset` diagnostic.
/// Complexity: O(bytes + assets × references).
public func publishedAssets(_ assets: [ThemeFile]) -> Diagnosed<PublishedAssets> {
  let known = Dictionary(assets.map { ($0.path, $0) }) { first, _ in first }
  let references = known.mapValues { AssetReference.all(in: $0.bytes, ofAsset: $0.path) }
  let digests = known.mapValues { SHA256(of: $0.bytes).hexadecimal }
  let targets = Dictionary(
    uniqueKeysWithValues: references.map { path, found in
      (path, found.compactMap { $0.target(from: path) }.filter { known[$0] != nil })
    })
  let names = Dictionary(
    uniqueKeysWithValues: known.keys.map { path in
      (path, publishedName(of: path, digests: digests, targets: targets))
    })
  var diagnostics: [Diagnostic] = []
  var places: [String: SiteContext.Asset] = [:]
  var files: [PlannedFile] = []
  for asset in assets {
    let found = references[asset.path] ?? []
    for reference in found where reference.target(from: asset.path).flatMap({ known[$0] }) == nil {
      diagnostics.append(.unknownAsset(reference, in: asset, known: known.keys.sorted()))
    }
    let bytes = rewritten(asset, found, names: names)
    let path = "assets/\(names[asset.path] ?? asset.path)"
    let digest = Data(SHA256(of: bytes).bytes).base64EncodedString()
    places[asset.path] = SiteContext.Asset(path: path, integrity: "sha256-\(digest)")
    files.append(PlannedFile(path: path, source: asset.source) { bytes })
  }
  return Diagnosed(PublishedAssets(places: places, files: files), diagnostics)
}

/// The name of an asset with the first eight digits of a hash before its last dot.
///
/// The hash is that of the file where it names no other; else that of the digests of all files that
/// it leads to, in the order of their paths, which is there for files that name one another, too.
private func publishedName(
  of path: String, digests: [String: String], targets: [String: [String]]
) -> String {
  var reached: Set<String> = []
  var waiting = [path]
  while let next = waiting.popLast() {
    if reached.insert(next).inserted { waiting += targets[next] ?? [] }
  }
  let lines = reached.sorted { $0.precedesByBytes($1) }
    .map { "\(digests[$0] ?? "")  \($0)\n" }
  let digest =
    reached.count == 1
    ? digests[path] ?? "" : SHA256(of: Array(lines.joined().utf8)).hexadecimal
  let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
  let file = path.dropFirst(folder.count)
  let dot = file.lastIndex(of: ".") ?? file.endIndex
  return "\(folder)\(file[..<dot]).\(digest.prefix(8))\(file[dot...])"
}

/// The bytes of an asset with the published names of the others in its addresses.
private func rewritten(
  _ asset: ThemeFile, _ references: [AssetReference], names: [String: String]
) -> [UInt8] {
  var bytes: [UInt8] = []
  var end = 0
  for reference in references {
    guard let target = reference.target(from: asset.path), let name = names[target] else {
      continue
    }
    // The folder stays as it is written; only the file has another name.
    let file = reference.file
    let folder = file.lastIndex(of: "/").map { file[...$0] } ?? ""
    let published = name.split(separator: "/").last ?? ""
    bytes += asset.bytes[end..<reference.range.lowerBound] + folder.utf8
    // Encoded more than in a page, for quotes and brackets end an address in a style sheet.
    var encoded = HTMLBuffer()
    encoded.addressPart(String(published))
    bytes += encoded.bytes + reference.address.dropFirst(file.count).utf8
    end = reference.range.upperBound
  }
  return bytes + asset.bytes[end...]
}

extension Check {
  /// Addresses in style sheets and scripts that lead to no asset.
  public static let unknownAsset = Check(
    "unknown-asset", .templates, .error,
    summary: "Every address in a style sheet or script of the theme leads to an asset.",
    explanation: """
      Assets get names that change with what is in them, and what style sheets and scripts say of one \
      another is turned to those names: `url()` and `@import` in style sheets; in scripts what stands \
      behind `import`, `from` and `new URL(` and begins with a dot. Such an address counts from the \
      file that it stands in, and must lead to a file of `templates/assets` or of the built-in theme. \
      Whole addresses of other sites stay as they are.

          @font-face { src: url("fonts/plain.wof2") }

      In templates an asset is a name, `{{assets.findings-css.address}}`; one that does not exist \
      is an `unknown-name`.
      """,
    canBeWaived: false)
}

extension Diagnostic {
  fileprivate static func unknownAsset(
    _ reference: AssetReference, in asset: ThemeFile, known: [String]
  ) -> Diagnostic {
    let label = Label(Span(asset.source, reference.range), "no such asset")
    let note = "addresses in assets count from the file that they stand in"
    guard let target = reference.target(from: asset.path) else {
      return Diagnostic(
        .unknownAsset, "'\(reference.address)' leads out of the theme's assets", at: label,
        notes: [note], help: "put the file into templates/assets, and name it from here")
    }
    let nearest = NearMiss.of(target, among: known)
    return Diagnostic(
      .unknownAsset, "'\(reference.address)' is not an asset", at: label, notes: [note],
      help: nearest.map { "did you mean '\($0)'?" }
        ?? "add the file 'templates/assets/\(target)'")
  }
}
