import Diagnostics
import Inspections

/// A fact that a record no longer says, says now, or says otherwise.
struct FactChange: Sendable, Hashable {
  /// What sort of fact it is, for those who look for one.
  enum Sort: String, Sendable, Hashable, CaseIterable {
    case grade, status, date, wording
  }

  /// The fact's name; see `RecordFacts`.
  let name: String
  /// What was said; nil where nothing was.
  let old: String?
  /// What is said now; nil where nothing is.
  let new: String?

  /// The facts in which two states of a record differ, in the order of a reader.
  ///
  /// That is by name, and numbers by their value. Notes of changes are left out, for they say what differs.
  static func all(from old: PublishedRecord, to new: PublishedRecord) -> [FactChange] {
    Set((old.says.all + new.says.all).map(\.name)).filter { name in
      !name.hasPrefix("changes.") && old.says[name] != new.says[name]
        && !areSame(old.says[name], new.says[name])
    }.map { FactChange(name: $0, old: old.says[$0], new: new.says[$0]) }
      .sorted { isBefore($0.name, $1.name) }
  }

  /// Whether two values are one, where one of them may be abridged.
  private static func areSame(_ left: String?, _ right: String?) -> Bool {
    guard let left, let right else { return false }
    return PublishedRecord.abridged(left) == right || left == PublishedRecord.abridged(right)
  }

  /// The number of the paragraph that it is about.
  var paragraph: String? {
    name.hasPrefix("para-") ? String(name.dropFirst("para-".count)) : nil
  }

  /// What sort of fact it is.
  var sort: Sort {
    let last = name.split(separator: ".").last.map(String.init) ?? name
    switch last {
    case "grade", "overall", "score", "overall_progress", "judgement", "carried_from":
      return .grade
    case "status", "form", "as", "not_assessed", "withhold", "superseded_by": return .status
    case "published", "dated", "fieldwork", "release", "due", "date", "from", "to", "period",
      "open":
      return .date
    default: return .wording
    }
  }

  /// The change in words, for messages.
  var words: String {
    let (before, after) = (Self.shown(old), Self.shown(new))
    if old == nil { return after.map { "\(name): '\($0)' is new" } ?? "\(name) is new" }
    if new == nil { return before.map { "\(name): '\($0)' is gone" } ?? "\(name) is gone" }
    guard let after else { return "\(name) has other words" }
    return before.map { "\(name): '\($0)' became '\(after)'" } ?? "\(name): now '\(after)'"
  }

  /// A value that can be shown: not one that is known by its digest only.
  static func shown(_ value: String?) -> String? {
    guard let value, !value.hasPrefix("#") else { return nil }
    return value.count > mostShown ? value.prefix(mostShown) + "…" : value
  }

  private static let mostShown = 200

  /// Orders names so that the numbers in them count: `para-9` comes before `para-10`.
  private static func isBefore(_ left: String, _ right: String) -> Bool {
    func parts(_ name: String) -> [(text: String, number: Int?)] {
      name.split { $0 == "." || $0 == "-" || $0 == " " }.map { (String($0), Int($0)) }
    }
    for (one, other) in zip(parts(left), parts(right)) where one.text != other.text {
      switch (one.number, other.number) {
      case (let number?, let next?) where number != next: return number < next
      case (.some, nil): return true
      case (nil, .some): return false
      case (.some, .some), (nil, nil): return one.text.precedesByBytes(other.text)
      }
    }
    return left.precedesByBytes(right)
  }
}

extension String {
  /// The text with single spaces, and none at its ends.
  var singleSpaced: String {
    split { $0 == " " || $0 == "\t" || $0.isNewline }.joined(separator: " ")
  }
}
