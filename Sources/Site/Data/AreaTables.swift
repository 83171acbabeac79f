import Inspections

extension DataTable {
  static let areas = DataTable("areas", "Areas", "One unit that is inspected.", areaColumns) {
    register, _ in register.areas.records
  }

  private static let areaColumns: [DataColumn<Area>] = [
    DataColumn("id", "The area's id.") { RowID($0.id.name) },
    DataColumn("title", "Its name.") { $0.title },
    DataColumn("kind", "What kind of unit it is, in the body's words.") { $0.kind },
    DataColumn("organisation", "The body it is part of.") { $0.organisation }
      .only { !usesTenures($0) },
    DataColumn(
      "organisation",
      "The body it is part of; where several ran it, the one that does, or did last; worked out.",
      asOf: { area, day in
        let ended = area.life.to.known()?.latest
        return area.body(on: min(day, ended ?? day)) ?? area.tenures.last?.organisation.value
      }
    )
    .only(where: usesTenures),
    DataColumn(
      "organisations",
      "The bodies that ran it one after another; when each did is in the table `tenures`."
    ) {
      $0.tenures.map(\.organisation)
    }
    .only(where: usesTenures),
    DataColumn("code", "The body's code for it.") { $0.code },
    DataColumn("parent", "The area it is part of.") { $0.parent },
    DataColumn("covers", "Places that it covers.") { $0.covers },
    DataColumn("also_known_as", "Other names it goes by.") { $0.alsoKnownAs },
    DataColumn("from", "When it began.") { $0.life.from },
    DataColumn("to", "When it ended; empty while it exists.") { $0.life.to },
    DataColumn("standing", "Why there is no report on it, or none is due.") { $0.standing?.state }
      .only(where: usesStandings),
    DataColumn("standing_date", "As of when that is so.") { $0.standing?.date }
      .only(where: usesStandings),
    DataColumn("standing_note", "A remark on that.") { $0.standing?.note }
      .only(where: usesStandings),
    .address("Its page.") { .area($0.id, anchor: nil) },
  ]

  @Sendable
  private static func usesTenures(_ register: Register) -> Bool {
    register.areas.records.contains { !$0.tenures.isEmpty }
  }

  @Sendable
  private static func usesStandings(_ register: Register) -> Bool {
    register.areas.records.contains { $0.standing != nil }
  }

  static let tenures = DataTable(
    "tenures", "Bodies that ran an area", "The time in which a body ran an area.", tenureColumns,
    only: usesTenures
  ) { register, _ in
    register.areas.records.flatMap { area in
      var names = UniqueNames()
      return area.tenures.map { tenure in
        Ran(area: area.id, tenure: tenure, name: names.unique(tenure.organisation.value.name))
      }
    }
  }

  private static let tenureColumns: [DataColumn<Ran>] = [
    DataColumn("id", "The area's id, `/`, and the organisation's.") {
      RowID("\($0.area)/\($0.name)")
    },
    DataColumn("area", "The area.") { $0.area },
    DataColumn("organisation", "The body.") { $0.tenure.organisation },
    DataColumn("from", "Since when it ran the area.") { $0.tenure.from },
    DataColumn("to", "Until when; empty while it does.") { $0.tenure.to },
    .address("The area's page.") { .area($0.area, anchor: nil) },
  ]

  /// A time in which a body ran an area.
  private struct Ran: Sendable {
    let area: AreaID
    let tenure: Tenure
    /// Its name in the area.
    let name: String
  }

  static let lineage = DataTable(
    "lineage", "Lineage",
    "The beginning or the end of an area or an organisation, with what came before or after.",
    lineageColumns
  ) { register, _ in
    let lineage = register.lineage
    let areas = register.areas.records.flatMap { area in
      LifeEvent.events(
        .area, area.life, before: lineage.predecessors(of: area.id),
        after: lineage.successors(of: area.id), page: .area(area.id, anchor: nil), id: area.id.name)
    }
    let organisations = register.organisations.records.flatMap { organisation in
      LifeEvent.events(
        .organisation, organisation.life, before: lineage.predecessors(of: organisation.id),
        after: lineage.successors(of: organisation.id),
        page: .organisation(organisation.id, anchor: nil), id: organisation.id.name)
    }
    return areas + organisations
  }

  private static let lineageColumns: [DataColumn<LifeEvent>] = [
    DataColumn("id", "The kind of record, its id and the event, with `/` between.") {
      RowID("\($0.kind.rawValue)/\($0.id)/\($0.event.rawValue)")
    },
    DataColumn("record_kind", "What began or ended.") { $0.kind },
    DataColumn("record", "Its id.") { RowID($0.id) },
    DataColumn("event", "What happened.") { $0.event },
    DataColumn("date", "When.") { $0.date },
    DataColumn("relatives", "What it replaced, or what replaced it.") { $0.relatives },
    .address("The record's page.") { $0.page },
  ]
}

/// The beginning or the end of an area or an organisation.
private struct LifeEvent: Sendable {
  enum Kind: String, DataChoice { case area, organisation }
  enum Event: String, DataChoice { case began, ended }

  let kind: Kind
  let id: String
  let event: Event
  let date: Located<Known<PartialDate>>?
  let relatives: Known<[RowID]>?
  let page: Target

  /// What the record says of either; a side of which it says nothing is left out.
  static func events<Subject>(
    _ kind: Kind, _ life: Life<Subject>, before: Lineage.Relatives<Subject>,
    after: Lineage.Relatives<Subject>, page: Target, id: String
  ) -> [LifeEvent] {
    [
      LifeEvent(
        kind: kind, id: id, event: .began, date: life.from, relatives: ids(before), page: page),
      LifeEvent(
        kind: kind, id: id, event: .ended, date: life.to, relatives: ids(after), page: page),
    ].filter { $0.date != nil || $0.relatives.cell != .absent }
  }

  private static func ids<Subject>(_ relatives: Lineage.Relatives<Subject>) -> Known<[RowID]>? {
    switch relatives {
    case .known(let ids): .known(ids.map { RowID($0.name) })
    case .unknown: .unknown
    case .notRecorded: nil
    }
  }
}
