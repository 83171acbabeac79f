/// Writes a register as `content/`, for whoever builds it.
public struct ContentWriter {
  let register: Register
  let size: Int
  let tree: Tree

  /// Writes reports of about `size` bytes into `content/` in `folder`.
  ///
  /// Plain reports have their text and what a catalogue says of them: nothing is judged, asked for or
  /// followed up.
  public init(register: Register, size: Int, folder: String) {
    self.register = register
    self.size = size
    tree = Tree(folder)
  }

  /// Writes every file; throws what the file system says.
  public func write() throws {
    let folders = ["organisations", "frameworks", "areas", "reports", "glossary", "pages"]
    for folder in folders {
      try tree.makeFolder("content/\(folder)")
    }
    try writeSite()
    for framework in register.frameworks {
      try tree.write("content/frameworks/\(framework.id).md", text(of: framework))
    }
    for area in register.areas {
      try tree.write("content/areas/\(area.id).md", text(of: area))
    }
    for index in register.reports.indices {
      let body = Body(of: register, report: index, size: size)
      try tree.write(
        "content/reports/\(register.reports[index].id).md", text(of: index, body), body.bytes)
    }
  }

  private func writeSite() throws {
    try tree.write(
      "content/site.yml",
      """
      title: A register for measuring
      base_url: https://inspections.example.org/
      language: en-GB
      publisher: Nobody
      description: Made by a seeded generator; nothing in it happened.
      formats: []
      licences:
        - {id: open, title: Open licence, address: "https://inspections.example.org/licence"}

      """)
    try tree.write(
      "content/organisations/inspectorate.md",
      "---\ntitle: The Inspectorate\nkind: inspectorate\nfrom: 2000\n---\n\nInspects the service.\n"
    )
    try tree.write(
      "content/organisations/service.md",
      "---\ntitle: The Service\nkind: inspected-body\nfrom: 2001\n---\n\nIs inspected.\n")
    for term in Vocabulary.terms {
      try tree.write(
        "content/glossary/\(term.id).md",
        "---\ntitle: \(term.title)\ndefinition: A term that reports of this register use.\n---\n")
    }
    try tree.write(
      "content/pages/about.md", "---\ntitle: About\n---\n\nThis register is made up.\n")
  }

  private func text(of framework: Framework) -> String {
    var text = """
      ---
      title: \(framework.title)
      inspectorate: inspectorate
      from: \(framework.from.monthText)

      """
    if let to = framework.to {
      text += "to: \(to.monthText)\n"
    }
    text += "grades:\n"
    for (position, grade) in framework.grades.enumerated() {
      let waived = position < framework.grades.count / 2 ? ", requires_recommendation: false" : ""
      text += "  - {id: \(grade.id), title: \(grade.title)\(waived)}\n"
    }
    text += """
      progress:
        - {id: satisfactory, title: Satisfactory progress}
        - {id: inadequate, title: Inadequate progress}
      aspects:

      """
    for aspect in framework.aspects {
      text += "  - {id: \(aspect.id), title: \(aspect.title)}\n"
    }
    return text + """
      recommendation_term: {one: recommendation, many: recommendations}
      rules:
        - {rule: publish-within, value: 21 days, status: in force}
      ---

      How the inspectorate judged the service in this round.

      """
  }

  private func text(of area: Area) -> String {
    var text = """
      ---
      title: \(area.title)
      kind: region
      organisation: service
      from: \(area.from.monthText)

      """
    if let to = area.to {
      text += "to: \(to.monthText)\n"
    }
    if let replaced = area.replaces {
      text += "replaces: [\(register.areas[replaced].id)]\n"
    }
    return text + "---\n\nA region of the service.\n"
  }

  private func text(of index: Int, _ body: Body) -> String {
    let report = register.reports[index]
    var text = """
      ---
      title: "\(report.title)"
      kind: \(report.isVisit ? "monitoring" : "inspection")
      publisher: inspectorate
      framework: \(register.frameworks[report.framework].id)
      area: \(register.areas[report.area].id)
      reference: "\(report.reference)"
      fieldwork: \(report.fieldwork.lowerBound.text)/\(report.fieldwork.upperBound.text)
      published: \(report.published.text)
      status: published
      licence: open

      """
    guard !register.isPlain else { return text + "---\n\n" }
    switch report.content {
    case .inspection(let inspection):
      text += matter(of: inspection, register.frameworks[report.framework], body.paragraphs)
    case .visit(let visit):
      text += matter(of: visit)
    }
    return text + "---\n\n"
  }

  private func matter(of inspection: Inspection, _ framework: Framework, _ paragraphs: Int)
    -> String
  {
    var text = "overall: \(framework.grades[inspection.overall].id)\njudgements:\n"
    for (position, judgement) in inspection.judgements.enumerated() {
      let aspect = framework.aspects[judgement.aspect].id
      let grade = framework.grades[judgement.grade].id
      let paragraph = 1 + position % paragraphs
      text += "  - {aspect: \(aspect), grade: \(grade), paragraph: \(paragraph)}\n"
    }
    text += "recommendations:\n"
    for recommendation in inspection.recommendations {
      text += """
          - id: \(recommendation.number)
            text: \(recommendation.text)
            aspect: \(framework.aspects[recommendation.aspect].id)
            paragraph: \(1 + recommendation.number % paragraphs)
            due: \(recommendation.dueText)
            to: [service]

        """
    }
    let counts = zip(framework.grades, inspection.sample.counts).map { "\($0.id): \($1)" }
    return text + """
      samples:
        - {id: case-files, title: Case files, size: \(inspection.sample.size), paragraph: 1,
           grades: {\(counts.joined(separator: ", "))}}

      """
  }

  private func matter(of visit: Visit) -> String {
    var text = "follows: \(register.reports[visit.follows].id)\nprogress:\n"
    for (position, satisfactory) in visit.progress.enumerated() {
      let judgement = satisfactory ? "satisfactory" : "inadequate"
      text += "  - {recommendation: \(position + 1), judgement: \(judgement)}\n"
    }
    return text + "overall_progress: \(visit.overall)\n"
  }
}
