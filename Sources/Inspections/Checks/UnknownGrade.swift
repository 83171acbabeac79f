public import Diagnostics

/// Grades outside the scale of the report's framework.
public enum UnknownGrade {
  /// The check `unknown-grade`.
  public static let check = Check(
    "unknown-grade", .references, .error,
    summary: "A grade is on the scale of the framework that the report was made under.",
    explanation: """
      Every framework has its own scale, and words that sound alike do not mean the same in two of \
      them. The overall grade, each judgement and its parts, the grades of a sample and the \
      conclusions of a monitoring visit are held against the scale of the report's own framework, or \
      of the one that a judgement names; progress has a scale apart. A framework with \
      `overall: false` gives no overall grade. Where the framework is not known, nothing is checked.

      Example: `overall: adequate` under a framework whose scale is outstanding, good, \
      satisfactory, inadequate.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    let partners = report.judgements.filter { $0.framework != nil }.flatMap { judgement in
      let framework = context.register.framework(of: judgement, in: report)
      return framework.map { run(judgement, on: $0, context) } ?? []
    }
    guard let framework = context.register.framework(of: report) else { return partners }
    var finder = GradeFinder(framework: framework, register: context.register)
    if let overall = report.overall { finder.check(overall: overall) }
    for judgement in report.judgements where judgement.framework == nil { finder.check(judgement) }
    for sample in report.samples {
      for entry in sample.grades?.value ?? [] {
        finder.check(entry.value.grade, at: entry.keySpan, "samples.\(sample.id.value).grades")
      }
    }
    if let visit = report.visit { finder.check(visit) }
    return partners + finder.found
  }

  private static func run(
    _ judgement: Judgement, on framework: Framework, _ context: CheckContext
  ) -> [Diagnostic] {
    var finder = GradeFinder(framework: framework, register: context.register)
    finder.check(judgement)
    return finder.found
  }

  static func run(_ context: CheckContext) -> [Diagnostic] {
    context.register.frameworks.records.flatMap { framework in
      framework.mappings.flatMap { mapping in
        var here = GradeFinder(framework: framework, register: context.register)
        var there = context.register.frameworks[mapping.to.value].map {
          GradeFinder(framework: $0, register: context.register)
        }
        for entry in mapping.grades {
          here.check(entry.value.from, at: entry.keySpan, "mappings.grades")
          there?.check(entry.value.to, at: entry.span, "mappings.grades")
        }
        return here.found + (there?.found ?? [])
      }
    }
  }
}

/// Holds grades against one framework and keeps what it finds.
private struct GradeFinder {
  let framework: Framework
  let register: Register
  var found: [Diagnostic] = []

  init(framework: Framework, register: Register) {
    self.framework = framework
    self.register = register
  }

  mutating func check(overall: Located<JudgedGrade>) {
    guard !framework.deniesOverall else {
      found.append(.overallOfNone(overall, framework))
      return
    }
    check(overall, "overall")
  }

  mutating func check(_ judgement: Judgement) {
    check(judgement.grade, "\(judgement.path).grade")
    for part in judgement.parts { check(part.grade, "\(judgement.path).parts") }
  }

  mutating func check(_ grade: Located<JudgedGrade>, _ path: @autoclosure () -> String) {
    for id in grade.value.grades { check(id, at: grade.span, path()) }
  }

  mutating func check(_ grade: GradeID, at span: Span, _ path: @autoclosure () -> String) {
    guard !framework.grades.contains(where: { $0.id.value == grade }),
      !framework.grades.map(\.id.value).hasRepeats
    else { return }
    found.append(
      .unknownGrade(
        grade.name, at: span, is: "a grade of framework '\(framework.id)'",
        scale: framework.grades.map { ($0.id.value.name, [$0.title]) },
        elsewhere: frameworks(with: grade.name),
        subject: .field(path())))
  }

  /// The other frameworks that have a word as a grade.
  private func frameworks(with word: String) -> [FrameworkID] {
    register.frameworks.records.filter { other in
      other.id != framework.id && other.grades.contains { $0.id.value.name == word }
    }.map(\.id)
  }

  mutating func check(_ visit: Visit) {
    if case .known(let progress)? = visit.progress?.value {
      for entry in progress {
        check(
          entry.judgement.value, at: entry.judgement.span,
          "progress.\(entry.recommendation.value).judgement")
      }
    }
    for entry in visit.progressCounts {
      check(entry.value.grade, at: entry.keySpan, "progress_counts.\(entry.value.grade)")
    }
    if let overall = visit.overall, case .known(let grade) = overall.value {
      check(grade, at: overall.span, "overall_progress")
    }
  }

  private mutating func check(
    _ conclusion: ProgressGradeID, at span: Span, _ path: @autoclosure () -> String
  ) {
    guard !framework.progress.contains(where: { $0.id.value == conclusion }) else { return }
    found.append(
      .unknownGrade(
        conclusion.name, at: span, is: "a conclusion on progress of framework '\(framework.id)'",
        scale: framework.progress.map { ($0.id.value.name, [$0.title]) },
        elsewhere: frameworks(with: conclusion.name), subject: .field(path())))
  }
}

extension Diagnostic {
  fileprivate static func overallOfNone(
    _ overall: Located<JudgedGrade>, _ framework: Framework
  ) -> Diagnostic {
    Diagnostic(
      UnknownGrade.check, "'overall' is given under framework '\(framework.id)', which gives none",
      at: Label(overall.keySpan, "no overall grade under this framework"),
      help: "take the line out, or 'overall: false' out of the framework",
      subject: .field("overall"))
  }

  fileprivate static func unknownGrade(
    _ grade: String, at span: Span, is expectation: String,
    scale titles: [(name: String, words: [String])], elsewhere: [FrameworkID], subject: Subject
  ) -> Diagnostic {
    let scale = titles.map(\.name)
    // A word of another scale is no slip.
    let titled = elsewhere.isEmpty ? onlyName(in: titles, called: grade) : nil
    let nearest = titled ?? NearMiss.of(grade, among: elsewhere.isEmpty ? scale : [])
    return Diagnostic(
      UnknownGrade.check, "'\(grade)' is not \(expectation)",
      at: Label(span, "not in the scale"),
      notes: [
        scale.isEmpty
          ? "the framework has no such scale" : "the scale is \(scale.joined(separator: ", "))"
      ] + elsewhere.prefix(1).map { "it is a grade of framework '\($0)', whose scale is another" },
      help: nearest.map { "did you mean '\($0)'?" }
        ?? "record the word that the report gives, or write 'unknown' with a note",
      fix: titled.flatMap { replacement(of: grade, at: span, with: $0) }, subject: subject)
  }
}
