import Inspections
import Templates

/// The values of `params:` in `site.yml` as templates name them: `params.helpline`.
enum ParamsView {
  /// The field `params` of every page.
  static func field(for params: [NamedParam]) -> ViewShape.Field {
    .init("params", .record(shape("Params", params)), "What `params` of `site.yml` says.")
  }

  /// The value of the field `params`.
  static func value(of params: [NamedParam]) -> ViewValue {
    .record(ViewRecord(slots: distinct(params).map { value($0.value) }))
  }

  private static func shape(_ name: String, _ params: [NamedParam]) -> ViewShape {
    ViewShape(
      name: name, documentation: "What `params` of `site.yml` says.",
      fields: distinct(params).map { .init($0.name, type($0), "As `site.yml` has it.") })
  }

  private static func type(_ param: NamedParam) -> FieldType {
    switch param.value {
    case .text: .text
    case .flag: .flag
    case .address: .address
    case .texts: .texts
    case .group(let group): .record(shape(param.name, group))
    case .groups(let groups): .list(shape(param.name, groups.flatMap(\.self)))
    }
  }

  private static func value(_ param: Param) -> ViewValue {
    switch param {
    case .text(let text), .address(let text): .text(text)
    case .flag(let flag): .flag(flag)
    case .texts(let texts): .list(texts.map { ViewRecord(slots: [.text($0)]) })
    case .group(let group): value(of: group)
    case .groups(let groups):
      .list(
        groups.map { group in
          ViewRecord(
            slots: distinct(groups.flatMap(\.self)).map { name in
              group.first { $0.name == name.name }.map { value($0.value, as: name.value) } ?? .none
            })
        })
    }
  }

  /// A value in the form that the others of its name have.
  private static func value(_ param: Param, as common: Param) -> ViewValue {
    if case .text = common, case .flag(let flag) = param { return .text(flag ? "true" : "false") }
    return value(param)
  }

  /// Each name once; where entries of a list differ in what a name holds, as text unless all are addresses.
  private static func distinct(_ params: [NamedParam]) -> [NamedParam] {
    var places: [String: Int] = [:]
    var distinct: [NamedParam] = []
    for param in params {
      guard let place = places[param.name] else {
        places[param.name] = distinct.count
        distinct.append(param)
        continue
      }
      distinct[place] = NamedParam(
        name: param.name, value: common(distinct[place].value, param.value))
    }
    return distinct
  }

  private static func common(_ left: Param, _ right: Param) -> Param {
    switch (left, right) {
    case (.flag, .flag), (.address, .address): left
    default: .text("")
    }
  }
}
