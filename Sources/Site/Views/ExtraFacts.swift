import CommonMark
import HTML
import Inspections
import Templates

/// What the record of a scope says in the fields that its site adds.
struct ExtraFacts: Sendable {
  let scope: ReferenceScope
  let site: SiteContext

  private var recorded: [ExtraFact] { site.register.extras(of: scope.record) }

  /// For the facts of a page: one row a field that the record has.
  static func list<Model>(
    _ facts: @escaping @Sendable (Model) -> ExtraFacts
  ) -> View<Model>.Field {
    .list(
      "extras", "What the record says in the fields that the site adds; may be empty.", factView
    ) { model in
      let facts = facts(model)
      return facts.recorded.map { Fact(fact: $0, facts: facts) }
    }
  }

  /// Each field of a collection under its own name, for pages of one record.
  static func named(_ fields: [ExtraField]) -> ViewShape {
    ViewShape(
      name: "Extra", documentation: "What the record says in the fields that the site adds.",
      fields: fields.map { .init($0.name.value, .list(valueView.shape), $0.meaning) })
  }

  /// The values of ``named(_:)``, for fields in the same order.
  func values(of fields: [ExtraField]) -> ViewRecord {
    let recorded = recorded
    return ViewRecord(
      slots: fields.map { field in
        let fact = recorded.first { $0.field === field }
        return .list((fact?.values ?? []).map { Self.valueView.record(of: Value($0, of: self)) })
      })
  }

  private struct Fact: Sendable {
    let fact: ExtraFact
    let facts: ExtraFacts
  }

  private static let factView = View<Fact>(
    "ExtraFact", "What the record says in a field that the site adds.",
    [
      .text("name", "The field's key.") { $0.fact.field.name.value },
      .text("title", "What the field is called.") { $0.fact.field.title },
      .text("meaning", "What the field says of a record.") { $0.fact.field.meaning },
      .list("values", "Its values; one where it takes no list.", valueView) { model in
        model.fact.values.map { Value($0, of: model.facts) }
      },
    ])

  private struct Value: Sendable {
    let value: ExtraValue
    let facts: ExtraFacts

    init(_ value: ExtraValue, of facts: ExtraFacts) {
      self.value = value
      self.facts = facts
    }
  }

  private static let valueView = View<Value>(
    "ExtraValue", "A value of a field that the site adds.",
    [
      .html("html", "The value for readers.") { model in
        let site = model.facts.site
        let words = ExtraWords.words(model.value, in: site)
        return switch model.value {
        case .text(let text): site.text(text, in: model.facts.scope)
        case .reference(let key): Wording(words, in: site.link(key).language).html
        case .number, .date, .flag, .address, .unknown: Wording(words).html
        }
      },
      .text("text", "The value without markup, as data hold it.") { ExtraWords.data($0.value) },
      .address("link", "Where an address or a reference leads; absent for others.") { model in
        switch model.value {
        case .address(let address): address
        case .reference(let key): model.facts.site.link(key).link
        case .text, .number, .date, .flag, .unknown: nil
        }
      },
    ])
}
