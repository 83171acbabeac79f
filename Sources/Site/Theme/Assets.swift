/// The published names of a theme's assets.
public func publishedAssets(_ assets: [ThemeFile]) -> [String: SiteContext.Asset] {
  Dictionary(
    uniqueKeysWithValues: assets.map { asset in
      (asset.path, SiteContext.Asset(path: "assets/\(asset.path)", integrity: ""))
    })
}
