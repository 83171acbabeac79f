import Inspections

extension DataTable {
  /// Only of sites that add fields to their records.
  static let extra = DataTable(
    "extra", "Extra fields", "What one record says in a field that this site adds.", extraColumns,
    only: { !$0.site.extraFields.isEmpty }
  ) { register, _ in
    Inspections.Collection.allCases.filter { !register.site.extraFields[$0].isEmpty }
      .flatMap { collection in
        register.headers(of: collection).flatMap { header in
          header.extras.map { RecordedExtra(record: RecordKey(collection, header.id), fact: $0) }
        }
      }
  }

  private static let extraColumns: [DataColumn<RecordedExtra>] =
    [
      DataColumn("id", "The collection, the record's id and the field, with `/` between.") {
        RowID("\($0.record.collection.rawValue)/\($0.record.id)/\($0.fact.field.name.value)")
      },
      DataColumn("collection", "The collection of the record.") { $0.record.collection },
      DataColumn("record", "The record's id.") { RowID($0.record.id) },
    ] + ReportJSON.extra.map { $0.of(\.fact) } + [
      DataColumn("meaning", "What the field says of a record.") { $0.fact.field.meaning },
      .address("The record's page.") { $0.record.target },
    ]
}

extension ReportJSON {
  static let extra: [DataColumn<ExtraFact>] = [
    DataColumn("field", "The field's key.") { RowID($0.field.name.value) },
    DataColumn("title", "What the field is called.") { $0.field.title },
    DataColumn("type", "What its values are.") { $0.field.kind },
    DataColumn("values", "Its values; one where it takes no list.") {
      $0.values.map(ExtraWords.data)
    },
  ]
}

/// A fact with the record that has it.
private struct RecordedExtra: Sendable {
  let record: RecordKey
  let fact: ExtraFact
}

extension Inspections.Collection: DataChoice {}
extension ExtraField.Kind: DataChoice {}
