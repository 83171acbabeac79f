import Diagnostics

/// Fields that every record may have.
enum HeaderFields {
  static let aliases = Field(
    "aliases", Values.text.located.list,
    .optional, "Former addresses of this record, starting with `/`; they keep leading here.")
  static let source = Field(
    "source", Values.record(SourceFields.schema).oneOrMany, .optional,
    "Where the facts come from: a document or page, or several.")
  static let note = Field("note", Values.inline, .optional, "A remark shown beside the facts.")
  static let waivers = Field(
    "waivers", Values.record(WaiverFields.schema).list, .optional,
    "Findings of checks that the editors accept, each with its reason.")

  static let all = [
    aliases.description, source.description, note.description, waivers.description,
  ]
}

extension Decoding {
  /// Reads the fields that every record may have.
  mutating func header() -> RecordHeader {
    RecordHeader(
      id: context.id, file: context.file, frontMatter: context.frontMatter,
      aliases: value(HeaderFields.aliases, default: []),
      sources: value(HeaderFields.source, default: []),
      note: optional(HeaderFields.note)?.value,
      waivers: value(HeaderFields.waivers, default: []), body: context.body)
  }
}

/// Fields of an entry of `source`.
enum SourceFields {
  static let title = Field(
    "title", Values.inline, .optional, "What the document or page is called.")
  static let address = Field("address", Values.address, .optional, "Where it can be read.")
  static let trust = Field(
    "trust", Values.choice(Source.Trust.self), .optional,
    "How far its word is the inspectorate's own: `record` said by it, `provider` by the inspected "
      + "body, `press` by a newspaper, `reported` read on another public page. Readers are sent to quote "
      + "from a report only at the address of a source of `record`.")
  static let note = Field("note", Values.inline, .optional, "A remark on it.")

  static let schema = RecordSchema<Source>(
    "source", "A document or page that facts come from.",
    [title.description, address.description, trust.description, note.description]
  ) { decoding in
    Source(
      title: decoding.optional(title)?.value, address: decoding.optional(address),
      trust: decoding.optional(trust)?.value, note: decoding.optional(note)?.value)
  }
}

/// Fields of an entry of `waivers`.
enum WaiverFields {
  static let check = Field("check", Values.text, .required, "The check that is set aside.")
  static let paragraph = Field(
    "paragraph", Values.positive, .optional, "The numbered paragraph it is set aside for.")
  static let field = Field(
    "field", Values.text, .optional,
    "The front-matter key it is set aside for, with dots between its parts and the id of a list's "
      + "entry, like `surveys.children`.")
  static let reason = Field("reason", Values.inline, .required, "Why; readers see it.")
  static let by = Field("by", Values.text, .required, "Who decided.")
  static let date = Field("date", Values.date, .required, "When.")

  static let schema = RecordSchema<Waiver>(
    "waiver", "A finding of a check that the editors accept.",
    [
      check.description, paragraph.description, field.description, reason.description,
      by.description, date.description,
    ]
  ) { decoding in
    let check = decoding.required(check)
    let paragraph = decoding.optional(paragraph)
    let field = decoding.optional(field)
    let reason = decoding.required(reason)
    let by = decoding.required(by)
    let date = decoding.required(date)
    guard let check, let reason, let by, let date else { return nil }
    return Waiver(
      check: check, paragraph: paragraph, field: field, reason: reason.value, by: by.value,
      date: date.value, span: decoding.span)
  }
}
