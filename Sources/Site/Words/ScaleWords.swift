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
    return "A published equivalence exists: \(mapping.source.plain)"
  }

  /// The published equivalence of two frameworks' grades, whichever of the two publishes it.
  static func mapping(
    between one: FrameworkID, and other: FrameworkID, in register: Register
  ) -> ScaleMapping? {
    register.frameworks[one]?.mappings.first { $0.to.value == other }
      ?? register.frameworks[other]?.mappings.first { $0.to.value == one }
  }
}
