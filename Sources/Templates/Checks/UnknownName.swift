import Diagnostics

extension Check {
  /// Names that no view in reach offers.
  static let unknownName = Check(
    "unknown-name", .templates, .error,
    summary: "Every name in a template is one that the page's view offers.",
    explanation: """
      Each page has a view: the names that its templates may use, listed by `findings templates`. \
      A name is looked up in the innermost section first and then outwards. A name that is found \
      nowhere would be an empty place on the published page, so nothing is published.

          {{#judgements}}<td>{{grad}}</td>{{/judgements}}

      `-first`, `-last` and `-index` are known inside lists, and `.` inside the section of a text \
      or of a list of texts. Source: the Mustache specification, interpolation and sections.
      """,
    canBeWaived: false)
}

extension Diagnostic {
  /// `name` is written in a template; `part` of it is not known.
  static func unknownName(_ span: Span, name: String, part: String, scopes: Scopes) -> Diagnostic {
    let views = scopes.views
    let inner = innerNames(of: views)
    var candidates = views.flatMap { $0.fields.map(\.name) } + inner.map(\.path)
    if scopes.isInList { candidates += Scopes.loopNames }
    let inside = inner.filter { $0.name == name }.map(\.path)
    let nearest =
      mended(name, part: part, views) { NearMiss.of($0, among: $1) }
      ?? NearMiss.of(name, among: candidates) ?? inside.first
    let meant =
      mended(name, part: part, views) { NearMiss.only($0, among: $1) }
      ?? NearMiss.only(name, among: candidates) ?? (inside.count == 1 ? nearest : nil)
    let view = views.first?.name ?? ""
    let message =
      switch name {
      case ".": "'.' stands for one text of a list, and \(view) is not one"
      case _ where Scopes.loopNames.contains(name): "'\(name)' is known in lists only"
      case _ where part != name: "'\(part)' in '\(name)' is not a name of its record"
      default: "'\(name)' is not a name of \(view)"
      }
    return Diagnostic(
      .unknownName, message, at: Label(span, "not known here"),
      notes: part == name
        ? views.map(offer) : owner(of: part, in: name, views).map { [offer($0)] } ?? [],
      help: nearest.map { "did you mean '\($0)'?" },
      fix: meant.map { Fix(span, replacement: $0) })
  }

  /// A name with dots in which the misspelt part is what `choice` takes among the names of its record;
  /// nil where it takes none, or the name has no dots.
  private static func mended(
    _ name: String, part: String, _ views: [ViewShape], by choice: (String, [String]) -> String?
  ) -> String? {
    guard part != name, let owner = owner(of: part, in: name, views),
      let nearest = choice(part, owner.fields.map(\.name))
    else { return nil }
    var parts = name.split(separator: ".").map(String.init)
    guard let place = parts.firstIndex(of: part) else { return nil }
    parts[place] = nearest
    return parts.joined(separator: ".")
  }

  /// The record in which a part of a name with dots is looked for.
  private static func owner(of part: String, in name: String, _ views: [ViewShape]) -> ViewShape? {
    let parts = name.split(separator: ".").map(String.init)
    var shape = views.first { $0.field(parts.first ?? "") != nil }
    for step in parts {
      guard let field = shape?.field(step) else { return shape }
      guard step != part, case .record(let next) = field.type else { return nil }
      shape = next
    }
    return nil
  }

  /// The names one step inside the records in reach.
  private static func innerNames(of views: [ViewShape]) -> [(name: String, path: String)] {
    views.flatMap(\.fields).flatMap { field -> [(name: String, path: String)] in
      guard case .record(let shape) = field.type else { return [] }
      return shape.fields.map { ($0.name, "\(field.name).\($0.name)") }
    }
  }

  private static func offer(_ view: ViewShape) -> String {
    let names = view.declared.map(\.name)
    return "\(view.name) offers \(names.isEmpty ? "no names" : names.listed())"
  }
}

extension [String] {
  /// The words with commas between them; of a great many the first ones and how many follow.
  func listed() -> String {
    let shown = 24
    guard count > shown + 1 else { return joined(separator: ", ") }
    return prefix(shown).joined(separator: ", ") + " and \(count - shown) more"
  }
}
