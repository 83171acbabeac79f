public import Diagnostics
public import Templates

/// The theme's assets as templates name them: `assets.findings-css.address`.
///
/// A name is the asset's path with `-` for everything that a template cannot write in a name: `/` and
/// `.`, spaces, brackets, quotes. An asset that does not exist is an unknown name, so a template cannot
/// refer to one.
public enum AssetsView {
  private static let fileShape = ViewShape(
    name: "Asset", documentation: "A file of the theme as it is published.",
    fields: [
      .init("address", .address, "Its address, with a part of its hash in the name."),
      .init("whole-address", .address, "The same with the host."),
      .init("integrity", .text, "Its hash, for an `integrity` attribute."),
    ])

  /// The assets that have a name of their own, with an `asset-name` for each that has another's.
  ///
  /// The built-in theme's come first, then the order of paths.
  public static func named(_ assets: [ThemeFile]) -> Diagnosed<[ThemeFile]> {
    var owners: [String: ThemeFile] = [:]
    var nameless: Set<SourceFile> = []
    var diagnostics: [Diagnostic] = []
    for asset in assets.filter(\.source.isBuiltIn) + assets.filter({ !$0.source.isBuiltIn }) {
      let name = name(of: asset.path)
      if let owner = owners[name] {
        nameless.insert(asset.source)
        diagnostics.append(.sharedName(name, of: asset, and: owner))
      } else {
        owners[name] = asset
      }
    }
    return Diagnosed(assets.filter { !nameless.contains($0.source) }, diagnostics)
  }

  /// The field `assets` of every page, for assets with names of their own.
  static func field(for assets: [ThemeFile]) -> ViewShape.Field {
    let shape = ViewShape(
      name: "Assets", documentation: "The theme's files by name.",
      fields: assets.map { .init(name(of: $0.path), .record(fileShape), "The file `\($0.path)`.") })
    return .init("assets", .record(shape), "The theme's files.")
  }

  /// The value of the field `assets`, for assets in the same order.
  public static func value(of assets: [ThemeFile], in site: SiteContext) -> ViewValue {
    .record(
      ViewRecord(
        slots: assets.map { asset in
          let published = site.assets[asset.path]
          let address = Addresses.encoded(published?.path ?? asset.path)
          return .record(
            ViewRecord(slots: [
              .text(site.addresses.link(address)), .text(site.addresses.absolute(address)),
              .text(published?.integrity ?? ""),
            ]))
        }))
  }

  /// The name under which templates know an asset: `findings-css` for `findings.css`.
  public static func name(of path: String) -> String {
    var name = ""
    for scalar in path.unicodeScalars {
      let isWritable =
        scalar.isASCII
        ? scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "-_@+~".unicodeScalars.contains(scalar)
        : !scalar.properties.isWhitespace
      name.unicodeScalars.append(isWritable ? scalar : "-")
    }
    return name
  }
}

extension Check {
  /// Assets that templates cannot tell apart.
  public static let assetName = Check(
    "asset-name", .templates, .error,
    summary: "Every asset of the theme has a name of its own in templates.",
    explanation: """
      Templates name an asset by its path with `-` for `/`, `.`, spaces and other characters that a \
      name cannot have. Two files whose paths come to one name could not be told apart.

      Example: `assets/icons/home.svg` beside `assets/icons-home.svg`, both `icons-home-svg`.
      """,
    canBeWaived: false)
}

extension Diagnostic {
  fileprivate static func sharedName(
    _ name: String, of asset: ThemeFile, and other: ThemeFile
  ) -> Diagnostic {
    Diagnostic(
      .assetName,
      "'\(asset.path)' has the name 'assets.\(name)' in templates, as '\(other.path)' has",
      at: Label(Span(startOf: asset.source)),
      secondary: [Label(Span(startOf: other.source), "the other file")],
      notes: ["in a name '-' stands for '/', '.', spaces and what else a name cannot have"],
      help: "rename one of the two files")
  }
}
