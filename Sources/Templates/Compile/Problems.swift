import Diagnostics

/// What is wrong with the templates of a site, each mistake once however many pages reach it.
struct Problems {
  private struct Key: Hashable {
    let check: Check
    let span: Span
  }

  private struct Entry {
    let diagnostic: Diagnostic
    let trail: [String]
    var pages: [String]
  }

  private var entries: [Entry] = []
  private var known: [Key: Int] = [:]

  /// Notes a mistake found for `page`, reached through the templates of `trail`.
  mutating func add(_ diagnostic: Diagnostic, page: String, trail: [String]) {
    let key = Key(check: diagnostic.check, span: diagnostic.primary.span)
    guard let index = known[key] else {
      known[key] = entries.count
      return entries.append(Entry(diagnostic: diagnostic, trail: trail, pages: [page]))
    }
    if !entries[index].pages.contains(page) { entries[index].pages.append(page) }
  }

  /// The mistakes in the order found, with a note on how the template was reached.
  var diagnostics: [Diagnostic] {
    entries.map { entry in
      let diagnostic = entry.diagnostic
      return Diagnostic(
        diagnostic.check, level: diagnostic.level, diagnostic.message, at: diagnostic.primary,
        secondary: diagnostic.secondary, notes: diagnostic.notes + Self.reached(entry),
        help: diagnostic.help, fix: diagnostic.fix)
    }
  }

  private static func reached(_ entry: Entry) -> [String] {
    var notes: [String] = []
    if let page = entry.trail.first, entry.trail.count > 1 {
      let between = entry.trail.dropFirst().dropLast().map { "'\($0)'" }.joined(separator: ", ")
      notes.append("reached from page '\(page)'" + (between.isEmpty ? "" : " through \(between)"))
    }
    let others = entry.pages.dropFirst().map { "'\($0)'" }
    switch others.count {
    case 0: break
    case 1: notes.append("the same from page \(others[0])")
    case 2...4: notes.append("the same from pages \(others.joined(separator: ", "))")
    default: notes.append("the same from \(others.count) other pages")
    }
    return notes
  }
}
