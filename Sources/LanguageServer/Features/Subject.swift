import CommonMark
import Diagnostics
import Inspections

/// What the words at a place are about.
enum Subject: Sendable {
  /// A record or a part of one.
  case target(Target)
  /// A name that a framework or `site.yml` defines.
  case name(DefinedName)
  /// A field, by its key.
  case field(FieldDescription)
}

extension Glance {
  /// What the words at a byte are about, with the bytes of these words; nil where that is nothing the
  /// project knows.
  ///
  /// Complexity: O(fields and links of the record, and bytes before the place).
  func subject(at offset: Int, checks: [Check]) -> (subject: Subject, words: Range<Int>)? {
    if let link = link(at: offset) { return link }
    if let reference = record?.header.references.first(where: { $0.span.range.touches(offset) }) {
      let key = RecordKey(reference.collection, reference.name)
      return (.target(key.target), reference.span.range)
    }
    guard let fields, fields.lowerBound <= offset, offset <= fields.upperBound else { return nil }
    let context = FieldContext(text.bytes, in: fields, at: offset)
    guard !context.isText, !context.word.isEmpty else { return nil }
    if context.key == nil, case .record(let record)? = shape?.type(at: context.path)?.element {
      return record.field(text.text(in: context.word)).map { (.field($0), context.word) }
    }
    return type(at: context).flatMap { named($0, at: context, checks: checks) }
  }

  private func link(at offset: Int) -> (subject: Subject, words: Range<Int>)? {
    guard let context = LinkContext(text, at: offset), let record, let register = state.register,
      let scope
    else { return nil }
    // The exact bytes of a link are not always certain, so the address decides among those around.
    let around = record.header.links.filter { $0.span.range.touches(offset) }
    let link = around.first {
      context.whole == ($0.scheme.isEmpty ? $0.target : "\($0.scheme):\($0.target)")
    }
    guard let link = link ?? (around.count == 1 ? around.first : nil),
      case .resolved(let resolved) = resolve(link, in: scope, register: register),
      let target = resolved.target
    else { return nil }
    return (.target(target), context.address)
  }

  private func named(
    _ type: TypeDescription, at context: FieldContext, checks: [Check]
  ) -> (subject: Subject, words: Range<Int>)? {
    let word = text.text(in: context.word)
    if case .reference(let collection) = type.element {
      return (.target(RecordKey(collection, word).target), context.word)
    }
    let names = definedNames(of: type.element, at: context, checks: checks)
    return names.first { $0.name == word }.map { (.name($0), context.word) }
  }
}

extension Range<Int> {
  /// Whether a place is within, edges included.
  func touches(_ place: Int) -> Bool { lowerBound <= place && place <= upperBound }
}
