/// Fields of a glossary term.
enum GlossaryFields {
  static let title = Field("title", Values.inline, .required, "The term.")
  static let framework = Field(
    "framework", ValueType<FrameworkID>.reference(.frameworks), .optional,
    "The framework whose reports use it in this sense.")
  static let alsoKnownAs = Field(
    "also_known_as", Values.text.located.list, .optional, "Other words for it.")
  static let definition = Field(
    "definition", Values.inline, .required, "What it means, in a sentence or two.")

  static let schema = RecordSchema<Term>(
    "term", "A defined term of the glossary.",
    [
      title.description, framework.description, alsoKnownAs.description, definition.description,
    ] + HeaderFields.all
  ) { decoding in
    let header = decoding.header()
    let title = decoding.required(title)
    let framework = decoding.optional(framework)
    let alsoKnownAs = decoding.value(alsoKnownAs, default: [])
    let definition = decoding.required(definition)
    guard let title, let definition else { return nil }
    return Term(
      header: header, title: title, framework: framework, alsoKnownAs: alsoKnownAs,
      definition: definition)
  }
}
