public import Diagnostics

/// What `site.yml` says of the whole site.
public struct SiteSettings: Sendable {
  /// The file it was read from.
  public let file: SourceFile
  /// Whether all of it could be read and understood; where not, what it lacks may stand in the file.
  public let isWhole: Bool
  /// The site's name.
  public let title: Located<String>
  /// Where the site will be, ending in `/`; a path below the host is part of it.
  public let baseURL: Located<String>
  /// The language of the site as a BCP 47 tag.
  public let language: Located<String>
  /// Where its days begin and end; nil where it does not say.
  public let timeZone: SiteTimeZone?
  /// Who stands behind the site.
  public let publisher: Located<String>
  /// What the site is, in a sentence.
  public let description: InlineText?
  /// Terms under which documents may be used.
  public let licences: [Licence]
  /// The site's main navigation; nil for the default.
  public let navigation: [NavigationEntry]?
  /// Levels of checks that differ from their defaults.
  public let checkLevels: [Located<(name: String, level: Level)>]
  /// Whether bodies may hold raw HTML.
  public let allowsHTML: Bool
  /// Whether quotes and dashes become typographic.
  public let usesSmartPunctuation: Bool
  /// Schemes of addresses that links may have beyond the usual.
  public let linkSchemes: Set<String>
  /// Whether the findings of the checks are published at `/editors/`.
  public let publishesEditorsPage: Bool
  /// What is published beside the pages.
  public let formats: Set<PublishedFormat>
  /// What a publication takes from the one before.
  public let publication: PublicationSettings
  /// Where it is served, and what its pages may load.
  public let hosting: HostingSettings
  /// Roles of people who are shown in public.
  public let visibleRoles: [String]
  /// Answer scales that surveys use.
  public let answerScales: [AnswerScale]
  /// Fields that it adds to the records of its collections.
  public let extraFields: ExtraFields
  /// Values for its templates, in the author's order.
  public let params: [NamedParam]

  static let schema = RecordSchema(
    "site", "What `site.yml` says of the whole site.", SiteSettings.init(_:))

  init?(_ fields: inout Decoding) {
    file = fields.context.file
    _ = fields.optional(
      "format", Values.choice(ContentFormat.self),
      "The version of the content format that the register is written in; the newest when absent.")
    let title = fields.required("title", Values.text, "The site's name.")
    let baseURL = fields.required(
      "base_url", Values.formed(.siteAddress),
      "Where the site will be, like `https://example.org/register/`; a path below the host works.")
    let language = fields.required(
      "language", Values.formed(.siteLanguage),
      "The language of the site as a BCP 47 tag, like `en-GB`. The words of its pages are English.")
    timeZone =
      fields.optional(
        "time_zone", Values.formed(.timeZone),
        "The IANA time zone that decides what day it is, like `Europe/London`; UTC when absent."
      )
      .flatMap { SiteTimeZone($0.value) }
    let publisher = fields.required(
      "publisher", Values.text, "Who stands behind the site, as a name.")
    description =
      fields.optional(
        "description", Values.inline, "What the site is, in a sentence.")?.value
    licences = fields.list(
      "licences", of: Values.record(Licence.schema),
      "Terms under which documents may be used.")
    navigation =
      fields.optional(
        "navigation", Values.record(NavigationEntry.schema).list,
        "The main navigation; a sensible one when absent.")?.value
    checkLevels = fields.value(
      "checks", Values.choice(Level.self).map(from: DefinedWords.check) { (name: $0, level: $1) },
      default: [], "Levels of checks on this site that differ from their defaults.")
    allowsHTML = fields.value(
      "html", Values.flag, default: false,
      "Whether bodies may hold raw HTML; `false` when absent.")
    usesSmartPunctuation = fields.value(
      "smart", Values.flag, default: false,
      "Whether straight quotes, `--` and `...` become typographic; `false` when absent.")
    linkSchemes = Set(
      fields.list(
        "link_schemes", of: Values.linkScheme,
        "Schemes of addresses that links may have beyond `https`, `http`, `mailto` and `tel`, like "
          + "`sms`."))
    publishesEditorsPage = fields.value(
      "editors_page", Values.flag, default: false,
      "Whether the findings of every check are published at `/editors/`; `false` when absent.")
    formats = Set(
      fields.value(
        "formats", Values.choice(PublishedFormat.self).list, default: PublishedFormat.allCases,
        "What is published beside the pages; everything when absent. A register of many thousand "
          + "reports may want fewer files."))
    publication = PublicationSettings(&fields)
    hosting = HostingSettings(&fields)
    visibleRoles = fields.list(
      "visible_roles", of: Values.text, "Roles of people who are shown in public.")
    answerScales = fields.list(
      "answer_scales", of: Values.record(AnswerScale.schema), "Answer scales that surveys use.")
    extraFields = fields.value(
      "fields", Values.record(ExtraFields.schema), default: .none,
      "Fields that the site adds to its records; readers see them beside the others.")
    params = fields.value(
      "params", Values.params, default: [],
      "Values for templates of one's own, where they are `params.NAME`; texts without markup.")
    guard let title, let baseURL, let language, let publisher else { return nil }
    isWhole = fields.context.isWhole && !fields.hasLostParts
    (self.title, self.language, self.publisher) = (title, language, publisher)
    self.baseURL = baseURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
  }
}

/// The versions of the content format that are read.
public enum ContentFormat: String, Sendable, CaseIterable {
  /// The first: whatever was added to it since leaves registers written before as they were.
  case first = "1"

  /// What a register is written in that does not say.
  public static let newest = first
}

/// A form in which the register is published beside its pages.
public enum PublishedFormat: String, Sendable, Hashable, CaseIterable {
  /// Each report as plain text.
  case text
  /// Each report as JSON.
  case json
  /// Each report on one page in large print.
  case print
  /// How to cite each report, as BibTeX and CSL-JSON.
  case citations
  /// Everything as tables, at `/data/`.
  case data
  /// Feeds of what is new, and a calendar of due dates.
  case feeds
}

/// A host that reads headers and redirects in files of the site.
public enum HostingFiles: String, Sendable, Hashable, CaseIterable {
  /// `_headers` and `_redirects`.
  case netlify
  /// The same in Cloudflare's form.
  case cloudflare
  /// `.htaccess`.
  case apache
}

/// An entry of the main navigation.
public struct NavigationEntry: Sendable {
  /// What is shown.
  public let title: String
  /// The address within the site, starting with `/`, or that of another site.
  public let to: Located<String>

  /// Whether it leads to another site.
  public var isOutside: Bool { Values.isAddress(to.value) }

  static let schema = RecordSchema(
    "navigation entry", "An entry of the main navigation.", NavigationEntry.init(_:))

  init?(_ fields: inout Decoding) {
    let title = fields.required("title", Values.text, "What is shown.")
    let to = fields.required(
      "to", Values.text,
      "The address within the site, starting with `/`, or that of a page elsewhere, starting with "
        + "`https://`.")
    guard let title, let to else { return nil }
    self.title = title.value
    self.to = to
  }
}

/// Terms under which a document may be used.
public struct Licence: Sendable {
  /// Its name in `licence:` fields.
  public let id: Located<LicenceID>
  /// What it is called.
  public let title: String
  /// Where its text can be read.
  public let address: Located<String>?
  /// What it allows, in a sentence.
  public let note: InlineText?

  static let schema = RecordSchema(
    "licence", "Terms under which a document may be used.", Licence.init(_:))

  init?(_ fields: inout Decoding) {
    let id = fields.required(
      "id", ValueType<LicenceID>.name("a name for the licence"), "Its name in reports.")
    let title = fields.required("title", Values.text, "What it is called.")
    address = fields.optional("address", Values.address, "Where its text can be read.")
    note = fields.optional("note", Values.inline, "What it allows, in a sentence.")?.value
    guard let id, let title else { return nil }
    self.id = id
    self.title = title.value
  }
}

/// The answers that a survey question offers, in order.
public struct AnswerScale: Sendable {
  /// Its name in `scale:` fields.
  public let id: Located<AnswerScaleID>
  /// What it is called.
  public let title: String
  /// The answer around which a chart diverges, if there is one.
  public let neutral: Located<AnswerID>?
  /// The answers from the one end to the other.
  public let answers: [Answer]

  static let schema = RecordSchema(
    "answer scale", "The answers that a survey question offers.", AnswerScale.init(_:))

  init?(_ fields: inout Decoding) {
    let id = fields.required(
      "id", ValueType<AnswerScaleID>.name("a name for the scale"), "Its name in surveys.")
    let title = fields.required("title", Values.text, "What it is called.")
    neutral = fields.optional(
      "neutral", ValueType<AnswerID>.name("an answer of the scale"),
      "The answer around which charts diverge.")
    let answers = fields.required(
      "answers", Values.record(Answer.schema).list, "The answers from one end to the other.")
    guard let id, let title, let answers else { return nil }
    self.id = id
    self.title = title.value
    self.answers = answers.value
  }
}

/// One answer of a scale.
public struct Answer: Sendable {
  /// Its name in `responses:` fields.
  public let id: Located<AnswerID>
  /// What it is called.
  public let title: String
  /// Whether it stands apart from the scale, like "no answer".
  public let isApart: Bool

  static let schema = RecordSchema("answer", "One answer of a scale.", Answer.init(_:))

  init?(_ fields: inout Decoding) {
    let id = fields.required(
      "id", ValueType<AnswerID>.name("a name for the answer"), "Its name in `responses`.")
    let title = fields.required("title", Values.text, "What it is called.")
    isApart = fields.value(
      "apart", Values.flag, default: false,
      "Whether it stands apart from the scale, like \"no answer\".")
    guard let id, let title else { return nil }
    self.id = id
    self.title = title.value
  }
}
