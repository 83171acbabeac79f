/// A declared field of a mapping: its key, what its value may be, and how it is read.
///
/// Fields are the one source from which decoding, suggestions, required fields, the reference and
/// the JSON Schema derive.
struct Field<Value: Sendable>: Sendable {
  let key: String
  let type: ValueType<Value>
  let requirement: FieldDescription.Requirement
  let documentation: String

  init(
    _ key: String, _ type: ValueType<Value>,
    _ requirement: FieldDescription.Requirement = .optional,
    _ documentation: String
  ) {
    self.key = key
    self.type = type
    self.requirement = requirement
    self.documentation = documentation
  }

  var description: FieldDescription {
    FieldDescription(
      key: key, type: type.description, requirement: requirement, documentation: documentation)
  }
}

/// The declared shape of a mapping and how a value is made from its fields.
struct RecordSchema<Value: Sendable>: Sendable {
  let description: RecordDescription
  let build: @Sendable (inout Decoding) -> Value?

  /// Declares a mapping; `build` reads every field before it gives up on one, so that all mistakes
  /// of a mapping are reported at once.
  init(
    _ name: String, _ documentation: String, _ fields: [FieldDescription],
    build: @escaping @Sendable (inout Decoding) -> Value?
  ) {
    description = RecordDescription(name: name, documentation: documentation, fields: fields)
    self.build = build
  }
}
