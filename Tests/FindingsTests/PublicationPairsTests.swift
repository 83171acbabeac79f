import Diagnostics
import Foundation
import Inspections
import TestSupport
import Testing

@testable import Publisher

/// Pairs of registers of which it is known what the second lost and what it changed.
struct PublicationPairsTests {
  /// A register that is made up, as plain values.
  private struct Made {
    struct Report {
      var id: String
      var title: String
      var overall: String
      var published: String
      var paragraphs: [(number: Int, text: String)]
      var heading: String
      var recommendation: String
      var aliases: [String] = []
      var notes: [(text: String, paragraphs: [Int])] = []
      var isWithdrawn = false

      var text: String {
        let changes = notes.map { note in
          let named = note.paragraphs.isEmpty ? "" : ", paragraphs: \(note.paragraphs)"
          return "{date: 2020-01-01, note: \(note.text)\(named)}"
        }
        return """
          ---
          title: \(title)
          kind: thematic
          publisher: body
          framework: unknown
          published: \(published)
          overall: \(overall)
          aliases: [\(aliases.joined(separator: ", "))]
          \(isWithdrawn ? "status: withdrawn\nwithdrawal: {date: 2020-02-01, reason: Wrong.}" : "")
          \(changes.isEmpty ? "" : "changes: [\(changes.joined(separator: ", "))]")
          recommendations: [{id: 1, text: \(recommendation), to: [body]}]
          ---

          ## \(heading)

          \(paragraphs.map { "\($0.number). \($0.text)" }.joined(separator: "\n\n"))

          """
      }
    }

    var reports: [Report]

    init(_ generator: inout Seeded) {
      reports = (1...Int.random(in: 2...4, using: &generator)).map { number in
        Report(
          id: "study-\(number)", title: "Study \(number)", overall: "good",
          published: "2012-03-0\(number)",
          paragraphs: (1...4).map { ($0, "Report \(number) says \($0).") },
          heading: "Section \(number)", recommendation: "Do what \(number) says.")
      }
    }

    /// The files of its content.
    var files: [String: String] {
      Dictionary(uniqueKeysWithValues: reports.map { ("content/reports/\($0.id).md", $0.text) })
    }
  }

  /// What the second register of a pair should be told of.
  private struct Known: Equatable {
    /// Records of which an address or a place is gone.
    var lost: Set<String> = []
    /// The facts that changed and are not announced, by the reports that they are of.
    var unsaid: [String: Set<String>] = [:]
    /// Every fact that changed, announced or not.
    var changed: [String: Set<String>] = [:]
  }

  /// Makes one change at random, and notes what should be said of it.
  private func edit(_ report: inout Made.Report, _ known: inout Known, _ generator: inout Seeded) {
    let id = report.id
    var fact: String
    var paragraph: Int?
    switch Int.random(in: 0..<8, using: &generator) {
    case 0:
      report.overall = "poor"
      fact = "overall"
    case 1:
      report.published = "2012-04-01"
      fact = "published"
    case 2:
      report.recommendation += " At once."
      fact = "recommendations.1.text"
    case 3:
      let place = Int.random(in: 0..<report.paragraphs.count, using: &generator)
      report.paragraphs[place].text += " Indeed."
      paragraph = report.paragraphs[place].number
      fact = "para-\(report.paragraphs[place].number)"
    case 4:
      // The last paragraph goes, and its address with it.
      fact = "para-\(report.paragraphs.removeLast().number)"
      known.lost.insert(id)
    case 5:
      report.title += ", again"
      fact = "title"
    case 6:
      // Nothing that a reader sees.
      report.aliases.append("/elsewhere/\(id)/")
      return
    default:
      report.isWithdrawn = true
      known.changed[id] = ["withdrawn"]
      return
    }
    known.changed[id] = [fact]
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: report.notes.append(("Mended.", []))
    case 1 where paragraph != nil: report.notes.append(("Mended.", [paragraph ?? 0]))
    case 2 where paragraph != nil:
      // The note speaks for another paragraph.
      let other = report.paragraphs.map(\.number).first { $0 != paragraph } ?? 1
      report.notes.append(("Mended.", [other]))
      known.unsaid[id] = [fact]
    default: known.unsaid[id] = [fact]
    }
  }

  /// Takes a report away or gives it another id, with or without an alias.
  private func move(_ made: inout Made, _ known: inout Known, _ generator: inout Seeded) {
    let place = made.reports.indices.randomElement(using: &generator) ?? 0
    let id = made.reports[place].id
    known.changed[id] = nil
    known.unsaid[id] = nil
    known.lost.insert(id)
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: made.reports.remove(at: place)
    case 1: made.reports[place].id = "new-\(id)"
    default:
      made.reports[place].id = "new-\(id)"
      made.reports[place].aliases += ["", "print/", "recommendations/1/"].map {
        "/reports/\(id)/\($0)"
      }
      // Its places lead on, unless one of them is gone from the new page, too.
      if made.reports[place].paragraphs.count == 4 { known.lost.remove(id) }
    }
  }

  /// Two hundred pairs in four parts, so that every processor takes some; `FINDINGS_FUZZ_SECONDS` asks
  /// for more.
  @Test(arguments: 0..<4)
  func `of every pair each lost address and each changed fact is told, and no other`(
    part: Int
  ) async throws {
    try await Fuzz.rounds("pairs of publications", usual: 50, part: part) { generator in
      var made = Made(&generator)
      let project = try FileNameTests.project([
        "content/organisations/body.md": "---\ntitle: Body\nkind: inspectorate\n---\n"
      ])
      for (path, text) in made.files { try project.folder.write(path, text) }
      var request = project.request()
      request.waitsForDisk = false
      #expect(try await buildSite(request).written != nil)
      try project.folder.copy(project.folder["content"], to: "before")
      var known = Known()
      for place in made.reports.indices where Bool.random(using: &generator) {
        edit(&made.reports[place], &known, &generator)
      }
      if Int.random(in: 0..<3, using: &generator) == 0 { move(&made, &known, &generator) }
      try project.folder.remove("content/reports")
      for (path, text) in made.files { try project.folder.write(path, text) }
      try await #expect(told(of: project) == known, "\(known)")
    }
  }

  /// What the checks and the comparison say of a pair.
  private func told(of project: Project) async throws -> Known {
    var known = Known()
    for complaint in try await PublicationTests.complaints(of: project)
    where complaint.level == .error {
      let file = complaint.primary.span.file.path
      let id = String(file.dropFirst("content/reports/".count).dropLast(".md".count))
      if complaint.check == .lostAddress {
        known.lost.insert(id)
      } else {
        known.unsaid[id] = Set(complaint.notes.map { String($0.prefix { $0 != ":" && $0 != " " }) })
      }
    }
    let changes = try await publicChanges(from: "before", to: "content", for: project.request())
    for change in changes.changed where !change.facts.isEmpty {
      let id = String(change.record.name.dropFirst("reports/".count))
      known.changed[id] = Set(change.facts.map(\.name))
    }
    for record in changes.withdrawn {
      known.changed[String(record.name.dropFirst("reports/".count))] = ["withdrawn"]
    }
    return known
  }
}
