/// Fields of a report that follows another up; any kind of report may, and a monitoring visit must.
enum VisitFields {
  static let follows = Field(
    "follows", ValueType<ReportID>.reference(.reports),
    .conditional("for a monitoring visit, and wherever progress is judged or something closed"),
    "The report whose recommendations it judges.")
  static let progress = Field(
    "progress", Values.record(ProgressFields.schema).list.orUnknown,
    .conditional("for a monitoring visit"),
    "The conclusion on each recommendation of that report, once each.")
  static let progressCounts = Field(
    "progress_counts",
    Values.count.map(from: "a conclusion of the framework's progress scale") {
      (grade: ProgressGradeID($0), count: $1)
    }, .optional, "How many got each conclusion, where the items are not known.")
  static let notAssessed = Field(
    "not_assessed", Values.positive.located.list, .optional, "Recommendations it did not look at.")
  static let overall = Field(
    "overall_progress", Values.progressGrade.orUnknown, .optional,
    "The recorded conclusion on the whole; never computed.")
  static let closes = Field(
    "closes", Values.record(ClosureFields.schema).list, .optional, "Recommendations that it closes."
  )

  static let all = [
    follows.description, progress.description, progressCounts.description,
    notAssessed.description, overall.description, closes.description,
  ]
}

extension Values {
  /// A conclusion of the framework's progress scale.
  static let progressGrade =
    ValueType<ProgressGradeID>.name("a conclusion of the framework's progress scale")
}

extension Decoding {
  /// Reads what a report says of one that it follows; nil where it follows none.
  mutating func visit(kind: Report.Kind?) -> Visit? {
    let isVisit = kind == .monitoring
    let concludes =
      has(VisitFields.progress) || has(VisitFields.progressCounts) || has(VisitFields.notAssessed)
      || has(VisitFields.overall) || has(VisitFields.closes)
    let follows =
      isVisit || concludes ? required(VisitFields.follows) : optional(VisitFields.follows)
    let progress = isVisit ? required(VisitFields.progress) : optional(VisitFields.progress)
    let counts = value(VisitFields.progressCounts, default: [])
    let notAssessed = value(VisitFields.notAssessed, default: [])
    let overall = optional(VisitFields.overall)
    let closes = value(VisitFields.closes, default: [])
    guard let follows else { return nil }
    return Visit(
      follows: follows, progress: progress, progressCounts: counts, notAssessed: notAssessed,
      overall: overall, closes: closes)
  }
}

/// Fields of an entry of `progress`.
enum ProgressFields {
  static let recommendation = Field(
    "recommendation", Values.positive, .required, "The number of the recommendation.")
  static let judgement = Field(
    "judgement", Values.progressGrade, .required, "The conclusion on it.")
  static let finding = Field("finding", Values.inline, .optional, "What was found.")
  static let furtherAction = Field(
    "further_action", Values.inline, .optional, "What more is asked for.")
  static let paragraph = Field(
    "paragraph", Values.positive, .optional, "The numbered paragraph that says so.")
  static let note = Field("note", Values.inline, .optional, "A remark on it.")

  static let schema = RecordSchema<Progress>(
    "progress entry", "What a visit concludes on one recommendation.",
    [
      recommendation.description, judgement.description, finding.description,
      furtherAction.description, paragraph.description, note.description,
    ]
  ) { decoding in
    let recommendation = decoding.required(recommendation)
    let judgement = decoding.required(judgement)
    let finding = decoding.optional(finding)?.value
    let furtherAction = decoding.optional(furtherAction)?.value
    let paragraph = decoding.optional(paragraph)
    let note = decoding.optional(note)?.value
    guard let recommendation, let judgement else { return nil }
    return Progress(
      recommendation: recommendation, judgement: judgement, finding: finding,
      furtherAction: furtherAction, paragraph: paragraph, note: note, span: decoding.span)
  }
}

/// Fields of an entry of `closes`.
enum ClosureFields {
  static let recommendation = Field(
    "recommendation", Values.positive, .required, "The number of the recommendation.")
  static let reason = Field(
    "as", Values.choice(Closure.Reason.self), .required, "Why it is closed.")
  static let note = Field("note", Values.inline, .optional, "A remark on it.")

  static let schema = RecordSchema<Closure>(
    "closure", "The end of a recommendation, with its reason.",
    [recommendation.description, reason.description, note.description]
  ) { decoding in
    let recommendation = decoding.required(recommendation)
    let reason = decoding.required(reason)
    let note = decoding.optional(note)?.value
    guard let recommendation, let reason else { return nil }
    return Closure(recommendation: recommendation, reason: reason.value, note: note)
  }
}
