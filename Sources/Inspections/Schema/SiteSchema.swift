import Diagnostics

/// Fields of `site.yml`.
enum SiteFields {
  static let title = Field("title", Values.text, .required, "The site's name.")
  static let baseURL = Field(
    "base_url", Values.formed(.siteAddress), .required,
    "Where the site will be, like `https://example.org/register/`; a path below the host works.")
  static let language = Field(
    "language", Values.formed(.siteLanguage), .required,
    "The language of the site as a BCP 47 tag, like `en-GB`. The words of its pages are English.")
  static let timeZone = Field(
    "time_zone", Values.formed(.timeZone).map { SiteTimeZone($0) }, .optional,
    "The time zone that decides what day it is, by its IANA name like `Europe/London`; UTC when "
      + "absent.")
  static let publisher = Field(
    "publisher", Values.text, .required, "Who stands behind the site, as a name.")
  static let description = Field(
    "description", Values.inline, .optional, "What the site is, in a sentence.")
  static let licences = Field(
    "licences", Values.record(LicenceFields.schema).list, .optional,
    "Terms under which documents may be used.")
  static let navigation = Field(
    "navigation", Values.record(NavigationFields.schema).list, .optional,
    "The main navigation; a sensible one when absent.")
  static let checks = Field(
    "checks", Values.choice(Level.self).map(from: "a check's name") { (name: $0, level: $1) },
    .optional, "Levels of checks on this site that differ from their defaults.")
  static let html = Field(
    "html", Values.flag, .optional, "Whether bodies may hold raw HTML; `false` when absent.")
  static let smart = Field(
    "smart", Values.flag, .optional,
    "Whether straight quotes, `--` and `...` become typographic; `false` when absent.")
  static let editorsPage = Field(
    "editors_page", Values.flag, .optional,
    "Whether the findings of every check are published at `/editors/`; `false` when absent.")
  static let formats = Field(
    "formats", Values.choice(PublishedFormat.self).list, .optional,
    "What is published beside the pages; everything when absent. A register of many thousand "
      + "reports may want fewer files.")
  static let visibleRoles = Field(
    "visible_roles", Values.text.list, .optional, "Roles of people who are shown in public.")
  static let answerScales = Field(
    "answer_scales", Values.record(AnswerScaleFields.schema).list, .optional,
    "Answer scales that surveys use.")

  static let schema = RecordSchema<SiteSettings>(
    "site", "What `site.yml` says of the whole site.",
    [
      title.description, baseURL.description, language.description, timeZone.description,
      publisher.description, description.description, licences.description,
      navigation.description, checks.description,
      html.description, smart.description, editorsPage.description, formats.description,
      visibleRoles.description,
      answerScales.description,
    ]
  ) { decoding in
    let title = decoding.required(title)
    let baseURL = decoding.required(baseURL)
    let language = decoding.required(language)
    let timeZone = decoding.optional(timeZone)?.value ?? nil
    let publisher = decoding.required(publisher)
    let description = decoding.optional(description)?.value
    let licences = decoding.value(licences, default: [])
    let navigation = decoding.optional(navigation)?.value
    let checks = decoding.value(checks, default: [])
    let allowsHTML = decoding.value(html, default: false)
    let isSmart = decoding.value(smart, default: false)
    let publishesEditorsPage = decoding.value(editorsPage, default: false)
    let formats = decoding.value(formats, default: PublishedFormat.allCases)
    let roles = decoding.value(visibleRoles, default: [])
    let scales = decoding.value(answerScales, default: [])
    guard let title, let baseURL, let language, let publisher else { return nil }
    return SiteSettings(
      file: decoding.context.file, title: title,
      baseURL: baseURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" }, language: language,
      timeZone: timeZone, publisher: publisher, description: description, licences: licences,
      navigation: navigation,
      checkLevels: checks, allowsHTML: allowsHTML, usesSmartPunctuation: isSmart,
      publishesEditorsPage: publishesEditorsPage, formats: Set(formats), visibleRoles: roles,
      answerScales: scales)
  }
}

/// Fields of an entry of `navigation`.
enum NavigationFields {
  static let title = Field("title", Values.text, .required, "What is shown.")
  static let to = Field(
    "to", Values.text, .required, "The address within the site, starting with `/`.")

  static let schema = RecordSchema<NavigationEntry>(
    "navigation entry", "An entry of the main navigation.", [title.description, to.description]
  ) { decoding in
    let title = decoding.required(title)
    let to = decoding.required(to)
    guard let title, let to else { return nil }
    return NavigationEntry(title: title.value, to: to)
  }
}

/// Fields of an entry of `licences`.
enum LicenceFields {
  static let id = Field(
    "id", ValueType<LicenceID>.name("a name for the licence"), .required, "Its name in reports.")
  static let title = Field("title", Values.text, .required, "What it is called.")
  static let address = Field("address", Values.address, .optional, "Where its text can be read.")
  static let note = Field("note", Values.inline, .optional, "What it allows, in a sentence.")

  static let schema = RecordSchema<Licence>(
    "licence", "Terms under which a document may be used.",
    [id.description, title.description, address.description, note.description]
  ) { decoding in
    let id = decoding.required(id)
    let title = decoding.required(title)
    let address = decoding.optional(address)
    let note = decoding.optional(note)?.value
    guard let id, let title else { return nil }
    return Licence(id: id, title: title.value, address: address, note: note)
  }
}

/// Fields of an entry of `answer_scales`.
enum AnswerScaleFields {
  static let id = Field(
    "id", ValueType<AnswerScaleID>.name("a name for the scale"), .required, "Its name in surveys.")
  static let title = Field("title", Values.text, .required, "What it is called.")
  static let neutral = Field(
    "neutral", ValueType<AnswerID>.name("an answer of the scale"), .optional,
    "The answer around which charts diverge.")
  static let answers = Field(
    "answers", Values.record(AnswerFields.schema).list, .required,
    "The answers from one end to the other.")

  static let schema = RecordSchema<AnswerScale>(
    "answer scale", "The answers that a survey question offers.",
    [id.description, title.description, neutral.description, answers.description]
  ) { decoding in
    let id = decoding.required(id)
    let title = decoding.required(title)
    let neutral = decoding.optional(neutral)
    let answers = decoding.required(answers)
    guard let id, let title, let answers else { return nil }
    return AnswerScale(id: id, title: title.value, neutral: neutral, answers: answers.value)
  }
}

/// Fields of an entry of `answers`.
enum AnswerFields {
  static let id = Field(
    "id", ValueType<AnswerID>.name("a name for the answer"), .required, "Its name in `responses`.")
  static let title = Field("title", Values.text, .required, "What it is called.")
  static let apart = Field(
    "apart", Values.flag, .optional, "Whether it stands apart from the scale, like \"no answer\".")

  static let schema = RecordSchema<Answer>(
    "answer", "One answer of a scale.", [id.description, title.description, apart.description]
  ) { decoding in
    let id = decoding.required(id)
    let title = decoding.required(title)
    let isApart = decoding.value(apart, default: false)
    guard let id, let title else { return nil }
    return Answer(id: id, title: title.value, isApart: isApart)
  }
}
