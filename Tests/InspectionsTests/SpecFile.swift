import Diagnostics
import Foundation
import Testing

/// An example of a spec file: a small content tree with what the checks say of it.
struct SpecExample: CustomTestStringConvertible, Sendable {
  /// What a marker line expects.
  struct Expectation: Hashable, Comparable, Sendable, CustomStringConvertible {
    let path: String
    let line: Int
    /// The column of the caret, from 1; nil where the marker has none.
    let column: Int?
    let words: String

    static func < (left: Self, right: Self) -> Bool {
      (left.path, left.line, left.words) < (right.path, right.line, right.words)
    }

    var description: String { "\(path):\(line):\(column.map(String.init) ?? "*") \(words)" }
  }

  /// The check of the section it stands in.
  let check: String
  let title: String
  /// The files by their paths, markers taken out.
  let files: [String: String]
  let expectations: [Expectation]

  var testDescription: String { "\(check): \(title)" }
}

/// The sections of the spec files and their examples.
///
/// A section `## name` is about one check. Each heading `### title` opens an example: fenced blocks
/// with a language and a path in the info string are its files. A line that begins with `#` or
/// `<!--` and goes on with `^ level[check]: message` is a marker: it expects that diagnostic in the
/// line above it, with the caret under its first character; without a caret any column will do.
enum SpecFile {
  static let sections: [String: [SpecExample]] = read()

  static var examples: [SpecExample] {
    sections.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  private static func read() -> [String: [SpecExample]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Specs")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    var sections: [String: [SpecExample]] = [:]
    for name in names.sorted() where name.hasSuffix(".md") {
      guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else {
        continue
      }
      var parser = SpecParser()
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        parser.read(String(line))
      }
      parser.finishExample()
      sections.merge(parser.sections) { $0 + $1 }
    }
    return sections
  }
}

/// Reads a spec file line by line.
private struct SpecParser {
  var sections: [String: [SpecExample]] = [:]
  private var check = ""
  private var title: String?
  private var files: [String: String] = [:]
  private var expectations: [SpecExample.Expectation] = []
  private var path: String?
  private var lines: [String] = []

  mutating func read(_ line: String) {
    if let path {
      if line == "```" {
        files[path] = lines.joined(separator: "\n") + "\n"
        self.path = nil
      } else if let expectation = marker(line, path: path) {
        expectations.append(expectation)
      } else {
        lines.append(line)
      }
    } else if line.hasPrefix("```") {
      path = line.split(separator: " ").dropFirst().first.map(String.init)
      lines = []
    } else if line.hasPrefix("### ") {
      finishExample()
      title = String(line.dropFirst(4))
    } else if line.hasPrefix("## ") {
      finishExample()
      check = String(line.dropFirst(3)).filter { $0 != "`" }
      if check.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) {
        sections[check] = sections[check] ?? []
      }
    }
  }

  mutating func finishExample() {
    if let title {
      sections[check, default: []].append(
        SpecExample(check: check, title: title, files: files, expectations: expectations))
    }
    (title, files, expectations) = (nil, [:], [])
  }

  private func marker(_ line: String, path: String) -> SpecExample.Expectation? {
    guard line.hasPrefix("#") || line.hasPrefix("<!--") else { return nil }
    let level = Level.allCases.lazy.compactMap { line.range(of: "\($0.rawValue)[") }.first
    guard let level else { return nil }
    let before = line[..<level.lowerBound]
    let column = before.firstIndex(of: "^").map {
      before.unicodeScalars.distance(from: before.startIndex, to: $0) + 1
    }
    guard before.allSatisfy({ "#<!- ^".contains($0) }) else { return nil }
    let words = line[level.lowerBound...].replacingOccurrences(of: " -->", with: "")
    return SpecExample.Expectation(path: path, line: lines.count, column: column, words: words)
  }
}
