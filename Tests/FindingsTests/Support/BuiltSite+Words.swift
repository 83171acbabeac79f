import Foundation
import Testing

extension BuiltSite {
  /// The words of a page's main part, without markup and drawings, with single spaces.
  func words(_ address: String) -> String {
    let page = text("\(address)index.html")
    guard let start = page.range(of: "<main"), let end = page.range(of: "</main>") else {
      return ""
    }
    return page[start.lowerBound..<end.lowerBound]
      .replacing(/<svg[\s\S]*?<\/svg>/, with: "").replacing(/<[^>]+>/, with: " ")
      .replacing("&nbsp;", with: " ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The rows of a CSV file without quoted cells that hold commas, each by its columns' names.
  func rows(_ path: String) throws -> [[String: String]] {
    let lines = text(path).split(separator: "\r\n")
    let names = try #require(lines.first).split(separator: ",").map(String.init)
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(zip(names, cells)) { first, _ in first }
    }
  }
}

extension String {
  /// What stands between two texts; nil where either is missing.
  func between(_ start: String, _ end: String) -> String? {
    guard let from = range(of: start), let to = range(of: end, range: from.upperBound..<endIndex)
    else { return nil }
    return String(self[from.upperBound..<to.lowerBound])
  }
}
