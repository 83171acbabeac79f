import Diagnostics

/// Fields of an entry of `judgements`.
enum JudgementFields {
  static let aspect = Field(
    "aspect", Values.aspect.located, .conditional("one of `aspect`, `aspects` and `subject`"),
    "The aspect that is judged.")
  static let aspects = Field(
    "aspects", Values.aspect.located.list, .optional, "Several aspects under one verdict.")
  static let subject = Field(
    "subject", Values.inline, .optional, "What is judged, where it is no aspect of the framework.")
  static let grade = Field(
    "grade", Values.judgedGrade, .required,
    "The grade; a list for a split verdict, `none` where it was looked at and not graded.")
  static let paragraph = Field(
    "paragraph", Values.positive, .optional, "The numbered paragraph that says so.")
  static let heading = Field(
    "heading", Values.text, .optional,
    "The heading that says so, where there is no paragraph number.")
  static let samples = Field(
    "samples", ValueType<SampleID>.name("a sample of the report").located.list, .optional,
    "The samples it rests on.")
  static let parts = Field(
    "parts", Values.record(PartFields.schema).list, .optional, "Verdicts on parts of the aspect.")
  static let note = Field("note", Values.inline, .optional, "A remark on it.")

  static let schema = RecordSchema<Judgement>(
    "judgement", "The conclusion of a report on one aspect or several.",
    [
      aspect.description, aspects.description, subject.description, grade.description,
      paragraph.description, heading.description, samples.description, parts.description,
      note.description,
    ]
  ) { decoding in
    let needsAspect = !decoding.has(aspects) && !decoding.has(subject)
    let single = needsAspect ? decoding.required(aspect) : decoding.optional(aspect)
    let aspects =
      decoding.has(aspects) ? decoding.optional(aspects)?.value : single.map { [$0.value] }
    let other = decoding.optional(subject)?.value
    let grade = decoding.required(grade)
    let paragraph = decoding.optional(paragraph)
    let heading = decoding.optional(heading)
    let samples = decoding.value(samples, default: [])
    let parts = decoding.value(parts, default: [])
    let note = decoding.optional(note)?.value
    guard
      let subject = other.map(Judgement.Subject.other) ?? aspects.map(Judgement.Subject.aspects),
      let grade
    else { return nil }
    return Judgement(
      subject: subject, grade: grade, paragraph: paragraph, heading: heading, samples: samples,
      parts: parts, note: note, span: decoding.span)
  }
}

extension Values {
  /// An aspect of the report's framework.
  static let aspect = ValueType<AspectID>.name("an aspect of the framework")
}

/// Fields of an entry of `parts`.
enum PartFields {
  static let title = Field("title", Values.inline, .required, "What part of the aspect.")
  static let grade = Field("grade", Values.judgedGrade, .required, "The grade given.")
  static let paragraph = Field(
    "paragraph", Values.positive, .optional, "The numbered paragraph that says so.")
  static let note = Field("note", Values.inline, .optional, "A remark on it.")

  static let schema = RecordSchema<Judgement.Part>(
    "part", "A verdict on a part of an aspect.",
    [title.description, grade.description, paragraph.description, note.description]
  ) { decoding in
    let title = decoding.required(title)
    let grade = decoding.required(grade)
    let paragraph = decoding.optional(paragraph)
    let note = decoding.optional(note)?.value
    guard let title, let grade else { return nil }
    return Judgement.Part(title: title.value, grade: grade, paragraph: paragraph, note: note)
  }
}

/// Fields of an entry of `recommendations`.
enum RecommendationFields {
  static let id = Field("id", Values.positive, .required, "Its number in the report.")
  static let text = Field(
    "text", Values.inline, .required,
    "The one wording; every other appearance embeds it or is a declared variant.")
  static let aspect = Field("aspect", Values.aspect.located, .optional, "The aspect it serves.")
  static let aspects = Field(
    "aspects", Values.aspect.located.list, .optional,
    "The aspects it serves, where there are several.")
  static let paragraph = Field(
    "paragraph", Values.positive, .optional, "The numbered paragraph it follows or stands in.")
  static let due = Field(
    "due", Values.due.orUnknown, .optional,
    "By when: `immediately`, `within 3 months` of publication, or a date; absent if none is set.")
  static let dueNote = Field(
    "due_note", Values.inline, .optional, "How the time is to be understood.")
  static let to = Field(
    "to", ValueType<OrganisationID>.reference(.organisations).located.oneOrMany, .optional,
    "Who must act.")
  static let variants = Field(
    "variants", Values.record(VariantFields.schema).list, .optional,
    "Wordings that differ in the original.")
  static let note = Field("note", Values.inline, .optional, "A remark on it.")

  static let schema = RecordSchema<Recommendation>(
    "recommendation", "A numbered action asked of a named body.",
    [
      id.description, text.description, aspect.description, aspects.description,
      paragraph.description, due.description, dueNote.description, to.description,
      variants.description, note.description,
    ]
  ) { decoding in
    let id = decoding.required(id)
    let text = decoding.required(text)
    let single = decoding.optional(aspect).map { [$0.value] } ?? []
    let aspects = decoding.optional(aspects)?.value ?? single
    let paragraph = decoding.optional(paragraph)
    let due = decoding.optional(due)
    let dueNote = decoding.optional(dueNote)?.value
    let to = decoding.value(to, default: [])
    let variants = decoding.value(variants, default: [])
    let note = decoding.optional(note)?.value
    guard let id, let text else { return nil }
    return Recommendation(
      number: id, text: text, aspects: aspects, paragraph: paragraph, due: due, dueNote: dueNote,
      to: to, variants: variants, note: note, span: decoding.span)
  }
}

/// Fields of an entry of `variants`.
enum VariantFields {
  static let location = Field("where", Values.text, .required, "Where the wording stands.")
  static let text = Field("text", Values.inline, .required, "What it says there.")
  static let note = Field("note", Values.inline, .optional, "What the difference amounts to.")

  static let schema = RecordSchema<Recommendation.Variant>(
    "variant", "A wording of a recommendation that drifted in the original.",
    [location.description, text.description, note.description]
  ) { decoding in
    let location = decoding.required(location)
    let text = decoding.required(text)
    let note = decoding.optional(note)?.value
    guard let location, let text else { return nil }
    return Recommendation.Variant(location: location.value, text: text, note: note)
  }
}
