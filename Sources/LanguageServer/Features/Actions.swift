import Diagnostics
import FrontMatter
import Inspections

/// Something that puts a diagnostic right, or sets it aside.
struct Action: Sendable, Hashable {
  /// How an editor sorts it.
  enum Kind: String, Sendable {
    case quickFix = "quickfix"
    case fixAll = "source.fixAll.findings"
  }

  let title: String
  let kind: Kind
  /// What it is about; empty for the whole document.
  let diagnostics: [Diagnostic]
  let edits: [Renaming.Edit]
  /// Whether it is the one thing to do.
  var isPreferred = false
}

extension Glance {
  /// What can be done about the diagnostics that touch some bytes of the document.
  ///
  /// - Parameters:
  ///   - bytes: the place that is asked about.
  ///   - diagnostics: what is said of the document.
  ///   - today: the date of a waiver that is written now.
  /// - Returns: what puts something right, then what sets something aside, then what does all at once.
  func actions(for bytes: Range<Int>, diagnostics: [Diagnostic], today: String) -> [Action] {
    let here = diagnostics.filter {
      $0.primary.span.range.touches(bytes.lowerBound)
        || $0.primary.span.range.touches(bytes.upperBound)
        || bytes.contains($0.primary.span.start)
    }
    return here.compactMap(fix) + here.compactMap { waiver(of: $0, today: today) }
      + [fixAll(diagnostics)].compactMap(\.self)
  }

  private func fix(_ diagnostic: Diagnostic) -> Action? {
    guard let fix = diagnostic.fix, fix.span.file.path == path,
      fix.span.end <= text.bytes.count
    else { return nil }
    let words = text.text(in: fix.span.range)
    return Action(
      title: fix.replacement.isEmpty ? "Take '\(words)' out" : "Write '\(fix.replacement)'",
      kind: .quickFix, diagnostics: [diagnostic],
      edits: [.init(span: fix.span, text: fix.replacement)], isPreferred: true)
  }

  /// All that `findings fix` would put in.
  private func fixAll(_ diagnostics: [Diagnostic]) -> Action? {
    let source = SourceText(file: SourceFile(path: path), bytes: text.bytes)
    let fixed = applyFixes(diagnostics, to: source)
    guard fixed != text.bytes else { return nil }
    return Action(
      title: "Put in everything that is certain", kind: .fixAll, diagnostics: [],
      edits: [
        .init(
          span: Span(source.file, 0..<text.bytes.count),
          text: String(decoding: fixed, as: UTF8.self))
      ])
  }

  /// A waiver of a diagnostic, whose reason and author are for a person to fill in: left empty, they are
  /// errors.
  private func waiver(of diagnostic: Diagnostic, today: String) -> Action? {
    guard diagnostic.check.canBeWaived, case .record = kind, let inner = parts.inner else {
      return nil
    }
    var entry = "{check: \(diagnostic.check.name), "
    switch diagnostic.subject {
    case .field(let key): entry += "field: \(key), "
    case .paragraph(let number): entry += "paragraph: \(number), "
    case nil: break
    }
    entry += "reason: , by: , date: \(today)}"
    return Action(
      title: "Waive '\(diagnostic.check.name)' with a reason", kind: .quickFix,
      diagnostics: [diagnostic], edits: [waiverEdit(entry, in: inner)])
  }

  private func waiverEdit(_ entry: String, in inner: Range<Int>) -> Renaming.Edit {
    let file = SourceFile(path: path)
    let end = Span(file, inner.upperBound..<inner.upperBound)
    guard case .mapping(let pairs) = parts.document.frontMatter?.content,
      let waivers = pairs.first(where: { $0.key == "waivers" })
    else { return .init(span: end, text: "waivers:\n  - \(entry)\n") }
    guard case .sequence(let entries) = waivers.value.content, let last = entries.last else {
      return .init(span: waivers.value.span, text: "\n  - \(entry)")
    }
    let line = text.line(text.lineNumber(at: last.span.start))
    let lead = text.text(in: line.lowerBound..<last.span.start)
    let isListed = lead.allSatisfy { $0 == " " || $0 == "-" } && lead.contains("-")
    let place =
      isListed
      ? text.line(text.lineNumber(at: max(last.span.end - 1, 0))).upperBound
      : last.span.end
    return .init(
      span: Span(file, place..<place), text: isListed ? "\n\(lead)\(entry)" : ", \(entry)")
  }
}
