/// What a report does; a report may do several things at once, and its kind alone does not say which.
///
/// A second full inspection judges progress on what the first asked for, grades anew and asks again:
/// it is an inspection with its grades wherever inspections are, and a report on progress wherever
/// progress is. Whoever needs to know asks here and looks at no field.
///
/// A report that was withdrawn does nothing any more. It keeps its page and its place in lists of reports, and
/// nothing that it said is counted, compared or waited for.
extension Report {
  /// Whether what it says stands: it was not withdrawn.
  public var stands: Bool { status != .withdrawn }

  /// Whether it says how good something is.
  public var judges: Bool { stands && (overall != nil || !judgements.isEmpty) }

  /// Whether it is an inspection: by its kind, or as a monitoring report that grades anew.
  public var inspects: Bool {
    switch kind.value {
    case .inspection: stands
    case .monitoring: judges
    case .thematic, .consultation: false
    }
  }

  /// Whether it stands among the inspections of an area over time: it is one, or gives an overall grade
  /// as one does.
  public var isOverTime: Bool { inspects || stands && overall != nil }

  /// Whether it asks for anything that the register holds.
  public var asks: Bool { !recommendations.isEmpty }

  /// Whether it says what became of what an earlier report asked for.
  public var followsUp: Bool { stands && visit != nil }

  /// Whether the register holds its text, or a digest of it.
  public var holdsText: Bool {
    switch form {
    case .full, .digest: true
    case .knownOf, .restricted: false
    }
  }

  /// Whether it is a monitoring visit and no more: it follows up without grading.
  public var isVisit: Bool { stands && kind.value == .monitoring && !judges }
}

extension Register {
  /// Whether reports of the register give overall grades, as far as its frameworks say.
  ///
  /// Complexity: O(n) in the reports where a framework says that it gives none.
  public var givesOverall: Bool {
    frameworks.records.allSatisfy(\.givesOverall)
      || links.reportsByDate.contains(where: expectsOverall)
  }

  /// Whether a reader looks for an overall grade of a report: it gives one, or it is an inspection under
  /// a framework that gives such grades, of which it is said that it gives none.
  public func expectsOverall(_ report: Report) -> Bool {
    report.overall != nil
      || (report.inspects || report.kind.value == .inspection)
        && framework(of: report)?.givesOverall ?? true
  }
}
