import Inspections

/// Kinds and states of records in English.
enum RecordWords {
  /// What a report is, like `Inspection report`.
  static func kind(_ kind: Report.Kind) -> String {
    switch kind {
    case .inspection: "Inspection report"
    case .thematic: "Thematic report"
    case .monitoring: "Monitoring visit"
    case .consultation: "Consultation report"
    }
  }

  /// How much of a report the register holds; empty for its whole text.
  static func form(_ form: Report.Form) -> String {
    switch form {
    case .full: ""
    case .digest: "a digest in our words"
    case .knownOf: "text not held"
    case .restricted: "may not be published"
    }
  }

  /// What an organisation does in the register, like `Inspected body`.
  static func kind(_ kind: Organisation.Kind) -> String {
    switch kind {
    case .inspectorate: "Inspectorate"
    case .inspectedBody: "Inspected body"
    case .department: "Department"
    case .other: "Organisation"
    }
  }

  /// How far a source's word is the inspectorate's own.
  static func trust(_ trust: Source.Trust) -> String {
    switch trust {
    case .record: "read for this register"
    case .provider: "the inspected body’s own word"
    case .press: "press"
    case .reported: "reported on another page"
    }
  }

  /// How far a rule binds.
  static func status(_ status: Rule.Status) -> String {
    switch status {
    case .proposed: "proposed"
    case .intended: "announced, not known to have come into force"
    case .inForce: "in force"
    }
  }

  /// An id or a kind as words: `service-area` is `service area`.
  static func spaced(_ id: String) -> String {
    String(id.map { $0 == "-" ? " " : $0 })
  }
}
