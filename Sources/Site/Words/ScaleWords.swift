import Inspections

/// Whether grades of two frameworks may be compared, in English.
enum ScaleWords {
  /// That grades of two frameworks are not comparable, or whose published equivalence there is.
  static func comparison(
    of one: FrameworkID, and other: FrameworkID, in register: Register
  ) -> String {
    guard let mapping = mapping(between: one, and: other, in: register) else {
      return "Their grades are not comparable: no equivalence of the two scales is published here."
    }
    return "A published equivalence exists: \(source(of: mapping))"
  }

  /// How the grades of a table compare with those of the tables above it: that nobody publishes an
  /// equivalence, or who does.
  static func comparison(
    of framework: Framework?, withAll above: [Framework?], in register: Register
  ) -> String {
    let mapped = above.compactMap { other -> String? in
      guard let framework, let other,
        let mapping = mapping(between: framework.id, and: other.id, in: register)
      else { return nil }
      return "An equivalence with \(other.title.value.plain) is published: \(source(of: mapping))"
    }
    guard mapped.count < above.count else { return mapped.joined(separator: " ") }
    let others = mapped.isEmpty ? "those above" : "the others above"
    return (mapped + ["These grades are not comparable with \(others)."]).joined(separator: " ")
  }

  /// Who publishes an equivalence, as a sentence.
  private static func source(of mapping: ScaleMapping) -> String {
    let words = mapping.source.plain
    return words.last?.isPunctuation ?? false ? words : words + "."
  }

  /// The published equivalence of two frameworks' grades, whichever of the two publishes it.
  static func mapping(
    between one: FrameworkID, and other: FrameworkID, in register: Register
  ) -> ScaleMapping? {
    register.frameworks[one]?.mappings.first { $0.to.value == other }
      ?? register.frameworks[other]?.mappings.first { $0.to.value == one }
  }
}
