import Inspections

/// What other records say of an organisation, gathered once for all of them.
struct RelatedOrganisations: Sendable {
  /// A relation to another organisation, in words.
  struct Relation: Sendable {
    let organisation: OrganisationID
    let words: String
  }

  /// Bodies that it answered for.
  var sponsored: [Relation] = []
  /// Duties that came to it from others.
  var received: [Relation] = []
  /// The reports that put a recommendation to it, newest first.
  var asking: [Report] = []
  /// Its areas, by id.
  var areas: [AreaID] = []

  /// Complexity: O(organisations + areas + recommendations).
  static func all(in register: Register) -> [OrganisationID: RelatedOrganisations] {
    var found: [OrganisationID: RelatedOrganisations] = [:]
    for organisation in register.organisations.records {
      for sponsor in organisation.sponsors {
        found[sponsor.organisation.value, default: .init()].sponsored.append(
          Relation(
            organisation: organisation.id,
            words: LifeWords.words(from: sponsor.from, to: sponsor.to)))
      }
      for duty in organisation.duties {
        guard let receiver = duty.passedTo?.value else { continue }
        let date = duty.to.known().map { ", \(DateWords.words($0))" } ?? ""
        found[receiver, default: .init()].received.append(
          Relation(organisation: organisation.id, words: duty.duty.plain + date))
      }
    }
    for report in register.links.reportsNewestFirst where register.original(of: report) === report {
      for body in Set(report.recommendations.flatMap { $0.to.map(\.value) }) {
        found[body, default: .init()].asking.append(report)
      }
    }
    for area in register.areas.records {
      for body in area.bodies { found[body.value, default: .init()].areas.append(area.id) }
    }
    return found
  }
}
