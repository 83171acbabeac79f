/// Fields of an entry of `samples`.
enum SampleFields {
  static let id = Field(
    "id", ValueType<SampleID>.name("a name for the sample"), .required, "Its name in links.")
  static let title = Field("title", Values.inline, .required, "What was looked at.")
  static let size = Field("size", Values.count.orUnknown, .optional, "How many were looked at.")
  static let paragraph = Field(
    "paragraph", Values.positive, .optional, "The numbered paragraph that says so.")
  static let grades = Field(
    "grades",
    Values.count.map(from: "a grade of the framework") {
      GradeCount(grade: GradeID($0), count: $1)
    }, .optional, "How many got each grade; they add up to the size.")
  static let splits = Field(
    "splits", Values.record(SplitFields.schema).list, .optional,
    "Other divisions of the whole sample, each adding up to the size.")
  static let alsoPrinted = Field(
    "also_printed", Values.record(AlsoPrintedFields.schema("size")).list, .optional,
    "Other sizes that the original prints for it.")
  static let note = Field("note", Values.inline, .optional, "A remark on it.")

  static let schema = RecordSchema<Sample>(
    "sample", "Things looked at, with their number.",
    [
      id.description, title.description, size.description, paragraph.description,
      grades.description, splits.description, alsoPrinted.description, note.description,
    ]
  ) { decoding in
    let id = decoding.required(id)
    let title = decoding.required(title)
    let size = decoding.optional(size)
    let paragraph = decoding.optional(paragraph)
    let grades = decoding.optional(grades)
    let splits = decoding.value(splits, default: [])
    let alsoPrinted = decoding.value(alsoPrinted, default: [])
    let note = decoding.optional(note)?.value
    guard let id, let title else { return nil }
    return Sample(
      id: id, title: title.value, size: size, paragraph: paragraph, grades: grades, splits: splits,
      alsoPrinted: alsoPrinted, note: note, span: decoding.span)
  }
}

/// Fields of an entry of `splits`.
enum SplitFields {
  static let title = Field("title", Values.inline, .required, "What the sample is divided by.")
  static let counts = Field(
    "counts", Values.counts, .required, "The parts, which add up to the size.")

  static let schema = RecordSchema<Split>(
    "split", "A division of a whole sample.", [title.description, counts.description]
  ) { decoding in
    let title = decoding.required(title)
    let counts = decoding.required(counts)
    guard let title, let counts else { return nil }
    return Split(title: title.value, counts: counts)
  }
}

extension Values {
  /// Numbers of things that the author names.
  static let counts = Values.count.map(from: "a name") { Count(name: $0, count: $1) }
}

/// Fields of an entry of `also_printed`; the number's key is `size` for samples, `base` for surveys.
enum AlsoPrintedFields {
  static let paragraph = Field(
    "paragraph", Values.positive, .optional, "The numbered paragraph that prints it.")
  static let note = Field("note", Values.inline, .optional, "A remark on it.")

  static func schema(_ key: String) -> RecordSchema<AlsoPrinted> {
    let size = Field(key, Values.count, .required, "The other number.")
    return RecordSchema<AlsoPrinted>(
      "other printed number", "Another number that the original prints for the same thing.",
      [size.description, paragraph.description, note.description]
    ) { decoding in
      let size = decoding.required(size)
      let paragraph = decoding.optional(paragraph)
      let note = decoding.optional(note)?.value
      return size.map { AlsoPrinted(size: $0, paragraph: paragraph, note: note) }
    }
  }
}

/// Fields of an entry of `surveys`.
enum SurveyFields {
  static let id = Field(
    "id", ValueType<SurveyID>.name("a name for the survey"), .required, "Its name in links.")
  static let title = Field("title", Values.inline, .required, "What it is called.")
  static let question = Field("question", Values.inline, .optional, "What was asked.")
  static let base = Field(
    "base", Values.count.orUnknown, .optional, "How many were asked, or answered.")
  static let scale = Field(
    "scale", ValueType<AnswerScaleID>.name("an answer scale of site.yml"), .optional,
    "The scale of the answers.")
  static let responses = Field(
    "responses",
    Values.count.map(from: "an answer of the scale") {
      AnswerCount(answer: AnswerID($0), count: $1)
    }, .optional, "How many gave each answer; they add up to the base.")
  static let results = Field(
    "results", Values.inline, .optional, "What came of it in words, where no figures survive.")
  static let alsoPrinted = Field(
    "also_printed", Values.record(AlsoPrintedFields.schema("base")).list, .optional,
    "Other bases that the original prints for it.")
  static let paragraph = Field(
    "paragraph", Values.positive, .optional, "The numbered paragraph that reports it.")
  static let note = Field("note", Values.inline, .optional, "A remark on it.")

  static let schema = RecordSchema<Survey>(
    "survey", "A survey, or one question of it.",
    [
      id.description, title.description, question.description, base.description,
      scale.description, responses.description, results.description, alsoPrinted.description,
      paragraph.description, note.description,
    ]
  ) { decoding in
    let id = decoding.required(id)
    let title = decoding.required(title)
    let question = decoding.optional(question)?.value
    let base = decoding.optional(base)
    let scale = decoding.optional(scale)
    let responses = decoding.optional(responses)
    let results = decoding.optional(results)?.value
    let alsoPrinted = decoding.value(alsoPrinted, default: [])
    let paragraph = decoding.optional(paragraph)
    let note = decoding.optional(note)?.value
    guard let id, let title else { return nil }
    return Survey(
      id: id, title: title.value, question: question, base: base, scale: scale,
      responses: responses, results: results, alsoPrinted: alsoPrinted, paragraph: paragraph,
      note: note, span: decoding.span)
  }
}

/// Fields of an entry of `indicators`.
enum IndicatorFields {
  static let id = Field(
    "id", ValueType<IndicatorID>.name("a name for the indicator"), .required, "Its name in embeds.")
  static let title = Field("title", Values.inline, .required, "What is measured.")
  static let unit = Field("unit", Values.text, .required, "The unit of every figure in it.")
  static let value = Field("value", Values.number.orUnknown, .required, "The figure.")
  static let target = Field("target", Values.number.orUnknown, .optional, "What it should be.")
  static let better = Field(
    "better", Values.choice(Indicator.Better.self), .optional,
    "Which direction is better.")
  static let period = Field(
    "period", Values.interval.orUnknown, .optional, "The time it was measured over.")
  static let comparators = Field(
    "comparators", Values.record(ComparatorFields.schema).list, .optional, "Figures of others.")
  static let paragraph = Field(
    "paragraph", Values.positive, .optional, "The numbered paragraph that gives it.")
  static let note = Field("note", Values.inline, .optional, "A remark on it.")

  static let schema = RecordSchema<Indicator>(
    "indicator", "A measured figure with its target.",
    [
      id.description, title.description, unit.description, value.description,
      target.description, better.description, period.description, comparators.description,
      paragraph.description, note.description,
    ]
  ) { decoding in
    let id = decoding.required(id)
    let title = decoding.required(title)
    let unit = decoding.required(unit)
    let value = decoding.required(value)
    let target = decoding.optional(target)
    let better = decoding.optional(better)?.value
    let period = decoding.optional(period)
    let comparators = decoding.value(comparators, default: [])
    let paragraph = decoding.optional(paragraph)
    let note = decoding.optional(note)?.value
    guard let id, let title, let unit, let value else { return nil }
    return Indicator(
      id: id, title: title.value, unit: unit.value, value: value, target: target, better: better,
      period: period, comparators: comparators, paragraph: paragraph, note: note,
      span: decoding.span)
  }
}

/// Fields of an entry of `comparators`.
enum ComparatorFields {
  static let area = Field(
    "area", ValueType<AreaID>.reference(.areas), .conditional("unless `title` is there"),
    "The area whose figure it is.")
  static let title = Field(
    "title", Values.text, .optional, "What it is called, where it is no area of the register.")
  static let value = Field("value", Values.number, .required, "Its figure.")

  static let schema = RecordSchema<Indicator.Comparator>(
    "comparator", "A figure of another area or of a whole.",
    [area.description, title.description, value.description]
  ) { decoding in
    let title = decoding.optional(title)?.value
    let area = title == nil ? decoding.required(area) : decoding.optional(area)
    let value = decoding.required(value)
    guard let value, area != nil || title != nil else { return nil }
    return Indicator.Comparator(area: area, title: title, value: value)
  }
}

/// Fields of `consultation`.
enum ConsultationFields {
  static let open = Field(
    "open", Values.interval.orUnknown, .optional, "From its opening to its close.")
  static let responses = Field(
    "responses", Values.counts, .optional, "Returns by the way they came.")
  static let respondents = Field(
    "respondents", Values.counts, .optional, "Returns by who sent them.")

  static let schema = RecordSchema<Consultation>(
    "consultation", "How a consultation was held.",
    [open.description, responses.description, respondents.description]
  ) { decoding in
    Consultation(
      open: decoding.optional(open), responses: decoding.value(responses, default: []),
      respondents: decoding.value(respondents, default: []))
  }
}
