import Diagnostics
import Inspections
import TestSupport

/// A register made from the texts of its files, with everything that reading and checking says.
struct SpecRegister {
  let register: Register?
  /// What reading, linking and every check has to say, before levels and waivers.
  let diagnostics: [Diagnostic]

  /// Reads `files` by their paths below `content/` and runs every check on them.
  init(_ files: [String: String], now: String = "2026-11-23T00:00:00Z") {
    let texts = files.merging(SpecRegister.usual) { own, _ in own }
    let written = WrittenRegister(texts)
    guard let register = written.register, let now = Instant(now) else {
      register = nil
      diagnostics = written.diagnostics
      return
    }
    var diagnostics = written.diagnostics
    let checkable = register.checkable(of: written.records)
    let context = CheckContext(
      register: checkable, now: Moment(.instant(now), in: register.site.timeZone))
    for record in written.records {
      diagnostics += checkReferences(of: record, in: checkable)
      if !record.header.isWhole { diagnostics += checkPart(of: record, in: context) }
    }
    for report in checkable.reports.records { diagnostics += checkReport(report, in: context) }
    diagnostics += checkRegister(in: context)
    self.register = register
    self.diagnostics = diagnostics.map { diagnostic in
      diagnostic.placed { file in texts[file.path].map { SourceText(path: file.path, text: $0) } }
    }.sorted()
  }

  /// What is left after waivers, at the levels of the site.
  var settled: [Diagnostic] {
    guard let register else { return diagnostics }
    let remaining = applyWaivers(diagnostics, in: register).remaining
    return applyLevels(remaining, of: register.site).sorted()
  }

  /// The diagnostics of one check; those about waivers and levels are found when these are applied.
  func diagnostics(of check: String) -> [Diagnostic] {
    let own = diagnostics.filter { $0.check.name == check }
    return own.isEmpty
      ? settled.filter { $0.check.name == check && $0.check.group == .waivers } : own
  }

  /// Files that most examples need; an example's own files of the same path take their place.
  private static let usual = [
    "site.yml": """
    title: Register
    base_url: https://inspections.example.org/
    language: en-GB
    publisher: The editors
    """,
    "organisations/ofsted.md": "---\ntitle: Ofsted\nkind: inspectorate\n---\n",
    "organisations/agency.md": "---\ntitle: The Agency\nkind: inspected-body\n---\n",
    "areas/north.md":
      "---\ntitle: North\nkind: region\norganisation: agency\nfrom: 2001\n---\n",
    "frameworks/round.md": """
    ---
    title: The round of 2007
    inspectorate: ofsted
    grades:
      - {id: excellent, title: Excellent}
      - {id: good, title: Good}
      - {id: adequate, title: Adequate}
      - {id: inadequate, title: Inadequate}
    progress:
      - {id: satisfactory, title: Satisfactory progress}
      - {id: inadequate, title: Inadequate progress}
    aspects:
      - {id: practice, title: Practice}
      - {id: court-reports, title: Court reports, parent: practice}
      - {id: complaints, title: Complaints}
    quantifiers:
      - {word: almost all, over: 80}
      - {word: most, over: 65}
      - {word: majority, over: 51}
      - {word: few, under: 20}
    ---
    """,
  ]
}
