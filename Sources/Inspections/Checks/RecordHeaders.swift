extension Register {
  /// The headers of all records, by collection and then by id.
  var headers: [RecordHeader] {
    var headers: [RecordHeader] = []
    headers += organisations.records.map(\.header)
    headers += frameworks.records.map(\.header)
    headers += areas.records.map(\.header)
    headers += reports.records.map(\.header)
    headers += responses.records.map(\.header)
    headers += coverage.records.map(\.header)
    headers += glossary.records.map(\.header)
    headers += pages.records.map(\.header)
    return headers
  }
}
