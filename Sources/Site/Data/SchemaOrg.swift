import Inspections

/// schema.org data of pages, for search engines.
enum SchemaOrg {
  /// A report as the type `Report`, as JSON text.
  static func report(_ report: Report, site: SiteContext) -> String {
    let register = site.register
    let citation = ReportCitation(of: report, site: site)
    let publishers = report.publishers.map { organisation($0.value, site: site) }
    let areas = report.areas.compactMap { register.areas[$0.value] }.map { area in
      OrderedJSON.fields([
        "@type": .string("AdministrativeArea"),
        "name": .string(area.title.value.plain),
        "url": .string(site.addresses.absolute(Addresses.path(of: .area(area.id, anchor: nil)))),
      ])
    }
    let licence = report.licence.flatMap { id in
      register.site.licences.first { $0.id.value == id.value }
    }
    let json = OrderedJSON.fields([
      "@context": .string("https://schema.org"),
      "@type": .string("Report"),
      "@id": .string(citation.address),
      "url": .string(citation.address),
      "name": .string(citation.title),
      "reportNumber": .text(citation.number),
      "author": .list(publishers),
      "publisher": .list(publishers),
      "datePublished": date(citation.published),
      "about": .list(areas),
      "inLanguage": .string(citation.language),
      "license": (licence?.address?.value ?? licence?.title).flatMap(OrderedJSON.text),
      "creativeWorkStatus": report.status == .withdrawn ? .string("Withdrawn") : nil,
      "isPartOf": .fields([
        "@type": .string("WebSite"), "name": .string(citation.register),
        "url": .string(site.addresses.baseURL),
      ]),
    ])
    return text(json)
  }

  /// An answer as the type `Comment` on its report.
  static func response(_ response: Response, site: SiteContext) -> String {
    let path = Addresses.path(of: .response(response.id, anchor: nil))
    let report = Addresses.path(of: .report(response.report.value, anchor: nil))
    return text(
      .fields([
        "@context": .string("https://schema.org"),
        "@type": .string("Comment"),
        "@id": .string(site.addresses.absolute(path)),
        "url": .string(site.addresses.absolute(path)),
        "name": .string(response.title.value.plain),
        "author": organisation(response.organisation.value, site: site),
        "datePublished": date(response.published.known()),
        "about": .fields([
          "@type": .string("Report"), "@id": .string(site.addresses.absolute(report)),
        ]),
      ]))
  }

  private static func organisation(_ id: OrganisationID, site: SiteContext) -> OrderedJSON {
    let organisation = site.register.organisations[id]
    return .fields([
      "@type": .string("Organization"),
      "name": .string(organisation?.title.value.plain ?? id.name),
      "url": organisation?.address.map { .string($0.value) },
    ])
  }

  /// A date that schema.org knows: a year, a month or a day; a week is given by its first day.
  private static func date(_ date: PartialDate?) -> OrderedJSON? {
    date.map { .string($0.precision == .week ? "\($0.earliest)" : "\($0)") }
  }

  private static func text(_ json: OrderedJSON) -> String {
    String(decoding: json.encoded().dropLast(), as: UTF8.self)
  }
}
