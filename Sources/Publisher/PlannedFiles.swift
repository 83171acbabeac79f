import Site

/// The files of a site that are no pages and no downloads: one line a topic.
func plannedFiles(
  _ context: SiteContext, pages: [PlannedPage], assets: [ThemeFile]
) -> [PlannedFile] {
  assetFiles(context, assets)
    + plannedReportFiles(context)
    + siteMapFiles(context, pages: pages)
    + feedFiles(context)
    + dataFiles(context)
    + filterFiles(context)
}

private func assetFiles(_ context: SiteContext, _ assets: [ThemeFile]) -> [PlannedFile] {
  assets.map { asset in
    PlannedFile(path: context.assets[asset.path]?.path ?? asset.path) { asset.bytes }
  }
}
