import FrontMatter

/// Fields of an entry of `quantifiers`.
enum QuantifierFields {
  static let word = Field("word", Values.text, .required, "The word or words, in lower case.")
  static let over = Field(
    "over", Values.number, .optional, "The share must be greater than this, in per cent.")
  static let under = Field(
    "under", Values.number, .optional, "The share must be less than this, in per cent.")

  static let schema = RecordSchema<Quantifier>(
    "quantifier", "A word for a share, with its meaning.",
    [word.description, over.description, under.description]
  ) { decoding in
    let word = decoding.required(word)
    let over = decoding.optional(over)?.value
    let under = decoding.optional(under)?.value
    guard let word else { return nil }
    return Quantifier(word: word, over: over, under: under)
  }
}

/// Fields of an entry of `rules`.
enum RuleFields {
  static let rule = Field(
    "rule", Values.text, .required,
    "Its kebab-case name; `publish-within` and `reinspect-within` are checked.")
  static let value = Field(
    "value", Values.ruleValue, .required, "What it sets: a length of time, or a few words.")
  static let about = Field("about", Values.flag, .optional, "Whether the source says \"about\".")
  static let status = Field(
    "status", Values.choice(Rule.Status.self), .required, "How far it binds.")
  static let note = Field("note", Values.inline, .optional, "A remark on it.")

  static let schema = RecordSchema<Rule>(
    "rule", "A deadline or another rule of a framework.",
    [
      rule.description, value.description, about.description, status.description,
      note.description,
    ]
  ) { decoding in
    let name = decoding.required(rule)
    let value = decoding.required(value)
    let isApproximate = decoding.value(about, default: false)
    let status = decoding.required(status)
    let note = decoding.optional(note)?.value
    guard let name, let value, let status else { return nil }
    return Rule(
      name: name, value: value, isApproximate: isApproximate, status: status.value, note: note)
  }
}

extension Values {
  /// A length of time where the text is one, words otherwise.
  static let ruleValue = ValueType<Rule.Value>(description: .inlineMarkdown) { node, decoding in
    if case .scalar(let text, _) = node.content, let duration = Duration(text) {
      return .duration(duration)
    }
    return Values.inline.decode(node, &decoding).map { .words($0) }
  }
}

/// Fields of an entry of `mappings`.
enum MappingFields {
  static let to = Field(
    "to", ValueType<FrameworkID>.reference(.frameworks), .required, "The other framework.")
  static let grades = Field(
    "grades",
    ValueType<GradeID>.name("a grade of the other framework").map(from: "a grade of this framework")
    {
      (from: GradeID($0), to: $1)
    }, .required, "For each grade of this framework, the other's that is published as equivalent.")
  static let source = Field(
    "source", Values.inline, .required, "Who published the equivalence, and where.")

  static let schema = RecordSchema<ScaleMapping>(
    "scale mapping", "A published equivalence of one framework's grades to another's.",
    [to.description, grades.description, source.description]
  ) { decoding in
    let to = decoding.required(to)
    let grades = decoding.required(grades)
    let source = decoding.required(source)
    guard let to, let grades, let source else { return nil }
    return ScaleMapping(to: to, grades: grades.value, source: source.value)
  }
}
