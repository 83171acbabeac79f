/// Fields of a framework.
enum FrameworkFields {
  static let title = Field("title", Values.inline, .required, "Its name.")
  static let inspectorate = Field(
    "inspectorate", ValueType<OrganisationID>.reference(.organisations).orUnknown, .required,
    "Whose framework it is.")
  static let reference = Field(
    "reference", Values.text, .optional, "The inspectorate's own number for the document.")
  static let grades = Field(
    "grades", Values.record(GradeFields.schema).list, .optional,
    "The scale of grades, best first; leave it out where the framework grades nothing.")
  static let progress = Field(
    "progress", Values.record(GradeFields.progressSchema).list, .optional,
    "The scale on which visits judge progress, best first; it is separate from the grades.")
  static let aspects = Field(
    "aspects", Values.record(AspectFields.schema).list, .optional, "What is judged.")
  static let recommendationTerm = Field(
    "recommendation_term", Values.record(TermFields.schema), .optional,
    "What its reports call a recommendation.")
  static let quantifiers = Field(
    "quantifiers", Values.record(QuantifierFields.schema).list, .optional,
    "What quantity words mean in its reports.")
  static let rules = Field(
    "rules", Values.record(RuleFields.schema).list, .optional, "Deadlines and other rules.")
  static let mappings = Field(
    "mappings", Values.record(MappingFields.schema).list, .optional,
    "Published equivalences of its grades to another framework's; without one, nothing is compared."
  )
  static let life = LifeFields<Framework>(.frameworks)

  static let schema = RecordSchema<Framework>(
    "framework", "The rules of a round of inspections.",
    [title.description, inspectorate.description] + life.all + [
      reference.description, grades.description, progress.description, aspects.description,
      recommendationTerm.description, quantifiers.description, rules.description,
      mappings.description,
    ] + HeaderFields.all
  ) { decoding in
    let header = decoding.header()
    let title = decoding.required(title)
    let inspectorate = decoding.required(inspectorate)
    let life = decoding.life(life)
    let reference = decoding.optional(reference)
    let grades = decoding.value(grades, default: [])
    let progress = decoding.value(progress, default: [])
    let aspects = decoding.value(aspects, default: [])
    let term = decoding.value(recommendationTerm, default: .usual)
    let quantifiers = decoding.value(quantifiers, default: [])
    let rules = decoding.value(rules, default: [])
    let mappings = decoding.value(mappings, default: [])
    guard let title, let inspectorate else { return nil }
    return Framework(
      header: header, title: title, inspectorate: inspectorate, life: life, reference: reference,
      grades: grades, progress: progress, aspects: aspects, recommendationTerm: term,
      quantifiers: quantifiers, rules: rules, mappings: mappings)
  }
}

/// Fields of an entry of `grades` and of `progress`.
enum GradeFields {
  static let id = Field(
    "id", ValueType<GradeID>.name("a name for the grade"), .required, "Its name in reports.")
  static let progressID = Field(
    "id", ValueType<ProgressGradeID>.name("a name for the conclusion"), .required,
    "Its name in monitoring visits.")
  static let title = Field("title", Values.text, .required, "The word in public.")
  static let meaning = Field("meaning", Values.inline, .optional, "What it stands for.")
  static let requiresRecommendation = Field(
    "requires_recommendation", Values.flag, .optional,
    "Whether the framework demands a recommendation wherever it is given; `false` when absent.")

  static let schema = RecordSchema<Grade>(
    "grade", "A value of a framework's scale.",
    [
      id.description, title.description, meaning.description, requiresRecommendation.description,
    ]
  ) { decoding in
    let id = decoding.required(id)
    let title = decoding.required(title)
    let meaning = decoding.optional(meaning)?.value
    let isRequired = decoding.value(requiresRecommendation, default: false)
    guard let id, let title else { return nil }
    return Grade(
      id: id, title: title.value, meaning: meaning, requiresRecommendation: isRequired)
  }

  static let progressSchema = RecordSchema<ProgressGrade>(
    "progress grade", "A value of the scale on which visits judge progress.",
    [progressID.description, title.description, meaning.description]
  ) { decoding in
    let id = decoding.required(progressID)
    let title = decoding.required(title)
    let meaning = decoding.optional(meaning)?.value
    guard let id, let title else { return nil }
    return ProgressGrade(id: id, title: title.value, meaning: meaning)
  }
}

/// Fields of an entry of `aspects`.
enum AspectFields {
  static let id = Field(
    "id", ValueType<AspectID>.name("a name for the aspect"), .required, "Its name in reports.")
  static let title = Field("title", Values.text, .required, "The words in public.")
  static let parent = Field(
    "parent", ValueType<AspectID>.name("an aspect of the framework"), .optional,
    "The aspect that it is part of.")
  static let alsoKnownAs = Field(
    "also_known_as", Values.text.list, .optional, "Other names it goes by in reports.")
  static let note = Field("note", Values.inline, .optional, "A remark on it.")

  static let schema = RecordSchema<Aspect>(
    "aspect", "A subject of judgement in a framework.",
    [
      id.description, title.description, parent.description, alsoKnownAs.description,
      note.description,
    ]
  ) { decoding in
    let id = decoding.required(id)
    let title = decoding.required(title)
    let parent = decoding.optional(parent)
    let alsoKnownAs = decoding.value(alsoKnownAs, default: [])
    let note = decoding.optional(note)?.value
    guard let id, let title else { return nil }
    return Aspect(
      id: id, title: title.value, parent: parent, alsoKnownAs: alsoKnownAs, note: note)
  }
}

/// Fields of `recommendation_term`.
enum TermFields {
  static let one = Field("one", Values.text, .required, "The word for one of them.")
  static let many = Field("many", Values.text, .required, "The word for several.")

  static let schema = RecordSchema<RecommendationTerm>(
    "recommendation term", "What a framework's reports call a recommendation.",
    [one.description, many.description]
  ) { decoding in
    let one = decoding.required(one)
    let many = decoding.required(many)
    guard let one, let many else { return nil }
    return RecommendationTerm(one: one.value, many: many.value)
  }
}
