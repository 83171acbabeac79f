/// Writes the same register as `content/` of a Hugo site, with every cross-reference already made.
///
/// Due dates, what visits concluded and the names behind ids stand in each page's front matter, so
/// that Hugo's templates need no look-up.
public struct HugoWriter {
  let register: Register
  let size: Int
  let tree: Tree
  /// Visits by the position of the report that they follow.
  private let visits: [Int: Int]

  /// Writes reports of about `size` bytes into `content/` in `folder`.
  public init(register: Register, size: Int, folder: String) {
    self.register = register
    self.size = size
    tree = Tree(folder)
    var visits: [Int: Int] = [:]
    for (index, report) in register.reports.enumerated() {
      if case .visit(let visit) = report.content {
        visits[visit.follows] = index
      }
    }
    self.visits = visits
  }

  /// Writes every file; throws what the file system says.
  public func write() throws {
    for folder in ["areas", "reports", "recommendations", "frameworks", "organisations"] {
      try tree.makeFolder("content/\(folder)")
    }
    try writePages()
    for area in register.areas {
      try tree.makeFolder("content/areas/\(area.id)")
      try tree.write("content/areas/\(area.id)/_index.md", text(of: area))
    }
    for index in register.reports.indices {
      let body = Body(of: register, report: index, size: size, style: .address)
      let id = register.reports[index].id
      try tree.write("content/reports/\(id).md", text(of: index, body), body.bytes)
      if case .inspection(let inspection) = register.reports[index].content {
        for recommendation in inspection.recommendations {
          try tree.write(
            "content/recommendations/\(id)-\(recommendation.number).md",
            text(of: recommendation, in: index, body.paragraphs))
        }
      }
    }
  }

  private func writePages() throws {
    try tree.write("content/_index.md", "---\ntitle: A register for measuring\n---\n")
    for (folder, title) in [
      ("areas", "Areas"), ("reports", "Reports"), ("recommendations", "Recommendations"),
      ("frameworks", "Frameworks"), ("organisations", "Organisations"),
    ] {
      try tree.write("content/\(folder)/_index.md", "---\ntitle: \(title)\n---\n")
    }
    for (id, title) in [("inspectorate", "The Inspectorate"), ("service", "The Service")] {
      try tree.write(
        "content/organisations/\(id).md", "---\ntitle: \(title)\n---\n\nAn organisation.\n")
    }
    try tree.write("content/coverage.md", "---\ntitle: Coverage\n---\n")
    try tree.write("content/about.md", "---\ntitle: About\n---\n\nThis register is made up.\n")
    let terms = Vocabulary.terms.map {
      "## \($0.title)\n\nA term that reports of this register use.\n\n"
    }
    try tree.write("content/glossary.md", "---\ntitle: Glossary\n---\n\n" + terms.joined())
    for framework in register.frameworks {
      try tree.makeFolder("content/frameworks/\(framework.id)/aspects")
      var text = "---\ntitle: \(framework.title)\nlayout: framework\ngrades:\n"
      text += framework.grades.map { "  - {id: \($0.id), title: \($0.title)}\n" }.joined()
      text += "aspects:\n"
      for aspect in framework.aspects {
        text += "  - {id: \(aspect.id), title: \(aspect.title)}\n"
        try tree.write(
          "content/frameworks/\(framework.id)/aspects/\(aspect.id).md",
          "---\ntitle: \(aspect.title)\n---\n\nAn aspect of \(framework.title).\n")
      }
      try tree.write("content/frameworks/\(framework.id)/_index.md", text + "---\n")
    }
  }

  private func text(of area: Area) -> String {
    var text = "---\ntitle: \(area.title)\nfrom: \"\(area.from.monthText)\"\n"
    if let to = area.to {
      text += "to: \"\(to.monthText)\"\n"
    }
    if let replaced = area.replaces {
      let other = register.areas[replaced]
      text += "replaces: {id: \(other.id), title: \(other.title)}\n"
    }
    return text + "---\n\nA region of the service.\n"
  }

  private func text(of index: Int, _ body: Body) -> String {
    let report = register.reports[index]
    let framework = register.frameworks[report.framework]
    let area = register.areas[report.area]
    var text = """
      ---
      title: "\(report.title)"
      sort: \(report.isVisit ? "monitoring visit" : "inspection")
      areas: [\(area.id)]
      area: {id: \(area.id), title: \(area.title)}
      framework: {id: \(framework.id), title: "\(framework.title)"}
      reference: "\(report.reference)"
      fieldwork: {from: \(report.fieldwork.lowerBound.text), to: \(report.fieldwork.upperBound.text)}
      date: \(report.published.text)

      """
    switch report.content {
    case .inspection(let inspection):
      text += matter(of: inspection, in: index, body.paragraphs)
    case .visit(let visit):
      text += matter(of: visit)
    }
    return text + "---\n\n"
  }

  private func matter(of inspection: Inspection, in index: Int, _ paragraphs: Int) -> String {
    let report = register.reports[index]
    let framework = register.frameworks[report.framework]
    var text = "overall: \(framework.grades[inspection.overall].title)\njudgements:\n"
    for (position, judgement) in inspection.judgements.enumerated() {
      let aspect = framework.aspects[judgement.aspect]
      let grade = framework.grades[judgement.grade].title
      text += "  - {aspect: {id: \(aspect.id), title: \(aspect.title)}, grade: \(grade), "
      text += "position: \(judgement.grade + 1), paragraph: \(1 + position % paragraphs)}\n"
    }
    text += "recommendations:\n"
    for recommendation in inspection.recommendations {
      text += "  - {number: \(recommendation.number), text: \"\(recommendation.text)\", "
      text += "within: \(recommendation.dueText), "
      text += "due: \(recommendation.due(from: report.published).text)}\n"
    }
    let counts = zip(framework.grades, inspection.sample.counts).map {
      "{title: \($0.title), count: \($1)}"
    }
    text += "sample: {title: Case files, size: \(inspection.sample.size), "
    text += "grades: [\(counts.joined(separator: ", "))]}\n"
    if let visit = visits[index] {
      text += "visit: {id: \(register.reports[visit].id), "
      text += "title: \"\(register.reports[visit].title)\"}\n"
    }
    return text
  }

  private func matter(of visit: Visit) -> String {
    let followed = register.reports[visit.follows]
    guard case .inspection(let inspection) = followed.content else { return "" }
    var text = "follows: {id: \(followed.id), title: \"\(followed.title)\"}\nprogress:\n"
    for (recommendation, satisfactory) in zip(inspection.recommendations, visit.progress) {
      text += "  - {number: \(recommendation.number), text: \"\(recommendation.text)\", "
      text += "judgement: \(satisfactory ? "satisfactory" : "inadequate")}\n"
    }
    return text + "overall_progress: \(visit.overall)\n"
  }

  private func text(of recommendation: Recommendation, in index: Int, _ paragraphs: Int) -> String {
    let report = register.reports[index]
    let framework = register.frameworks[report.framework]
    let area = register.areas[report.area]
    var text = """
      ---
      title: Recommendation \(recommendation.number)
      url: /reports/\(report.id)/recommendations/\(recommendation.number)/
      text: "\(recommendation.text)"
      number: \(recommendation.number)
      report: {id: \(report.id), title: "\(report.title)"}
      area: {id: \(area.id), title: \(area.title)}
      aspect: \(framework.aspects[recommendation.aspect].title)
      framework: \(framework.id)
      paragraph: \(1 + recommendation.number % paragraphs)
      date: \(report.published.text)
      within: \(recommendation.dueText)
      due: \(recommendation.due(from: report.published).text)

      """
    if let index = visits[index], case .visit(let visit) = register.reports[index].content {
      let judgement = visit.progress[recommendation.number - 1] ? "satisfactory" : "inadequate"
      text += "visits:\n  - {id: \(register.reports[index].id), "
      text += "title: \"\(register.reports[index].title)\", "
      text += "date: \(register.reports[index].published.text), judgement: \(judgement)}\n"
    }
    return text + "---\n"
  }
}
