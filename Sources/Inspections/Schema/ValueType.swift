import CommonMark
import Diagnostics
import FrontMatter

/// How one kind of value is described and read.
struct ValueType<Value: Sendable>: Sendable {
  let description: TypeDescription
  /// The value, or nil after a diagnostic.
  let decode: @Sendable (Node, inout Decoding) -> Value?

  /// A type that is read from a single plain or quoted scalar; `parse` answers nil for what it is not.
  static func scalar(
    _ description: TypeDescription, _ parse: @escaping @Sendable (String) -> Value?
  ) -> ValueType {
    ValueType(description: description) { node, decoding in
      guard case .scalar(let text, _) = node.content, let value = parse(text) else {
        decoding.diagnostics.append(.wrongType(node, expected: description))
        return nil
      }
      return value
    }
  }

  /// The same type with its value transformed.
  func map<Other: Sendable>(
    _ transform: @escaping @Sendable (Value) -> Other
  ) -> ValueType<Other> {
    ValueType<Other>(description: description) { node, decoding in
      decode(node, &decoding).map(transform)
    }
  }

  /// The value, or the word `unknown`.
  var orUnknown: ValueType<Known<Value>> {
    ValueType<Known<Value>>(description: .orUnknown(description)) { node, decoding in
      if case .scalar("unknown", _) = node.content { return .unknown }
      return decode(node, &decoding).map { .known($0) }
    }
  }

  /// The value with the bytes it stands in.
  var located: ValueType<Located<Value>> {
    ValueType<Located<Value>>(description: description) { node, decoding in
      decode(node, &decoding).map { Located($0, at: node.span) }
    }
  }
}

extension ValueType {
  /// A list; entries that are wrong are reported and left out.
  var list: ValueType<[Value]> {
    ValueType<[Value]>(description: .list(description)) { node, decoding in
      guard case .sequence(let nodes) = node.content else {
        decoding.diagnostics.append(.wrongType(node, expected: .list(description)))
        decoding.hasLostParts = true
        return nil
      }
      var values: [Value] = []
      values.reserveCapacity(nodes.count)
      for node in nodes {
        guard let value = decode(node, &decoding) else {
          decoding.hasLostParts = true
          continue
        }
        values.append(value)
      }
      return values
    }
  }

  /// A list of one value or more; a single value counts as a list of one.
  var oneOrMany: ValueType<[Value]> {
    let many = list
    return ValueType<[Value]>(description: .oneOrMany(description)) { node, decoding in
      if case .sequence = node.content { return many.decode(node, &decoding) }
      return decode(node, &decoding).map { [$0] }
    }
  }

  /// A mapping from keys of the author's choosing to this type, in the author's order.
  func map<Entry: Sendable>(
    from key: String, _ entry: @escaping @Sendable (String, Value) -> Entry
  ) -> ValueType<[Located<Entry>]> {
    let description = TypeDescription.map(key: key, value: description)
    return ValueType<[Located<Entry>]>(description: description) { node, decoding in
      guard case .mapping(let pairs) = node.content else {
        decoding.diagnostics.append(.wrongType(node, expected: description))
        decoding.hasLostParts = true
        return nil
      }
      var entries: [Located<Entry>] = []
      for pair in pairs {
        guard let value = decode(pair.value, &decoding) else {
          decoding.hasLostParts = true
          continue
        }
        entries.append(Located(entry(pair.key, value), at: pair.value.span, key: pair.keySpan))
      }
      return entries
    }
  }
}
