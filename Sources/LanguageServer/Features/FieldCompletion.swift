import Diagnostics
import FrontMatter
import Inspections

extension TypeDescription {
  /// The type of what stands within a value: of an entry of a list, and of a fact that may be unknown.
  var element: TypeDescription {
    switch self {
    case .list(let inner), .oneOrMany(let inner), .orUnknown(let inner): inner.element
    case .text, .inlineMarkdown, .flag, .integer, .number, .printedNumber, .money, .date, .interval,
      .duration, .due, .instant, .address, .formed, .choice, .reference, .name, .judgedGrade, .map,
      .params, .record:
      self
    }
  }

  /// Whether a value must stand between brackets or in lines of its own.
  var isList: Bool {
    switch self {
    case .list: true
    case .orUnknown(let inner): inner.isList
    case .oneOrMany, .text, .inlineMarkdown, .flag, .integer, .number, .printedNumber, .money,
      .date,
      .interval, .duration, .due, .instant, .address, .formed, .choice, .reference, .name,
      .judgedGrade, .map, .params, .record:
      false
    }
  }

  /// Whether a value is a mapping, or several.
  var isNested: Bool {
    switch element {
    case .record, .map, .params: true
    case .list, .oneOrMany, .orUnknown, .text, .inlineMarkdown, .flag, .integer, .number,
      .printedNumber, .money, .date, .interval, .duration, .due, .instant, .address, .formed,
      .choice, .reference, .name, .judgedGrade:
      false
    }
  }
}

extension RecordDescription {
  /// The type of what the keys of a path lead to.
  func type(at path: [String]) -> TypeDescription? {
    var type = TypeDescription.record(self)
    for key in path {
      switch type.element {
      case .record(let record):
        guard let field = record.field(key) else { return nil }
        type = field.type
      case .map(_, let value): type = value
      case .list, .oneOrMany, .orUnknown, .text, .inlineMarkdown, .flag, .integer, .number,
        .printedNumber, .money, .date, .interval, .duration, .due, .instant, .address, .formed,
        .choice, .reference, .name, .judgedGrade, .params:
        return nil
      }
    }
    return type
  }
}

extension Glance {
  /// The type of the value or the entry at a place among fields, and whether it is typed where a list is
  /// due.
  func type(at context: FieldContext) -> TypeDescription? {
    shape?.type(at: context.path + (context.key.map { [$0] } ?? []))
  }

  /// The framework whose names count at a place: the one that the mapping names, else the record's.
  func framework(at context: FieldContext) -> FrameworkID? {
    if case .record(let key) = kind, key.collection == .frameworks { return FrameworkID(key.id) }
    if let named = context.given["framework"] ?? context.outermost["framework"], !named.isEmpty {
      return FrameworkID(named)
    }
    return scope?.framework
  }

  func fieldCompletion(_ context: FieldContext, checks: [Check]) -> Completion? {
    guard !context.isText, let type = type(at: context) else { return nil }
    var proposals: [Proposal]
    if context.key == nil, case .record(let record) = type.element {
      proposals = keys(of: record, at: context)
    } else if context.key == nil, case .map = type.element {
      proposals = names(type.element, at: context, checks: checks).map { $0.adding(":") }
    } else {
      proposals = values(of: type, at: context, checks: checks)
      if context.key != nil, type.isList { proposals = proposals.map { $0.between("[", "]") } }
      if needsBlank(context) { proposals = proposals.map { $0.between(" ", "") } }
    }
    return Completion(proposals: proposals, word: context.word)
  }

  /// Whether the place is right behind the colon of a key, where YAML sees no value yet.
  private func needsBlank(_ context: FieldContext) -> Bool {
    let start = context.word.lowerBound
    return context.key != nil && start > 0 && text.bytes[start - 1] == UInt8(ascii: ":")
  }

  /// The fields that the document has outermost, as far as it can be read.
  private var outermostFields: [String] {
    let node =
      kind == .site
      ? readYAML(text.bytes, file: SourceFile(path: path)).value : parts.document.frontMatter
    guard case .mapping(let pairs)? = node?.content else { return [] }
    return pairs.map(\.key)
  }

  /// The fields that a mapping may still have, those that it needs first.
  private func keys(of record: RecordDescription, at context: FieldContext) -> [Proposal] {
    let hasColon =
      context.word.upperBound < text.bytes.count
      && text.bytes[context.word.upperBound] == UInt8(ascii: ":")
    let own = text.text(in: context.word)
    var given = Set(context.given.keys)
    if context.path.isEmpty { given.formUnion(outermostFields) }
    let free = record.fields.filter { !given.contains($0.key) || $0.key == own }
    let sorted =
      free.filter { $0.requirement == .required } + free.filter { $0.requirement != .required }
    return sorted.map { field in
      Proposal(
        label: field.key,
        insertion: hasColon ? field.key : field.type.isNested ? "\(field.key):" : "\(field.key): ",
        kind: .field, detail: field.type.words, documentation: field.words)
    }
  }

  /// The words and names that a value of a type may be.
  private func values(
    of type: TypeDescription, at context: FieldContext, checks: [Check]
  ) -> [Proposal] {
    switch type {
    case .list(let inner), .oneOrMany(let inner):
      return values(of: inner, at: context, checks: checks)
    case .orUnknown(let inner):
      return values(of: inner, at: context, checks: checks) + Proposal.words(["unknown"])
    case .choice(let words): return Proposal.words(words)
    case .flag: return Proposal.words(["true", "false"])
    case .reference(let collection):
      return (state.register?.candidates(in: collection) ?? []).map {
        Proposal(label: $0.text, insertion: $0.text, kind: .record, detail: $0.title)
      }
    case .name: return names(type, at: context, checks: checks)
    case .judgedGrade:
      return names(type, at: context, checks: checks) + Proposal.words(["none", "unknown"])
    case .due: return Proposal.words(["immediately"])
    case .text, .inlineMarkdown, .integer, .number, .printedNumber, .money, .date, .interval,
      .duration, .instant, .address, .formed, .map, .params, .record:
      return []
    }
  }

  private func names(
    _ type: TypeDescription, at context: FieldContext, checks: [Check]
  ) -> [Proposal] {
    definedNames(of: type, at: context, checks: checks).map {
      Proposal(
        label: $0.name, insertion: $0.name, kind: .value, detail: $0.title,
        documentation: $0.meaning)
    }
  }
}

extension Glance {
  /// The names that a value of a type, or a key of the mapping that it is, may be at a place.
  func definedNames(
    of type: TypeDescription, at context: FieldContext, checks: [Check]
  ) -> [DefinedName] {
    guard let what = type.wordsForNames else { return [] }
    return state.register?.names(what, of: framework(at: context), checks: checks) ?? []
  }
}

extension Proposal {
  fileprivate static func words(_ words: [String]) -> [Proposal] {
    words.map { Proposal(label: $0, insertion: $0, kind: .word) }
  }

  fileprivate func adding(_ ending: String) -> Proposal { between("", ending + " ") }

  fileprivate func between(_ lead: String, _ ending: String) -> Proposal {
    Proposal(
      label: label, insertion: lead + insertion + ending, kind: kind, detail: detail,
      documentation: documentation)
  }
}

extension FieldDescription {
  /// What the field means and when it has to be there, in sentences.
  var words: String {
    switch requirement {
    case .required: "\(documentation) Required."
    case .optional: documentation
    case .conditional(let condition): "\(documentation) Required \(condition)."
    }
  }
}
