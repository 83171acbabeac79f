/// Fields of a response.
enum ResponseFields {
  static let title = Field("title", Values.inline, .required, "Its name.")
  static let report = Field(
    "report", ValueType<ReportID>.reference(.reports), .required, "The report it answers.")
  static let organisation = Field(
    "organisation", ValueType<OrganisationID>.reference(.organisations), .required, "Who answers.")
  static let published = Field(
    "published", Values.date.orUnknown, .required, "When the public could read it.")
  static let items = Field(
    "items", Values.record(ItemFields.schema).list, .optional, "The answer to each recommendation.")

  static let schema = RecordSchema<Response>(
    "response", "What the inspected body answered to a report.",
    [
      title.description, report.description, organisation.description, published.description,
      items.description,
    ] + HeaderFields.all
  ) { decoding in
    let header = decoding.header()
    let title = decoding.required(title)
    let report = decoding.required(report)
    let organisation = decoding.required(organisation)
    let published = decoding.required(published)
    let items = decoding.value(items, default: [])
    guard let title, let report, let organisation else { return nil }
    return Response(
      header: header, title: title, report: report, organisation: organisation,
      published: published, items: items)
  }
}

/// Fields of an entry of `items`.
enum ItemFields {
  static let recommendation = Field(
    "recommendation", Values.positive, .required, "The number of the recommendation.")
  static let stance = Field(
    "stance", Values.choice(Response.Item.Stance.self), .optional,
    "Whether it is accepted; `not-stated` when absent.")
  static let actions = Field("actions", Values.inline.list, .optional, "What the body will do.")
  static let target = Field("target", Values.inline, .optional, "What it means to reach.")
  static let due = Field(
    "due", Values.date.orUnknown, .optional, "By when, in the body's own words.")
  static let note = Field("note", Values.inline, .optional, "A remark on it.")

  static let schema = RecordSchema<Response.Item>(
    "response item", "The answer to one recommendation.",
    [
      recommendation.description, stance.description, actions.description, target.description,
      due.description, note.description,
    ]
  ) { decoding in
    let recommendation = decoding.required(recommendation)
    let stance = decoding.value(stance, default: .notStated)
    let actions = decoding.value(actions, default: [])
    let target = decoding.optional(target)?.value
    let due = decoding.optional(due)
    let note = decoding.optional(note)?.value
    guard let recommendation else { return nil }
    return Response.Item(
      recommendation: recommendation, stance: stance, actions: actions, target: target, due: due,
      note: note, span: decoding.span)
  }
}
