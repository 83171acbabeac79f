public import Templates

/// The theme's assets as templates name them: `assets.findings-css.address`.
///
/// A name is the asset's path with `-` for every `/` and `.`. An asset that does not exist is an
/// unknown name, so a template cannot refer to one.
public enum AssetsView {
  private static let fileShape = ViewShape(
    name: "Asset", documentation: "A file of the theme as it is published.",
    fields: [
      .init("address", .address, "Its address, with a part of its hash in the name."),
      .init("whole-address", .address, "The same with the host."),
      .init("integrity", .text, "Its hash, for an `integrity` attribute."),
    ])

  /// The field `assets` of every page.
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
          let path = published?.path ?? asset.path
          return .record(
            ViewRecord(slots: [
              .text(site.addresses.link(path)), .text(site.addresses.absolute(path)),
              .text(published?.integrity ?? ""),
            ]))
        }))
  }

  /// The name under which templates know an asset: `findings-css` for `findings.css`.
  public static func name(of path: String) -> String {
    String(path.map { $0 == "/" || $0 == "." ? "-" : $0 })
  }
}
