import Inspections

extension DataTable {
  static let followUpByYear = DataTable(
    "follow-up-by-year", "How recommendations fare, by year of the report",
    "Where the recommendations stand that the reports of one year ask: all of the register, those put to one "
      + "body, or those under one framework.",
    scopeColumns { $0.year.map { String($0) } ?? "unknown" }
      + [
        DataColumn("year", "The year of the reports.") { row in
          row.value.year.map { Known.known($0) } ?? .unknown
        }
      ] + countColumns { $0.counts } + [pageColumn()],
    only: \.asksForSomething,
    followUp: { index in
      index.subjects.flatMap { subject in
        subject.figures.years.map { FollowUpRow(scope: subject.scope, value: $0) }
      }
    })

  static let followUpYearEnds = DataTable(
    "follow-up-year-ends", "How recommendations fare, at the end of each year",
    "Where the recommendations stood at the end of one year that had been asked by then, but for those "
      + "whose year of asking, that of publication, is not known.",
    scopeColumns { "\($0.day.components.year)" }
      + [
        DataColumn(
          "day",
          "The last day of the year; missing where it has not ended, and the row says how things stand."
        ) { $0.value.isOver ? $0.value.day : nil }
      ] + countColumns { $0.counts } + [pageColumn()],
    only: \.asksForSomething,
    followUp: { index in
      index.subjects.flatMap { subject in
        subject.figures.ends.map { FollowUpRow(scope: subject.scope, value: $0) }
      }
    })

  static let followUpTimes = DataTable(
    "follow-up-times", "How recommendations fare, against the time that was set",
    "How long recommendations took from asking to closing, and how they compare with the time that was "
      + "set; each is counted in one of the columns from `closed_in_time` to `withdrawn`.",
    scopeColumns { _ in nil } + timeColumns + [pageColumn()],
    only: \.asksForSomething,
    followUp: { index in
      index.subjects.map { FollowUpRow(scope: $0.scope, value: $0.figures) }
    })

  /// Those that stand beside a page of figures too, with the rows of that page.
  static let besideFollowUp = [followUpByYear, followUpYearEnds, followUpTimes]
}

/// Figures with what they are of.
private struct FollowUpRow<Figures: Sendable>: Sendable {
  let scope: FollowUpSubject.Scope
  let value: Figures
}

/// What figures are of, in the words of the data.
private enum CountedScope: String, DataChoice {
  case register, organisation, framework
}

extension FollowUpSubject.Scope {
  fileprivate var counted: CountedScope {
    switch self {
    case .register: .register
    case .organisation: .organisation
    case .framework: .framework
    }
  }

  fileprivate var organisation: OrganisationID? {
    if case .organisation(let id) = self { id } else { nil }
  }

  fileprivate var framework: FrameworkID? {
    if case .framework(let id) = self { id } else { nil }
  }

  /// `register`, `organisations/agency`.
  fileprivate var name: String {
    switch self {
    case .register: "register"
    case .organisation(let id): "organisations/\(id)"
    case .framework(let id): "frameworks/\(id)"
    }
  }
}

/// The id of a row and what it is of; `part` is what tells rows of one scope apart.
private func scopeColumns<Figures>(
  _ part: @escaping @Sendable (Figures) -> String?
) -> [DataColumn<FollowUpRow<Figures>>] {
  [
    DataColumn("id", "What is counted and, where it is divided, `/` and the year.") { row in
      RowID([row.scope.name, part(row.value)].compactMap(\.self).joined(separator: "/"))
    },
    DataColumn(
      "scope",
      "What is counted: all of the register, what one organisation was asked, each as it stands for "
        + "that organisation, or what was asked under one framework."
    ) { $0.scope.counted },
    DataColumn("organisation", "The organisation, where it is what one was asked.") {
      $0.scope.organisation
    },
    DataColumn("framework", "The framework, where it is what was asked under one.") {
      $0.scope.framework
    },
  ]
}

/// How many there are, and how many have each status.
private func countColumns<Figures>(
  of counts: @escaping @Sendable (Figures) -> StatusCounts
) -> [DataColumn<FollowUpRow<Figures>>] {
  [DataColumn("asked", "How many were asked.") { counts($0.value).total }]
    + RecommendationStatus.Kind.allCases.map { kind in
      DataColumn(
        columnKey(kind.rawValue),
        "How many of them stand so: \(StatusWords.title(kind)); worked out."
      ) { counts($0.value)[kind] }
    }
}

private let timeColumns: [DataColumn<FollowUpRow<FollowUpFigures>>] =
  [DataColumn("asked", "How many were asked.") { $0.value.all.total }]
  + RecommendationCourse.Timing.allCases.map { timing in
    DataColumn(
      columnKey(timing.rawValue),
      "How many of them stand so: \(FigureWords.title(timing)); worked out."
    ) { row in row.value.timings.first { $0.timing == timing }?.count ?? 0 }
  } + [
    DataColumn(
      "median_days_from",
      "The median of the days from asking to closing, the least that the dates allow; half way between "
        + "the middle two where there are two; worked out."
    ) { $0.value.closing.median?.lowerBound },
    DataColumn("median_days_to", "The same, the most that the dates allow; worked out.") {
      $0.value.closing.median?.upperBound
    },
    DataColumn("median_of", "How many closed ones the median is of.") { $0.value.closing.count },
    DataColumn("closed_undated", "How many more are closed, of which a date is not known.") {
      $0.value.closing.undated
    },
  ]

private func pageColumn<Figures>() -> DataColumn<FollowUpRow<Figures>> {
  .address("address", "The page of the figures.") { $0.scope.path }
}

private func columnKey(_ name: String) -> String { name.replacing("-", with: "_") }

extension Register {
  /// Whether any report has a recommendation.
  fileprivate var asksForSomething: Bool {
    links.originals.contains { !$0.recommendations.isEmpty }
  }
}
