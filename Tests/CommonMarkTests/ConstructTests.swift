import CommonMark
import Diagnostics
import Foundation
import Testing

/// What people write in reports, as it stands in `Constructs/*.md`: each is either rendered or reported.
@Suite struct Constructs {
  @Test(arguments: Construct.all)
  fileprivate func `a construct is rendered or reported`(_ construct: Construct) {
    let options = RenderOptions(paragraphs: construct.isReport ? .consecutive : .none)
    let result = body(construct.source, options)
    let html = String(decoding: result.value.html.bytes, as: UTF8.self)
    for part in construct.shown {
      #expect(html.contains(part), "not shown: \(part)\nbut: \(html)")
    }
    let said = result.diagnostics.sorted().map { "\($0.check.name): \($0.message)" }
    #expect(said == construct.said)
  }

  @Test func `there are two hundred, each with what comes of it`() {
    #expect(Construct.all.count >= 200)
    #expect(Construct.all.allSatisfy { !$0.source.isEmpty && !$0.shown.isEmpty })
    #expect(Set(Construct.all.map(\.name)).count == Construct.all.count)
  }
}

/// One construct: its source in a block, `→` before each part of the page that it must give, and `!`
/// before each message.
private struct Construct: CustomTestStringConvertible, Sendable {
  var name: String
  var isReport = false
  var source = ""
  var shown: [String] = []
  var said: [String] = []

  var testDescription: String { name }

  static let all: [Construct] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Constructs")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.sorted().flatMap { name in
      read((try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? "")
    }
  }()

  /// A heading of level 3 opens a construct; under a heading of level 2 that says "report", bodies are
  /// those of reports.
  private static func read(_ text: String) -> [Construct] {
    var constructs: [Construct] = []
    var isReport = false
    var isSource = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line == "````" || line == "````markdown" {
        isSource.toggle()
      } else if isSource {
        constructs[constructs.count - 1].source += typed(line) + "\n"
      } else if line.hasPrefix("### ") {
        constructs.append(Construct(name: String(line.dropFirst(4)), isReport: isReport))
      } else if line.hasPrefix("## ") {
        isReport = line.contains("reports")
      } else if line.hasPrefix("→ ") {
        constructs[constructs.count - 1].shown.append(typed(line.dropFirst(2)))
      } else if line.hasPrefix("! ") {
        constructs[constructs.count - 1].said.append(typed(line.dropFirst(2)))
      }
    }
    return constructs
  }

  /// A line with the signs for what cannot be seen turned into that.
  private static func typed(_ line: some StringProtocol) -> String {
    String(line).replacing("⏎", with: "\n").replacing("⇥", with: "\t")
      .replacing("⍽", with: "\u{A0}")
  }
}
