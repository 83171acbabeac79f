public import Diagnostics

/// What `site.yml` says of the whole site.
public struct SiteSettings: Sendable {
  /// The file it was read from.
  public let file: SourceFile
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
  /// Whether the findings of the checks are published at `/editors/`.
  public let publishesEditorsPage: Bool
  /// What is published beside the pages.
  public let formats: Set<PublishedFormat>
  /// Roles of people who are shown in public.
  public let visibleRoles: [String]
  /// Answer scales that surveys use.
  public let answerScales: [AnswerScale]
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

/// An entry of the main navigation.
public struct NavigationEntry: Sendable {
  /// What is shown.
  public let title: String
  /// The address within the site, starting with `/`.
  public let to: Located<String>
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
}

/// One answer of a scale.
public struct Answer: Sendable {
  /// Its name in `responses:` fields.
  public let id: Located<AnswerID>
  /// What it is called.
  public let title: String
  /// Whether it stands apart from the scale, like "no answer".
  public let isApart: Bool
}
