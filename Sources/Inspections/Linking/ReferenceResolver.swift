public import CommonMark
public import Diagnostics

/// What a reference stands for, or what is wrong with it.
public enum Resolution: Sendable {
  /// It stands for something.
  case resolved(ResolvedReference)
  /// It stands for nothing the register has.
  indirect case refused(Diagnostic)
  /// It names a record whose file could not be read, which is reported there.
  case withheld
}

/// Finds what a scheme link, a relative link or an embed stands for.
///
/// Diagnostics: `unknown-reference`, `unknown-paragraph`, `share-figures`.
///
/// Complexity: constant, plus the size of the report it names where it names a part of one.
public func resolve(
  _ reference: Reference, in scope: ReferenceScope, register: Register
) -> Resolution {
  let resolver = ReferenceResolver(reference: reference, scope: scope, register: register)
  return reference.kind == .link ? resolver.link() : resolver.embed()
}

/// The work of ``resolve(_:in:register:)`` on one reference.
struct ReferenceResolver {
  let reference: Reference
  let scope: ReferenceScope
  let register: Register
  /// The target's record and what follows `#`, if anything does.
  let parts: (name: String, anchor: String?)

  init(reference: Reference, scope: ReferenceScope, register: Register) {
    self.reference = reference
    self.scope = scope
    self.register = register
    let target = reference.target
    let sign = UInt8(ascii: "#")
    let mark = target.holds(sign) ? target.utf8.firstIndex(of: sign) : nil
    parts =
      mark.map { (String(target[..<$0]), String(target[target.utf8.index(after: $0)...])) }
      ?? (target, nil)
  }

  /// What a link stands for; one to a part of a report whose text is withheld leads to the report.
  func link() -> Resolution {
    if Self.partSchemes.contains(reference.scheme), let anchor = parts.anchor, !anchor.isEmpty,
      let report = register.reports[ReportID(parts.name)], report.isTextWithheld
    {
      return .resolved(.link(.report(report.id, anchor: nil)))
    }
    let resolution = linkToWhole()
    if case .resolved(.link(.report(let id, anchor: .some))) = resolution,
      register.reports[id]?.isTextWithheld == true
    {
      return .resolved(.link(.report(id, anchor: nil)))
    }
    return resolution
  }

  private static let partSchemes = ["para", "note", "sample", "share"]

  private func linkToWhole() -> Resolution {
    switch reference.scheme {
    case "": relative()
    case "para": paragraph()
    case "note": note()
    case "rec": recommendation { .link(.recommendation($0, $1)) }
    case "sample": evidence { .link(.evidence($0, $1)) }
    case "share": share()
    case "aspect": aspect()
    case "report": record(in: register.reports) { .report($0, anchor: $1) }
    case "area": record(in: register.areas) { .area($0, anchor: $1) }
    case "org": record(in: register.organisations) { .organisation($0, anchor: $1) }
    case "framework": record(in: register.frameworks) { .framework($0, anchor: $1) }
    case "term": record(in: register.glossary) { id, _ in .term(id) }
    case "page": record(in: register.pages) { .page($0, anchor: $1) }
    case "response": record(in: register.responses) { .response($0, anchor: $1) }
    case "coverage": record(in: register.coverage) { id, _ in .coverage(id) }
    case "file": download()
    default: unknownScheme(Self.linkSchemes)
    }
  }

  func embed() -> Resolution {
    switch reference.scheme {
    case "rec": recommendation { .embed(.recommendation($0, $1)) }
    case "chart": distribution(sample: Embed.sampleChart, survey: Embed.surveyChart)
    case "table": distribution(sample: Embed.sampleTable, survey: Embed.surveyTable)
    case "indicator": indicator()
    case "timeline":
      known(parts.name, in: register.areas).map { .embed(.timeline($0)) }
    case "file": download()
    case "": picture()
    default: unknownScheme(Self.embedSchemes)
    }
  }

  static let linkSchemes = [
    "para", "rec", "sample", "share", "aspect", "report", "area", "org", "framework", "term",
    "page", "response", "coverage", "file", "note",
  ]
  static let embedSchemes = ["rec", "chart", "table", "indicator", "timeline", "file"]

  private func record<Stored: Record>(
    in shelf: Shelf<Stored>, _ target: (ID<Stored>, String?) -> Target
  ) -> Resolution {
    known(parts.name, in: shelf).map { .link(target($0, parts.anchor)) }
  }

  /// The id that a name is, without a look at the record itself.
  private func known<Stored: Record>(
    _ name: String, in shelf: Shelf<Stored>
  ) -> Sought<ID<Stored>> {
    let id = ID<Stored>(name)
    return shelf.contains(id) ? .found(id) : missing(id, from: shelf)
  }

  /// What there is to say of a name that no record of a collection has.
  func missing<Stored: Record, Found>(
    _ id: ID<Stored>, from shelf: Shelf<Stored>
  ) -> Sought<Found> {
    if let told: Sought<Found> = unshown(id, called: id.name) { return told }
    return .refused(
      .unknownReference(
        id.name, at: reference.span, shouldName: "one of the \(Stored.collection.rawValue)",
        among: shelf.names,
        subject: reference.subject))
  }

  /// What there is to say of a record that is there and is not shown, by what the author calls it; nil
  /// where it is not there.
  func unshown<Stored: Record, Found>(_ id: ID<Stored>, called text: String) -> Sought<Found>? {
    if register.isUnreadable(id) { return .withheld }
    let key = RecordKey(Stored.collection, id.name)
    guard register.isHidden(key) else { return nil }
    return .refused(
      .hiddenRecord(text, key, at: reference.span, subject: reference.subject))
  }

  /// The report that a reference names before `#`, or the one it stands in, with what follows.
  func report() -> Sought<(report: Report, rest: String)> {
    let (name, anchor) = parts
    if let anchor {
      let id = ReportID(name)
      guard let report = register.reports[id] else { return missing(id, from: register.reports) }
      return .found((report: report, rest: anchor))
    }
    guard let id = scope.report else {
      return .refused(
        .unnamedReference(
          reference.target, at: reference.span, shouldName: "a part of a report",
          help: "outside a report, name it: '\(reference.scheme):REPORT#\(name)'",
          subject: reference.subject))
    }
    // Where the report that is meant is not there, the field that names it has that said.
    return register.reports[id].map { .found((report: $0, rest: name)) } ?? .withheld
  }

  private func download() -> Resolution {
    if let target = download(reference.target) { return .resolved(.link(target)) }
    return .refused(
      .unknownReference(
        reference.target, at: reference.span, shouldName: "a file below content/files",
        among: register.downloads.sorted(),
        subject: reference.subject))
  }

  /// The download that a path below `content/files` leads to, and the place in it that follows `#`; a
  /// name may hold a `#` itself.
  func download(_ path: String) -> Target? {
    if let file = register.download(path) { return .download(file, anchor: nil) }
    guard let mark = path.utf8.lastIndex(of: UInt8(ascii: "#")) else { return nil }
    let anchor = String(path[path.utf8.index(after: mark)...])
    return register.download(String(path[..<mark])).map { .download($0, anchor: anchor) }
  }

  private func unknownScheme(_ schemes: [String]) -> Resolution {
    .refused(
      .unknownReference(
        reference.scheme, at: reference.span, shouldName: "a scheme of links to records",
        among: schemes,
        subject: reference.subject))
  }
}

/// Something looked for: found, refused with the reason, or withheld because its file is broken.
enum Sought<Found> {
  case found(Found)
  indirect case refused(Diagnostic)
  case withheld

  func flatMap<Other>(_ next: (Found) -> Sought<Other>) -> Sought<Other> {
    switch self {
    case .found(let value): next(value)
    case .refused(let diagnostic): .refused(diagnostic)
    case .withheld: .withheld
    }
  }

  func map(_ make: (Found) -> ResolvedReference) -> Resolution {
    switch self {
    case .found(let value): .resolved(make(value))
    case .refused(let diagnostic): .refused(diagnostic)
    case .withheld: .withheld
    }
  }
}

extension Sought where Found == ResolvedReference {
  var resolution: Resolution { map { $0 } }
}

extension Reference {
  /// The paragraph it stands in, for waivers.
  var subject: Diagnostic.Subject? { paragraph.map(Diagnostic.Subject.paragraph) }
}
