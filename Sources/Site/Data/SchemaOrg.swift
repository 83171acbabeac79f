import Diagnostics
import Inspections

/// schema.org data of pages, for search engines.
enum SchemaOrg {
  /// A report as the type `Report`, as JSON text in UTF-8.
  static func report(_ report: Report, site: SiteContext) -> [UInt8] {
    let register = site.register
    let path = Addresses.path(of: .report(report.id, anchor: nil))
    return document("Report", at: path, called: report.title.value.plain, in: site) { json in
      if let number = report.reference.known(), !number.isEmpty {
        json.member("reportNumber", number)
      }
      for role in ["author", "publisher"] where !report.publishers.isEmpty {
        json.key(role)
        json.array { for id in report.publishers { organisation(id.value, in: site, to: &$0) } }
      }
      date(report.published.known(), to: &json)
      let areas = report.areas.compactMap { register.areas[$0.value] }
      if !areas.isEmpty {
        json.key("about")
        json.array { for area in areas { self.area(area, in: site, to: &$0) } }
      }
      json.member("inLanguage", report.language?.value ?? register.site.language.value)
      let original = register.original(of: report)
      if original !== report {
        json.key("translationOfWork")
        work(original, in: site, to: &json)
      }
      let translations = (register.links.translations[report.id] ?? []).compactMap {
        register.reports[$0]
      }
      if !translations.isEmpty {
        json.key("workTranslation")
        json.array { for translation in translations { work(translation, in: site, to: &$0) } }
      }
      let licence = report.licence.flatMap { id in
        register.site.licences.first { $0.id.value == id.value }
      }
      if let licence, case let terms = licence.address?.value ?? licence.title, !terms.isEmpty {
        json.member("license", terms)
      }
      if report.status == .withdrawn { json.member("creativeWorkStatus", "Withdrawn") }
      json.key("isPartOf")
      json.object { json in
        json.member("@type", "WebSite")
        json.member("name", register.site.title.value)
        json.member("url", site.addresses.baseURL)
      }
    }
  }

  /// A recommendation as the type `Recommendation`: its priority is the category, the bodies it is put
  /// to are the audience, and what money it is about is mentioned.
  static func recommendation(
    _ recommendation: Recommendation, in report: Report, site: SiteContext
  ) -> [UInt8] {
    let register = site.register
    let framework = register.framework(of: report)
    let number = recommendation.number.value
    let name = RecommendationWords.name(number, in: framework)
    let path = Addresses.path(of: .recommendation(report.id, number))
    return document(
      "Recommendation", at: path, called: NumberWords.capitalised(name), in: site
    ) { json in
      json.member("text", recommendation.text.value.plain)
      json.member("inLanguage", report.language?.value ?? register.site.language.value)
      if let priority = AmountWords.priority(of: recommendation, in: framework) {
        json.member("category", priority.text)
      }
      if !recommendation.to.isEmpty {
        json.key("audience")
        json.array { for body in recommendation.to { audience(body.value, in: site, to: &$0) } }
      }
      if !recommendation.amounts.isEmpty {
        json.key("mentions")
        json.array { json in
          for amount in recommendation.amounts {
            json.object { json in
              json.member("@type", "MonetaryAmount")
              json.member("name", AmountWords.kind(amount.kind.value, in: framework).text)
              json.key("value")
              json.number(amount.value.number)
              json.member("currency", amount.value.currency)
            }
          }
        }
      }
      date(report.published.known(), to: &json)
      json.key("isPartOf")
      work(report, in: site, to: &json)
    }
  }

  private static func audience(
    _ id: OrganisationID, in site: SiteContext, to json: inout JSONBuffer
  ) {
    let path = Addresses.path(of: .organisation(id, anchor: nil))
    json.object { json in
      json.member("@type", "Audience")
      json.member("name", RecommendationWords.name(of: id, in: site.register))
      if site.register.organisations[id] != nil {
        json.member("url", site.addresses.absolute(path))
      }
    }
  }

  /// An answer as the type `Comment` on its report.
  static func response(_ response: Response, site: SiteContext) -> [UInt8] {
    let path = Addresses.path(of: .response(response.id, anchor: nil))
    return document("Comment", at: path, called: response.title.value.plain, in: site) { json in
      json.key("author")
      organisation(response.organisation.value, in: site, to: &json)
      date(response.published.known(), to: &json)
      json.key("about")
      json.object { json in
        let report = Addresses.path(of: .report(response.report.value, anchor: nil))
        json.member("@type", "Report")
        json.member("@id", site.addresses.absolute(report))
      }
    }
  }

  private static func work(
    _ report: Report, in site: SiteContext, to json: inout JSONBuffer
  ) {
    json.object { json in
      json.member("@type", "Report")
      let path = Addresses.path(of: .report(report.id, anchor: nil))
      json.member("@id", site.addresses.absolute(path))
    }
  }

  /// What every page's data begins with, and then what `members` writes.
  private static func document(
    _ type: String, at path: String, called title: String, in site: SiteContext,
    _ members: (inout JSONBuffer) -> Void
  ) -> [UInt8] {
    let address = site.addresses.absolute(path)
    var json = JSONBuffer(capacity: 1024)
    json.object { json in
      json.member("@context", "https://schema.org")
      json.member("@type", type)
      json.member("@id", address)
      json.member("url", address)
      json.member("name", title)
      members(&json)
    }
    return json.bytes
  }

  private static func organisation(
    _ id: OrganisationID, in site: SiteContext, to json: inout JSONBuffer
  ) {
    let organisation = site.register.organisations[id]
    json.object { json in
      json.member("@type", "Organization")
      json.member("name", organisation?.title.value.plain ?? id.name)
      if let address = organisation?.address { json.member("url", address.value) }
      if let contacts = organisation?.contacts, !contacts.isEmpty {
        json.key("contactPoint")
        json.array { for contact in contacts { self.contact(contact, to: &$0) } }
      }
    }
  }

  private static func contact(_ contact: Contact, to json: inout JSONBuffer) {
    json.object { json in
      json.member("@type", "ContactPoint")
      if let title = contact.title { json.member("name", title.plain) }
      // schema.org keeps postal addresses with places; a description says what we know, in one line.
      if let address = contact.postalAddress { json.member("description", address) }
      if !contact.telephones.isEmpty { json.member("telephone", contact.telephones) }
      if !contact.emails.isEmpty { json.member("email", contact.emails) }
    }
  }

  private static func area(_ area: Area, in site: SiteContext, to json: inout JSONBuffer) {
    json.object { json in
      json.member("@type", "AdministrativeArea")
      json.member("name", area.title.value.plain)
      json.member("url", site.addresses.absolute(Addresses.path(of: .area(area.id, anchor: nil))))
    }
  }

  /// A date that schema.org knows: a year, a month or a day, as far as it is certain.
  private static func date(_ date: PartialDate?, to json: inout JSONBuffer) {
    guard let date, !date.certain.isEmpty else { return }
    // Ten characters of a day are seven of its month and four of its year.
    let length = [4, 7, 10][date.certain.count - 1]
    json.member("datePublished", String("\(date.earliest)".prefix(length)))
  }
}
