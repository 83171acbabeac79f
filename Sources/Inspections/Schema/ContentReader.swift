public import CommonMark
public import Diagnostics
import FrontMatter

/// One record of any collection.
public enum ContentRecord: Sendable {
  case organisation(Organisation)
  case framework(Framework)
  case area(Area)
  case report(Report)
  case response(Response)
  case coverage(Coverage)
  case term(Term)
  case page(Page)
}

/// Reads `site.yml`; nil where it is too broken to build a site from.
public func readSite(_ bytes: [UInt8], file: SourceFile) -> Diagnosed<SiteSettings?> {
  let document = readYAML(bytes, file: file)
  let node = document.value ?? Node(.mapping([]), span: Span(startOf: file))
  let context = Decoding.Context(
    id: "site", file: file, frontMatter: node.span, body: .empty, source: bytes,
    isWhole: !FrontMatterChecks.losesFields(document.diagnostics))
  var decoding = Decoding(node, of: context, options: RenderOptions())
  let site = decoding.record(SiteSettings.schema, from: node)
  return Diagnosed(site, document.diagnostics + decoding.diagnostics)
}

/// Reads one Markdown file of a collection; its body is rendered here, once.
///
/// The id is the file's stem. There is no record where a required part is missing or wrong; every
/// mistake of the file is reported either way. `extra` is what the site adds to the format, `zone` where its
/// days begin; `known` is
/// what is public of offices, for the search for personal data is the one check that runs while a file
/// is read. `archive` is where the body's bytes go, if they are not to stay in memory. `facts` takes what the
/// record says, where there is one.
public func readRecord(
  _ bytes: [UInt8], file: SourceFile, id: String, collection: Collection, options: RenderOptions,
  extra: ExtraFields = .none, zone: SiteTimeZone? = nil, known: PublicContacts = .none,
  archive: (any BodyArchive)? = nil,
  facts: ((WrittenFacts) -> Void)? = nil
) -> Diagnosed<ContentRecord?> {
  let document = readDocument(bytes, file: file)
  let written = document.value.frontMatter ?? Node(.mapping([]), span: document.value.openingSpan)
  let isWithheld = collection == .reports && WithheldText.isAsked(by: written)
  let node = isWithheld ? WithheldText.facts(of: written) : written
  let range = document.value.body
  let restriction = collection == .reports ? WithheldText.restriction(of: written) : nil
  let source = isWithheld || restriction != nil ? range.lowerBound..<range.lowerBound : range
  var bodyOptions = options
  bodyOptions.paragraphs = paragraphNumbers(of: document.value, in: collection)
  let body = renderBody(bytes, range: source, in: file, options: bodyOptions)
  var context = Decoding.Context(
    id: id, file: file, frontMatter: document.value.openingSpan,
    body: archive.map(body.value.archived) ?? body.value, source: bytes,
    isWhole: document.value.isComplete, extraFields: extra[collection], zone: zone)
  let extended = extra.description(ofExtended: collection)
  if isWithheld || restriction != nil {
    context.withheldLinks =
      renderBody(bytes, range: range, in: file, options: bodyOptions).value.references
  }
  if isWithheld {
    var whole = Decoding(written, of: context, options: options)
    _ = whole.contentRecord(of: collection, extended, from: written)
    context.withheldLinks += whole.texts.flatMap(\.text.rendered.references)
  }
  var decoding = Decoding(node, of: context, options: options)
  let record = decoding.contentRecord(of: collection, extended, from: node)
  let found =
    document.value.isComplete ? decoding.diagnostics : decoding.diagnostics.filter(\.isNoAbsence)
  let privacy = PersonalData.diagnostics(
    in: bytes, file: file, fields: node, source: source, body: body.value, collection: collection,
    known: known.adding(record))
  if record != nil { facts?(WrittenFacts(frontMatter: node, body: body.value)) }
  let isBlank = bytes[range].allSatisfy { $0 <= UInt8(ascii: " ") }
  let keptBack =
    isWithheld || isBlank ? [] : restriction.map { [RestrictedText.keptBack(at: $0)] } ?? []
  return Diagnosed(record, document.diagnostics + found + body.diagnostics + privacy + keptBack)
}

/// What an ordered list at the top level of a body is: only reports number their paragraphs, and a
/// digest of one leaves some out.
private func paragraphNumbers(
  of document: ContentDocument, in collection: Collection
) -> RenderOptions.ParagraphNumbers {
  guard collection == .reports else { return .none }
  return document.frontMatter?.text(of: "form") == "digest" ? .withGaps : .consecutive
}

/// The declared shape of a collection's records, for the reference and the JSON Schema.
public func description(of collection: Collection) -> RecordDescription {
  switch collection {
  case .organisations: Organisation.schema.description
  case .frameworks: Framework.schema.description
  case .areas: Area.schema.description
  case .reports: Report.schema.description
  case .responses: Response.schema.description
  case .coverage: Coverage.schema.description
  case .glossary: Term.schema.description
  case .pages: Page.schema.description
  }
}

/// The declared shape of `site.yml`.
public var siteDescription: RecordDescription { SiteSettings.schema.description }

extension Decoding {
  fileprivate mutating func contentRecord(
    of collection: Collection, _ extended: RecordDescription?, from node: Node
  ) -> ContentRecord? {
    switch collection {
    case .organisations:
      return record(Organisation.schema, extended: extended, from: node).map(
        ContentRecord.organisation)
    case .frameworks:
      return record(Framework.schema, extended: extended, from: node).map(ContentRecord.framework)
    case .areas: return record(Area.schema, extended: extended, from: node).map(ContentRecord.area)
    case .reports:
      return record(Report.schema, extended: extended, from: node).map(ContentRecord.report)
    case .responses:
      return record(Response.schema, extended: extended, from: node).map(ContentRecord.response)
    case .coverage:
      return record(Coverage.schema, extended: extended, from: node).map(ContentRecord.coverage)
    case .glossary:
      return record(Term.schema, extended: extended, from: node).map(ContentRecord.term)
    case .pages: return record(Page.schema, extended: extended, from: node).map(ContentRecord.page)
    }
  }
}

extension Diagnostic {
  /// Whether it would also be said of a file whose front matter broke off: what is missing there may
  /// stand behind the break.
  fileprivate var isNoAbsence: Bool { check != MissingField.check }
}

extension Node {
  /// The scalar text of a key of this mapping.
  fileprivate func text(of key: String) -> String? {
    guard case .mapping(let pairs) = content,
      case .scalar(let text, _) = pairs.first(where: { $0.key == key })?.value.content
    else { return nil }
    return text
  }
}
