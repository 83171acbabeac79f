/// Fields of a free page.
enum PageFields {
  static let title = Field("title", Values.inline, .required, "Its title.")
  static let summary = Field(
    "summary", Values.inline, .optional, "What it is about, in a sentence.")

  static let schema = RecordSchema<Page>(
    "page", "A free page.", [title.description, summary.description] + HeaderFields.all
  ) { decoding in
    let header = decoding.header()
    let title = decoding.required(title)
    let summary = decoding.optional(summary)?.value
    return title.map { Page(header: header, title: $0, summary: summary) }
  }
}
