import FrontMatter

/// The shape of a mapping, learned from how a value is read from one.
///
/// Decoding, suggestions, required fields, the reference and the JSON Schema all derive from the
/// fields that `read` asks for.
struct RecordSchema<Value: Sendable>: Sendable {
  /// What one such mapping is and which fields it may have.
  let description: RecordDescription
  /// Reads a value; nil where a required part is missing or wrong, which has been reported.
  let read: @Sendable (inout Decoding) -> Value?
  /// What an entry of a list is called in the paths of its fields; nil for one without a name.
  let entryName: @Sendable ([Node.Pair]) -> String?

  /// Declares a mapping.
  ///
  /// - Parameters:
  ///   - name: what one such mapping is called.
  ///   - documentation: what it is for.
  ///   - entryName: what an entry of a list is called; by default its id, or the number of the
  ///     recommendation it is about.
  ///   - read: asks for every field, whatever it finds, and makes a value.
  init(
    _ name: String, _ documentation: String,
    entryName: @escaping @Sendable ([Node.Pair]) -> String? = nameOfEntry,
    _ read: @escaping @Sendable (inout Decoding) -> Value?
  ) {
    self.read = read
    self.entryName = entryName
    description = RecordDescription(
      name: name, documentation: documentation, fields: Decoding.fields(askedForBy: read))
  }
}

/// The id that an entry gives itself, or the number of the recommendation it is about.
@Sendable
private func nameOfEntry(_ pairs: [Node.Pair]) -> String? {
  pairs.text(of: "id") ?? pairs.text(of: "recommendation")
}

extension [Node.Pair] {
  /// The text of a key's scalar value.
  func text(of key: String) -> String? {
    first { $0.key == key }?.value.text
  }
}

extension Node {
  /// The text of a scalar.
  var text: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }
}
