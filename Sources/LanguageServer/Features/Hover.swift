import CommonMark
import Diagnostics
import Inspections

/// What is told of the words at a place, in Markdown.
struct Hover: Sendable, Hashable {
  let markdown: String
  let words: Range<Int>
}

extension Glance {
  /// What is known of the words at a byte: a record's facts, what a name or a field means, and what the
  /// checks that speak there look at.
  ///
  /// Complexity: that of ``subject(at:checks:)``, plus O(links between records) for a record.
  func hover(at offset: Int, diagnostics: [Diagnostic], checks: [Check]) -> Hover? {
    let here = diagnostics.filter { $0.primary.span.range.touches(offset) }
    let found = subject(at: offset, checks: checks)
    var parts = found.flatMap { words(of: $0.subject) }.map { [$0] } ?? []
    var told: Set<Check> = []
    parts += here.map(\.check).filter { told.insert($0).inserted }.map(Self.words)
    guard !parts.isEmpty, let words = found?.words ?? here.first?.primary.span.range else {
      return nil
    }
    return Hover(markdown: parts.joined(separator: "\n\n---\n\n"), words: words)
  }

  private static func words(of check: Check) -> String {
    "**\(check.name)** (\(check.level.rawValue)): \(check.summary)\n\n\(check.explanation)"
  }

  private func words(of subject: Subject) -> String? {
    switch subject {
    case .target(let target): words(of: target)
    case .name(let name):
      "**\(name.title)** (`\(name.name)`)" + (name.meaning.isEmpty ? "" : "\n\n\(name.meaning)")
    case .field(let field): "**\(field.key)**: \(field.type.words)\n\n\(field.words)"
    }
  }

  private func words(of target: Target) -> String? {
    guard let key = target.record, let register = state.register,
      let overview = RecordOverview.find("\(key.collection.rawValue)/\(key.id)", in: register).first
    else { return nil }
    return [part(of: target, in: register), overview.markdown].compactMap(\.self)
      .joined(separator: "\n\n")
  }

  /// The words of a part of a record.
  private func part(of target: Target, in register: Register) -> String? {
    switch target {
    case .recommendation(let id, let number):
      return register.reports[id]?.recommendations.first { $0.number.value == number }
        .map { "**\(number)** \($0.text.value.plain)" }
    case .aspect(let id, let aspect):
      return register.frameworks[id]?.aspects.first { $0.id.value == aspect }
        .map { "**\($0.title)** (`\(aspect)`)" }
    case .report(let id, let anchor?):
      guard let body = register.reports[id]?.header.body,
        let paragraph = body.paragraphs.first(where: { "para-\($0.number)" == anchor })
      else { return nil }
      return "**\(paragraph.number)** \(paragraph.words(in: body.text))"
    case .report, .area, .organisation, .framework, .term, .page, .response, .coverage, .evidence,
      .download:
      return nil
    }
  }
}

extension RecordOverview {
  /// The facts of `findings show`, for an editor.
  var markdown: String {
    let facts = [entry.kind, entry.date, contents.joined(separator: ", ")].filter { !$0.isEmpty }
    var lines = ["**\(entry.title)**", facts.joined(separator: " · "), "`\(entry.path)`"]
    let names = outgoing.prefix(Self.shown).map { link in
      "- \(link.relation): \(link.title ?? link.key.id)"
    }
    if !names.isEmpty { lines.append(names.joined(separator: "\n")) }
    if !incoming.isEmpty {
      lines.append("named by \(incoming.count) \(incoming.count == 1 ? "record" : "records")")
    }
    return lines.joined(separator: "\n\n")
  }

  /// How many of the records that it names are told.
  private static let shown = 8
}
