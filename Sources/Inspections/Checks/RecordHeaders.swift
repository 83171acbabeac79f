extension Register {
  /// The headers of all records, by collection and then by id.
  var headers: [RecordHeader] { Collection.allCases.flatMap { shelf(of: $0).headers } }
}
