import Site

/// The files of a site that are no pages, no assets and no downloads: one line a topic.
func plannedFiles(_ context: SiteContext, pages: [PlannedPage]) -> [PlannedFile] {
  plannedReportFiles(context)
    + siteMapFiles(context, pages: pages)
    + feedFiles(context)
    + dataFiles(context)
    + recommendationFiles(context)
    + chartFiles(context)
    + printedDayFiles(context)
    + hostingFiles(context)
}
