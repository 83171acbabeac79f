import Foundation
import MadeUpRegister

/// A collection of which every record was removed.
struct NoFile: Error {
  let collection: String
}

/// A project that is edited at random, as people, editors and branches do.
struct EditedProject {
  private let folder: String
  private var numbers: SplitMix64
  /// What files were before they were edited, to be repaired; nil for one that was not there.
  private var former: [String: String?] = [:]
  private var made = 0

  init(folder: String, seed: UInt64) {
    self.folder = folder
    numbers = SplitMix64(seed: seed &+ 7)
  }

  /// Adds what a made-up register does not have: downloads, a template and an asset of its own, forms.
  mutating func prepare() throws {
    try write("content/files/plan.csv", "a,b\n1,2\n")
    try write("templates/assets/own.css", "body { margin: 0 }\n")
    try change("content/site.yml") { $0.replacing("formats: []", with: "formats: [data, feeds]") }
    former = [:]
  }

  /// Makes one edit and says which; where the last left what no build would publish, all is often repaired.
  mutating func edit(afterRefusal isRefused: Bool) throws -> String {
    if isRefused, pick(2) == 0 { return try repair(everything: true) }
    if !former.isEmpty, pick(4) == 0 { return try repair(everything: false) }
    switch pick(23) {
    case 0, 1, 2: return try editText()
    case 3: return try editTitle()
    case 4: return try editGrade()
    case 5: return try rename()
    case 6: return try remove()
    case 7: return try add()
    case 8: return try breakRecord()
    case 9: return try editSite()
    case 10: return try editTheme()
    case 11: return try editOffice()
    case 12: return try editLink()
    case 13: return try editDownload()
    case 14: return try branch()
    case 15: return try stray()
    case 16: return try editDates()
    case 17: return try waive()
    case 18: return try alias()
    case 19, 20: return try editField()
    case 21: return try answer()
    default: return try touch()
    }
  }

  // MARK: - Edits

  private mutating func editText() throws -> String {
    let path = try report()
    let sentences = [
      "\n\nOne more sentence, with a [word](term:case-plan).\n",
      "\n\n## Another heading\n\nText.\n",
      "\n\nThree of five said so, and 12 per cent did not.\n",
      "\n\nAnother paragraph — “quoted”.\n",
    ]
    let sentence = sentences[pick(sentences.count)]
    try change(path) { $0 + sentence }
    return "text: \(path)"
  }

  private mutating func editTitle() throws -> String {
    let path = try anyRecord()
    try change(path) { $0.replacing(/(?m)^title: "?([^"\n]*)"?$/) { "title: \"\($0.1) again\"" } }
    return "title: \(path)"
  }

  private mutating func editGrade() throws -> String {
    let path = try report()
    let grade = ["good", "adequate", "inadequate", "outstandin"][pick(4)]
    try change(path) { $0.replacing(/(?m)^overall: .*$/, with: "overall: \(grade)") }
    return "grade: \(path)"
  }

  private mutating func editField() throws -> String {
    let path = try report()
    let (other, area) = (stem(try report()), stem((try? file(in: "areas")) ?? path))
    let edits: [(String) -> String] = [
      { $0.replacing("\nlicence:", with: "\nno_such_field: 1\nlicence:") },
      { $0.replacing(/(?m)^published: .*$/, with: "published: 2031-02-03") },
      { $0.replacing(/(?m)^published: .*\n/, with: "") },
      { $0.replacing(/(?m)^area: .*$/, with: "area: \(area)") },
      { $0.replacing(/(?m)^follows: .*$/, with: "follows: \(other)") },
      { $0.replacing("id: 1\n", with: "id: 17\n") },
      { $0.replacing("judgement: satisfactory", with: "judgement: inadequate") },
      { $0.replacing("\nlicence:", with: "\ntranslation_of: \(other)\nlicence:") },
      { $0.replacing(/(?m)due: within .*$/, with: "due: 2019-03-04") },
    ]
    let edit = edits[pick(edits.count)]
    try change(path, edit)
    return "field: \(path)"
  }

  /// What a body answers to a report, or the press says of it.
  private mutating func answer() throws -> String {
    let report = try report()
    let body = (try? file(in: "organisations")) ?? report
    made += 1
    let isAnswer = pick(2) == 0
    let path = "content/\(isAnswer ? "responses" : "coverage")/said-\(made).md"
    let said =
      isAnswer
      ? """
      report: \(stem(report))
      organisation: \(stem(body))
      items: [{recommendation: 1, stance: accepted, due: 2019-08-01}]
      """
      : """
      outlet: Daily News
      kind: news
      about: [\(stem(report))]
      """
    try write(path, "---\ntitle: Said of it\n\(said)\npublished: 2020-05-06\n---\n\nWords.\n")
    return "answer: \(path)"
  }

  private mutating func rename() throws -> String {
    let path = try anyRecord()
    let other = path.replacing(".md", with: "-\(made).md")
    made += 1
    try keep(path)
    try keep(other)
    try FileManager.default.moveItem(atPath: location(path), toPath: location(other))
    return "rename: \(path)"
  }

  private mutating func remove() throws -> String {
    let path = try anyRecord()
    try keep(path)
    try FileManager.default.removeItem(atPath: location(path))
    return "removal: \(path)"
  }

  private mutating func add() throws -> String {
    let path = try report()
    made += 1
    let other = path.replacing(".md", with: "-copy-\(made).md")
    try write(other, try read(path).replacing("reference: \"R", with: "reference: \"C\(made)"))
    return "addition: \(other)"
  }

  private mutating func breakRecord() throws -> String {
    let path = try anyRecord()
    let kind = pick(4)
    try change(path) { text in
      switch kind {
      case 0: String(text.dropFirst(3))
      case 1: text.replacing("\ntitle:", with: "\ntitel:")
      case 2: text.replacing("\ntitle:", with: "\n  title: [")
      default: ""
      }
    }
    return "breakage: \(path)"
  }

  private mutating func editSite() throws -> String {
    made += 1
    let lines = [
      "title: Another name \(made)", "title: A name\ntime_zone: Europe/Paris",
      "title: A name\nsmart_punctuation: true", "title: A name\nallow_html: true",
      "titel: broken", "title: A name\nvisible_roles: [inspector]",
      """
      title: A name
      fields:
        reports: [{name: colour, type: text, title: Colour, meaning: A colour.}]
      """,
    ]
    let line = lines[pick(lines.count)]
    try change("content/site.yml") { $0.replacing(/(?m)^tite?l?e?: .*$/, with: line) }
    return "site: \(line)"
  }

  private mutating func editTheme() throws -> String {
    made += 1
    let files = [
      ("templates/assets/own.css", "body { margin: \(made)px }\n"),
      ("templates/assets/other.css", "@import 'own.css';\n"),
      ("templates/assets/findings.css", "main { margin: \(made)px }\n"),
      ("templates/search.mustache", "{{no-such-name}}"),
      (
        "templates/not-found.mustache",
        "<h1 id=\"a\">{{page.title}}</h1><a href=\"/nowhere/\">x</a>"
      ),
    ]
    let (path, text) = files[pick(files.count)]
    try write(path, text)
    return "theme: \(path)"
  }

  private mutating func editOffice() throws -> String {
    let collection = pick(2) == 0 ? "organisations" : "areas"
    guard let path = try? file(in: collection) else { return try editText() }
    made += 1
    let contact = "\ncontacts: [{email: office\(made)@example.org}]\ntitle:"
    try change(path) { $0.replacing("\ntitle:", with: contact) }
    return "office: \(path)"
  }

  private mutating func editLink() throws -> String {
    let path = try report()
    let other = (try report() as NSString).lastPathComponent
    let links = [
      "[there](#nowhere)", "[there](\(other)#nowhere)", "[there](\(other))",
      "[plan](file:plan.csv)",
      "[none](file:none.csv)", "[rec](rec:1)", "[none](report:none)", "[old](/reports/none/)",
    ]
    let link = links[pick(links.count)]
    try change(path) { $0 + "\n\nSee \(link).\n" }
    return "link: \(link) in \(path)"
  }

  private mutating func editDownload() throws -> String {
    made += 1
    let path = ["content/files/plan.csv", "content/files/new-\(made).csv"][pick(2)]
    try write(path, "a,b\n\(made),2\n")
    return "download: \(path)"
  }

  private mutating func branch() throws -> String {
    for _ in 0..<12 {
      switch pick(4) {
      case 0: _ = try editText()
      case 1: _ = try editGrade()
      case 2: _ = try remove()
      default: _ = try add()
      }
    }
    return "branch"
  }

  private mutating func stray() throws -> String {
    made += 1
    let path = [
      "content/stray-\(made).md", "content/reports/deep/\(made).md", "content/reports/\(made).txt",
    ][pick(3)]
    try write(path, "---\ntitle: Stray\n---\n")
    return "stray: \(path)"
  }

  private mutating func editDates() throws -> String {
    let path = try report()
    let status = ["draft", "scheduled\nrelease: 2030-01-01T09:00:00Z", "published"][pick(3)]
    try change(path) { $0.replacing(/(?m)^status: .*$/, with: "status: \(status)") }
    return "status: \(path)"
  }

  private mutating func waive() throws -> String {
    let path = try report()
    try change(path) {
      $0.replacing(
        "\nstatus:",
        with:
          "\nwaivers: [{check: grade-without-recommendation, field: judgements, reason: So it was, by: A, date: 2026-01-01}]\nstatus:"
      )
    }
    return "waiver: \(path)"
  }

  private mutating func alias() throws -> String {
    let path = try anyRecord()
    let aliases = ["/old/\(made)/", "/areas/", "/a b/", "old"]
    let alias = aliases[pick(aliases.count)]
    made += 1
    try change(path) { $0.replacing("\ntitle:", with: "\naliases: [\"\(alias)\"]\ntitle:") }
    return "alias: \(path)"
  }

  private mutating func touch() throws -> String {
    let path = try anyRecord()
    try Data(read(path).utf8).write(to: URL(fileURLWithPath: location(path)), options: .atomic)
    return "touch: \(path)"
  }

  private mutating func repair(everything: Bool) throws -> String {
    let paths = former.keys.sorted()
    let repaired = everything || paths.isEmpty ? paths : [paths[pick(paths.count)]]
    for path in repaired {
      guard let text = former.removeValue(forKey: path) else { continue }
      if let text {
        try put(path, text)
      } else if FileManager.default.fileExists(atPath: location(path)) {
        try FileManager.default.removeItem(atPath: location(path))
      }
    }
    return repaired.count == 1 ? "repair: \(repaired[0])" : "repair of everything"
  }

  // MARK: - Files

  private mutating func pick(_ count: Int) -> Int { Int(numbers.next() % UInt64(count)) }

  private mutating func file(in collection: String) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: location("content/\(collection)")
    ).filter { $0.hasSuffix(".md") }.sorted()
    guard !names.isEmpty else { throw NoFile(collection: collection) }
    return "content/\(collection)/\(names[pick(names.count)])"
  }

  private mutating func report() throws -> String { try file(in: "reports") }

  private mutating func anyRecord() throws -> String {
    let collections = [
      "reports", "reports", "areas", "organisations", "frameworks", "glossary", "pages",
    ]
    for _ in 0..<10 {
      let collection = collections[pick(collections.count)]
      if let path = try? file(in: collection) { return path }
    }
    return try report()
  }

  private func stem(_ path: String) -> String {
    ((path as NSString).lastPathComponent as NSString).deletingPathExtension
  }

  private func location(_ path: String) -> String { "\(folder)/\(path)" }

  private func read(_ path: String) throws -> String {
    try String(contentsOfFile: location(path), encoding: .utf8)
  }

  private mutating func keep(_ path: String) throws {
    guard former[path] == nil else { return }
    former[path] = .some(try? read(path))
  }

  private mutating func write(_ path: String, _ text: String) throws {
    try keep(path)
    try put(path, text)
  }

  private mutating func change(_ path: String, _ change: (String) throws -> String) throws {
    try write(path, try change(read(path)))
  }

  private func put(_ path: String, _ text: String) throws {
    let url = URL(fileURLWithPath: location(path))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    // As editors save: a new file takes the place of the old one, or the old one is written over.
    try Data(text.utf8).write(to: url, options: text.utf8.count.isMultiple(of: 2) ? .atomic : [])
  }
}
