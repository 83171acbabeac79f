import Inspections

extension DataTable {
  static let areas = DataTable(
    name: "areas", title: "Areas", summary: "One unit that is inspected.",
    columns: [
      DataColumn("id", .id, "The area's id.", required: true),
      DataColumn("title", .text, "Its name.", required: true),
      DataColumn("kind", .text, "What kind of unit it is, in the body's words."),
      DataColumn("organisation", .id, "The body it is part of.", titles: .organisation),
      DataColumn("code", .text, "The body's code for it."),
      DataColumn("parent", .id, "The area it is part of.", of: "areas"),
      DataColumn("covers", .texts, "Places that it covers."),
      DataColumn("also_known_as", .texts, "Other names it goes by."),
      DataColumn("from", .date, "When it began."),
      DataColumn("to", .date, "When it ended; empty while it exists."),
      DataColumn("address", .address, "Its page.", required: true),
    ]
  ) { site in
    site.register.areas.records.map { area in
      [
        .text(area.id.name), .text(area.title.value.plain),
        area.kind.value.value.map { .text($0) } ?? .unknown,
        DataValue(area.organisation?.value.name), DataValue(area.code?.value),
        DataValue(area.parent), covers(area), DataValue(area.alsoKnownAs.map(\.value)),
        DataValue(area.life.from), DataValue(area.life.to),
        .text(site.addresses.absolute(Addresses.path(of: .area(area.id, anchor: nil)))),
      ]
    }
  }

  private static func covers(_ area: Area) -> DataValue {
    switch area.covers?.value {
    case .known(let places): DataValue(places)
    case .unknown: .unknown
    case nil: .absent
    }
  }

  static let lineage = DataTable(
    name: "lineage", title: "Lineage",
    summary:
      "The beginning or the end of an area or an organisation, with what came before or after.",
    columns: [
      DataColumn(
        "id", .id, "The kind of record, its id and the event, with `/` between.", required: true),
      DataColumn(
        "record_kind", .choice(["area", "organisation"]), "What began or ended.", required: true),
      DataColumn("record", .id, "Its id.", required: true),
      DataColumn("event", .choice(["began", "ended"]), "What happened.", required: true),
      DataColumn("date", .date, "When."),
      DataColumn("relatives", .ids, "What it replaced, or what replaced it."),
      DataColumn("address", .address, "The record's page.", required: true),
    ]
  ) { site in
    let lineage = site.register.lineage
    let areas = site.register.areas.records.flatMap { area in
      events(
        "area", area.id, area.life, before: lineage.predecessors(of: area.id),
        after: lineage.successors(of: area.id),
        page: site.addresses.absolute(Addresses.path(of: .area(area.id, anchor: nil))))
    }
    let organisations = site.register.organisations.records.flatMap { organisation in
      events(
        "organisation", organisation.id, organisation.life,
        before: lineage.predecessors(of: organisation.id),
        after: lineage.successors(of: organisation.id),
        page: site.addresses.absolute(
          Addresses.path(of: .organisation(organisation.id, anchor: nil))))
    }
    return areas + organisations
  }

  private static func events<Subject>(
    _ kind: String, _ id: ID<Subject>, _ life: Life<Subject>,
    before: Lineage.Relatives<Subject>, after: Lineage.Relatives<Subject>, page: String
  ) -> [[DataValue]] {
    func row(
      _ event: String, _ date: Located<Known<PartialDate>>?, _ relatives: Lineage.Relatives<Subject>
    ) -> [DataValue]? {
      let names: DataValue
      switch relatives {
      case .known(let ids): names = DataValue(ids)
      case .unknown: names = .unknown
      case .notRecorded: names = .absent
      }
      guard date != nil || names != .absent else { return nil }
      return [
        .text("\(kind)/\(id)/\(event)"), .text(kind), .text(id.name), .text(event),
        DataValue(date), names, .text(page),
      ]
    }
    return [row("began", life.from, before), row("ended", life.to, after)].compactMap { $0 }
  }
}
