import CommonMark
import Diagnostics
import FrontMatter

/// The kinds of value that fields take.
enum Values {
  /// One word of an enumeration, by raw value.
  static func choice<Choice>(_: Choice.Type) -> ValueType<Choice>
  where Choice: RawRepresentable & CaseIterable & Sendable, Choice.RawValue == String {
    .scalar(.choice(Choice.allCases.map(\.rawValue))) { Choice(rawValue: $0) }
  }

  /// A mapping with declared fields.
  static func record<Value>(_ schema: RecordSchema<Value>) -> ValueType<Value> {
    ValueType(description: .record(schema.description)) { node, decoding in
      decoding.record(schema, from: node)
    }
  }
}

extension Values {
  /// Plain text that is not blank.
  static let text = ValueType<String>(description: .text) { node, decoding in
    guard case .scalar(let text, _) = node.content, !text.isBlankText else {
      decoding.diagnostics.append(.wrongType(node, expected: .text))
      return nil
    }
    guard !isUnknown(node) else { return refuseUnknown(node, &decoding) }
    decoding.checkFlattened(text, of: node)
    decoding.diagnostics += checkPlainText(text, at: node.span)
    return text
  }

  /// Whether a value says that nobody knows it; in quotes the word is a text.
  private static func isUnknown(_ node: Node) -> Bool {
    if case .scalar("unknown", quoted: false) = node.content { true } else { false }
  }

  /// Of a text that nobody knows a field says nothing, unless it may be `unknown`.
  private static func refuseUnknown<Value>(_ node: Node, _ decoding: inout Decoding) -> Value? {
    decoding.diagnostics.append(.unknownText(node))
    return nil
  }

  /// An absolute http or https address without spaces or control characters.
  static let address = ValueType<String>.scalar(.address) { isAddress($0) ? $0 : nil }

  /// A scheme that a site adds to those of its links.
  static let linkScheme = ValueType<String>.scalar(
    .name("a scheme in lower case that no browser runs, like sms")
  ) { scheme in
    let isOurs = (ReferenceResolver.linkSchemes + ReferenceResolver.embedSchemes).contains(scheme)
    return RenderOptions.mayList(scheme: scheme) && !isOurs ? scheme : nil
  }

  /// Whether a text is an absolute http or https address.
  static func isAddress(_ text: String) -> Bool {
    (text.hasPrefix("https://") || text.hasPrefix("http://"))
      && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0 != "\"" && $0 != "<" && $0 != ">" }
      && text.split(separator: "/", omittingEmptySubsequences: false).count > 2
      && !text.split(separator: "/", omittingEmptySubsequences: false)[2].isEmpty
  }
}

extension Values {
  /// A text of a form of its own; what is none is told with the reason.
  static func formed(_ form: TextForm) -> ValueType<String> {
    let description = TypeDescription.formed(form)
    return ValueType(description: description) { node, decoding in
      guard let text = text.decode(node, &decoding) else { return nil }
      guard let fault = form.fault(in: text) else { return text }
      decoding.diagnostics.append(.wrongForm(node, fault, expected: description))
      return nil
    }
  }
}

extension Values {
  /// Text with inline Markdown, rendered as it is read.
  static let inline = ValueType<InlineText>(description: .inlineMarkdown) { node, decoding in
    guard case .scalar(let text, _) = node.content, !text.isBlankText else {
      decoding.diagnostics.append(.wrongType(node, expected: .inlineMarkdown))
      return nil
    }
    guard !isUnknown(node) else { return refuseUnknown(node, &decoding) }
    let rendered = renderInline(
      text, at: node.span, options: decoding.options, source: decoding.context.source)
    decoding.diagnostics += rendered.diagnostics + checkCharacters(byNumberIn: text, at: node.span)
    let inline = InlineText(source: text, rendered: rendered.value)
    guard !inline.plain.isBlankText else {
      decoding.diagnostics.append(.blankText(node))
      return nil
    }
    decoding.checkFlattened(text, of: node)
    decoding.keep(inline)
    return inline
  }
}

extension Values {
  /// `true` or `false`, unquoted.
  static let flag = ValueType<Bool>.scalar(.flag) {
    flagOf($0)
  }

  /// What a word says as a flag; nil where it is none.
  static func flagOf(_ text: String) -> Bool? {
    text == "true" ? true : text == "false" ? false : nil
  }
}

extension Values {
  /// A whole number from 0.
  static let count = ValueType<Int>.scalar(.integer(minimum: 0)) { whole($0, from: 0) }
  /// A whole number from 1.
  static let positive = ValueType<Int>.scalar(.integer(minimum: 1)) { whole($0, from: 1) }

  /// The number of a recommendation or a paragraph, as it is printed.
  static let printedNumber = ValueType<PrintedNumber>.scalar(.printedNumber) { PrintedNumber($0) }

  private static func whole(_ text: String, from minimum: Int) -> Int? {
    guard text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text), number >= minimum
    else { return nil }
    return number
  }
}

extension Values {
  /// A finite number in decimal digits.
  static let number = ValueType<Double>.scalar(.number) { text in
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }) else {
      return nil
    }
    return Double(text)
  }
}

extension Values {
  /// A date at the precision known.
  static let date = ValueType<PartialDate>.dated(.date) { PartialDate($0) }
}

extension Values {
  /// Two dates, or one that stands for both.
  static let interval = ValueType<DateInterval>.dated(.interval) { DateInterval($0) }
}

extension Values {
  /// A length of time.
  static let duration = ValueType<Duration>.scalar(.duration) { Duration($0) }
  /// `immediately`, `within` a duration, or a date.
  static let due = ValueType<Due>.dated(.due) { Due($0) }
}

extension Values {
  /// An instant in UTC.
  static let instant = ValueType<Instant>.dated(.instant) { Instant($0) }
}

extension ValueType {
  /// A date of some form; what is none is a `bad-date`, not a wrong type.
  fileprivate static func dated(
    _ description: TypeDescription, _ parse: @escaping @Sendable (String) -> Value?
  ) -> ValueType {
    ValueType(description: description) { node, decoding in
      guard case .scalar(let text, _) = node.content else {
        decoding.diagnostics.append(.wrongType(node, expected: description))
        return nil
      }
      guard let value = parse(text) else {
        decoding.diagnostics.append(.badDate(text, node, expected: description))
        return nil
      }
      return value
    }
  }

  /// An id that a framework, a report or `site.yml` defines.
  static func name<Named>(_ what: String) -> ValueType<ID<Named>> where Value == ID<Named> {
    .id(.name(what))
  }

  fileprivate static func id<Named>(_ description: TypeDescription) -> ValueType<ID<Named>>
  where Value == ID<Named> {
    .scalar(description) { isID($0) ? ID($0) : nil }
  }

  /// Any word that is not blank and has no control characters; whether it exists is checked later.
  private static func isID(_ text: String) -> Bool {
    !text.isBlankText && text.unicodeScalars.allSatisfy { $0.value >= 0x20 }
  }
}

extension Values {
  /// The id of a record.
  static let organisation = reference(to: Organisation.self)
  static let framework = reference(to: Framework.self)
  static let area = reference(to: Area.self)
  static let report = reference(to: Report.self)

  private static func reference<Named: Record>(to _: Named.Type) -> ValueType<ID<Named>> {
    key(in: Named.collection).map { ID($0.id) }
  }

  /// The id of a record of a collection that is known at run time.
  fileprivate static func key(in collection: Collection) -> ValueType<RecordKey> {
    let id = ValueType<ID<RecordKey>>.id(.reference(collection))
    return ValueType<RecordKey>(description: id.description) { node, decoding in
      guard let id = id.decode(node, &decoding) else { return nil }
      decoding.keep(id.name, of: collection, at: node.span)
      return RecordKey(collection, id.name)
    }
  }
}

extension Values {
  /// An aspect of the report's framework.
  static let aspect = ValueType<AspectID>.name(DefinedWords.aspect)
  /// A conclusion of the framework's progress scale.
  static let progressGrade =
    ValueType<ProgressGradeID>.name(DefinedWords.progressGrade)
  /// Numbers of things that the author names.
  static let counts = Values.count.map(from: "a name") { Count(name: $0, count: $1) }

  /// A length of time where the text is one, words otherwise.
  static let ruleValue = ValueType<Rule.Value>(description: .inlineMarkdown) { node, decoding in
    if case .scalar(let text, _) = node.content, let duration = Duration(text) {
      return .duration(duration)
    }
    return Values.inline.decode(node, &decoding).map { .words($0) }
  }
}

extension Values {
  /// A grade, two grades of a split verdict, `none` or `unknown`.
  static let judgedGrade = ValueType<JudgedGrade>(description: .judgedGrade) { node, decoding in
    switch node.content {
    case .scalar("none", _): return .notGraded
    case .scalar("unknown", _): return .unknown
    case .scalar(let text, _) where !text.isBlankText: return .grade(ID(text))
    case .sequence:
      let grades = ValueType<GradeID>.name(DefinedWords.grade).list.decode(node, &decoding)
      guard let grades, grades.count >= 2 else {
        decoding.diagnostics.append(
          .wrongType(node, expected: .name("a split verdict names at least two grades")))
        return nil
      }
      return .split(grades)
    case .scalar, .mapping:
      decoding.diagnostics.append(
        .wrongType(node, expected: .name("a grade, a list of two grades, none or unknown")))
      return nil
    }
  }
}

extension ExtraField {
  /// What a value of the field may be, and how it is read.
  var valueType: ValueType<[ExtraValue]> {
    switch kind {
    case .date: mayBeUnknown(Values.date, ExtraValue.date)
    case .reference: mayBeUnknown(Values.key(in: target ?? .pages), ExtraValue.reference)
    case .text: known(Values.inline, ExtraValue.text)
    case .number: known(Values.number.asTyped, ExtraValue.number)
    case .flag: known(Values.flag, ExtraValue.flag)
    case .address: known(Values.address, ExtraValue.address)
    }
  }

  private func known<Value>(
    _ type: ValueType<Value>, _ make: @escaping @Sendable (Value) -> ExtraValue
  ) -> ValueType<[ExtraValue]> {
    let one = type.map(make)
    return isList ? one.list : one.map { [$0] }
  }

  /// Of a list, all may be unknown, and not one among others.
  private func mayBeUnknown<Value>(
    _ type: ValueType<Value>, _ make: @escaping @Sendable (Value) -> ExtraValue
  ) -> ValueType<[ExtraValue]> {
    known(type, make).orUnknown.map { $0.value ?? [.unknown] }
  }
}

extension ValueType {
  /// The scalar as its author typed it, where it can be read as a value of this type.
  fileprivate var asTyped: ValueType<String> {
    ValueType<String>(description: description) { node, decoding in
      guard decode(node, &decoding) != nil, let text = node.text else { return nil }
      return text
    }
  }
}

extension Decoding {
  /// What the record says in the fields that the site adds.
  mutating func extras() -> [ExtraFact] {
    context.extraFields.compactMap { field in
      optional(field.name.value, field.valueType, field.meaning).map {
        ExtraFact(field: field, values: $0.value)
      }
    }
  }
}

extension Decoding {
  /// Reports what of a text is lost for being shown in one line.
  fileprivate mutating func checkFlattened(_ text: String, of node: Node) {
    diagnostics += CommonMark.checkFlattened(text, at: node.span, source: context.source)
  }
}
