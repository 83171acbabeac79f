import Site

/// The files of a site that are no pages: one line a topic.
func plannedFiles(
  _ context: SiteContext, pages: [PlannedPage], assets: [ThemeFile], downloads: [ProjectFiles.File]
) -> [PlannedFile] {
  assetFiles(context, assets)
    + siteMapFiles(context, pages: pages)
    + feedFiles(context)
    + dataFiles(context)
}

private func assetFiles(_ context: SiteContext, _ assets: [ThemeFile]) -> [PlannedFile] {
  assets.map { asset in
    PlannedFile(path: context.assets[asset.path]?.path ?? asset.path) { asset.bytes }
  } + plannedReportFiles(context)
}
