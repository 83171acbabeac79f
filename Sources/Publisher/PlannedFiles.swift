import Site

/// The files of a site that are no pages, in the order of their paths.
func plannedFiles(
  _ context: SiteContext, assets: [ThemeFile], downloads: [ProjectFiles.File]
) -> [PlannedFile] {
  assets.map { asset in
    PlannedFile(path: context.assets[asset.path]?.path ?? asset.path) { asset.bytes }
  } + plannedReportFiles(context)
}
