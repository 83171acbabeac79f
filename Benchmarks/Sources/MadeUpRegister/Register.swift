/// A made-up register: everything but the bodies, which are written one at a time.
public struct Register {
  let seed: UInt64
  /// Whether reports have nothing but their text.
  let isPlain: Bool
  let frameworks: [Framework]
  let areas: [Area]
  let reports: [Report]
}

/// The rules of a round of inspections.
struct Framework {
  let id: String
  let title: String
  let from: Day
  let to: Day?
  /// Best first.
  let grades: [Named]
  let aspects: [Named]
}

/// An id and what it is called.
struct Named {
  let id: String
  let title: String
}

/// What is inspected.
struct Area {
  let id: String
  let title: String
  let from: Day
  let to: Day?
  /// The position of the area that this one replaces.
  let replaces: Int?
}

/// An inspection or a monitoring visit.
struct Report {
  let id: String
  let title: String
  let reference: String
  /// The position of its area.
  let area: Int
  /// The position of its framework.
  let framework: Int
  let fieldwork: ClosedRange<Day>
  let published: Day
  let content: Content

  enum Content {
    case inspection(Inspection)
    case visit(Visit)
  }
}

/// What an inspection concluded.
struct Inspection {
  /// The overall grade's position in its framework's scale.
  let overall: Int
  let judgements: [Judgement]
  let recommendations: [Recommendation]
  let sample: Sample
}

/// A grade on an aspect, both as positions in the framework.
struct Judgement {
  let aspect: Int
  let grade: Int
}

/// A numbered action with its date.
struct Recommendation {
  let number: Int
  let text: String
  let aspect: Int
  let months: Int
}

/// A sample whose distribution sums to its size.
struct Sample {
  /// One count for each grade of the scale.
  let counts: [Int]

  var size: Int { counts.reduce(0, +) }
}

/// What a monitoring visit concluded.
struct Visit {
  /// The position of the report whose recommendations it judges.
  let follows: Int
  /// For each recommendation in order: whether progress was satisfactory.
  let progress: [Bool]
}

extension Report {
  /// Whether it is a monitoring visit.
  var isVisit: Bool {
    switch content {
    case .inspection: false
    case .visit: true
    }
  }

  /// The same report on another area.
  func moved(to area: Int) -> Report {
    Report(
      id: id, title: title, reference: reference, area: area, framework: framework,
      fieldwork: fieldwork, published: published, content: content)
  }
}

extension Recommendation {
  /// The due date as an editor writes it.
  var dueText: String {
    months == 1 ? "within 1 month" : "within \(months) months"
  }
}

extension Visit {
  /// The overall progress judgement's id.
  var overall: String {
    progress.filter { $0 }.count * 2 >= progress.count ? "satisfactory" : "inadequate"
  }
}
