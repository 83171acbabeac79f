import Inspections

extension TimelineShape {
  /// A conclusion on the progress scale of a framework.
  static func progress(_ id: ProgressGradeID, in framework: Framework?) -> TimelineShape {
    guard let framework, let place = framework.progress.firstIndex(where: { $0.id.value == id })
    else { return .visit }
    return framework.placesProgress
      ? .progress(place: place, steps: framework.progress.count) : .progress(place: nil, steps: 0)
  }

  /// An overall grade or a judgement on the scale of a framework; nil for a grade that it lacks.
  static func grade(_ grade: JudgedGrade?, in framework: Framework?) -> TimelineShape? {
    let steps = framework?.grades.count ?? 0
    func filled(_ id: GradeID) -> Int? {
      framework?.grades.firstIndex { $0.id.value == id }.map { steps - $0 }
    }
    switch grade {
    case .grade(let id): return filled(id).map { .grade(filled: $0, steps: steps) }
    case .split(let ids):
      let all = ids.compactMap(filled)
      return all.count == ids.count && !all.isEmpty ? .split(all, steps: steps) : nil
    case .notGraded, .unknown, nil: return .ungraded(steps: steps > 0 ? steps : 4)
    }
  }
}
