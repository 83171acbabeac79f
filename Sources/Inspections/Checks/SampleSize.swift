import CommonMark
public import Diagnostics

/// One sample with two sizes.
public enum SampleSize {
  /// The check `sample-size`.
  public static let check = Check(
    "sample-size", .figures, .error,
    summary: "A sample has one size wherever it is mentioned.",
    explanation: """
      The size of a sample, or the base of a survey, is given once in front matter. A number in the \
      text of a `sample:` link, in digits or in words, must be the same, and so must any number in \
      `also_printed`, the place for a number that the original prints elsewhere. The difference is \
      reported once for each place; where it is the original's own, it is left as published and \
      waived. A number before "of" is a part, and is held against `share:` figures instead.

      Two samples may be of one size, and then a number alone does not tell them apart. A link whose \
      words fit another sample of the same size better than its own is a notice. In a consultation, \
      all returns said to have come in one way, where some came in another, are a warning.

      Example: `[forty-five young people](sample:children)`, where `children` has `base: 46`.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var told: Set<Told> = []
    let wholes = report.wholes
    for link in report.header.links where link.scheme == "sample" {
      guard let whole = whole(of: link, in: report, wholes, context.register) else { continue }
      guard let number = contradiction(to: whole.size.value, in: link.text) else {
        if let other = otherSample(named: link.text, than: whole, in: wholes) {
          found.append(.sampleNamedAlike(link, whole, other))
        }
        continue
      }
      let declared = whole.alsoPrinted.filter {
        $0.size.value == number && $0.paragraph?.value == link.paragraph
      }
      told.insert(Told(path: whole.path, paragraph: link.paragraph, number: number))
      found.append(.sampleSize(link, number: number, whole, alsoPrinted: declared))
    }
    for whole in wholes {
      for other in whole.alsoPrinted where other.size.value != whole.size.value {
        let place = Told(
          path: whole.path, paragraph: other.paragraph?.value, number: other.size.value)
        if told.insert(place).inserted { found.append(.sampleSize(other, whole)) }
      }
    }
    return found + oneWay(report, context)
  }

  /// Another sample of the same size whose title has a word of `text` that its own title lacks.
  private static func otherSample(
    named text: String, than whole: Whole, in wholes: [Whole]
  ) -> Whole? {
    let others = wholes.filter {
      $0.size.value == whole.size.value && $0.path != whole.path
    }
    guard !others.isEmpty else { return nil }
    let words = words(of: text)
    guard statedNumbers(in: words).contains(where: { $0.value == whole.size.value }) else {
      return nil
    }
    let nouns = Set(words.map(\.text).filter { $0.utf8.count > 3 }.map(singular))
    guard nouns.isDisjoint(with: whole.nouns) else { return nil }
    return others.first { !nouns.isDisjoint(with: $0.nouns) }
  }

  /// All returns to a consultation, said to have come in one of several ways.
  private static func oneWay(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    guard let ways = report.consultation?.responses, ways.count > 1 else { return [] }
    let whole = ways.reduce(0) { $0 + $1.value.count }
    let names = ways.map { plainWords($0.value.name) }
    let lines = context.text(of: report.header).split(separator: UInt8(ascii: "\n"))
    return lines.flatMap { line -> [Diagnostic] in
      let text = String(decoding: line, as: UTF8.self)
      let words = words(of: text)
      return statedNumbers(in: words).compactMap { number in
        guard number.value == whole, number.bound == .exactly, !isPart(number, of: words),
          names.count(where: { name in words.contains { $0.text == name } }) == 1
        else { return nil }
        var place = number.words.upperBound
        while place < min(words.count, number.words.upperBound + 6) {
          if let way = names.firstIndex(of: words[place].text), ways[way].value.count < whole {
            let bytes =
              words[number.words.lowerBound].bytes.lowerBound..<words[place].bytes.upperBound
            return .allOneWay(
              String(decoding: Array(line)[bytes], as: UTF8.self), ways[way], in: text, report)
          }
          if words[place].endsClause || words[place].text == "of" { return nil }
          place += 1
        }
        return nil
      }
    }
  }

  /// Whether a number stands after "of", as the whole of a part, or before it, as a part.
  private static func isPart(_ number: StatedNumber, of words: [Word]) -> Bool {
    let before = words[..<number.words.lowerBound].suffix(2).map(\.text)
    return before.last == "of" || before == ["of", "the"]
  }

  /// The sample or survey that a link names, in this report or in another.
  private static func whole(
    of link: Reference, in report: Report, _ own: [Whole], _ register: Register
  ) -> Whole? {
    guard
      case .resolved(.link(.evidence(let owner, let name))) = resolve(
        link, in: ReferenceScope(report), register: register)
    else { return nil }
    let wholes = owner == report.id ? own : register.reports[owner]?.wholes ?? []
    return wholes.first { $0.name == name }
  }

  /// A number in the text of a link that is not `size`, where none in it is.
  ///
  /// Years, numbers before "of" and numbers that name something, like "section 7", state no size; "more than 40" is borne out by 46.
  static func contradiction(to size: Int, in text: String) -> Int? {
    let words = words(of: text)
    let numbers = statedNumbers(in: words).filter { number in
      let first = number.words.lowerBound
      let isPart = word(number.words.upperBound, in: words) == "of"
      let isLabel = labels.contains(word(first - 1, in: words))
      let isYear = (1900...2099).contains(number.value) && words[first].text.utf8.count == 4
      return !isPart && !isLabel && (!isYear || number.value == size)
    }
    let holds = numbers.contains { $0.bound.holds(Double(size), stated: Double($0.value)) }
    return holds ? nil : numbers.first?.value
  }

  private struct Told: Hashable {
    let path: String
    let paragraph: PrintedNumber?
    let number: Int
  }
}

/// A sample or a survey with the one number it should have.
private struct Whole {
  let name: String
  let title: InlineText
  let path: String
  let size: Located<Int>
  let alsoPrinted: [AlsoPrinted]

  /// Nothing where the size is not known.
  init?(
    list: String, name: String, title: InlineText, size: Located<Known<Int>>?,
    alsoPrinted: [AlsoPrinted]
  ) {
    guard let size, case .known(let count) = size.value else { return nil }
    self.name = name
    self.title = title
    path = "\(list).\(name)"
    self.size = Located(count, at: size.span)
    self.alsoPrinted = alsoPrinted
  }

  /// The longer words of the title, without the endings of plurals.
  var nouns: Set<String> {
    Set(words(of: title.plain).map(\.text).filter { $0.utf8.count > 3 }.map(singular))
  }
}

/// A word without the ending of a plural.
private func singular(_ word: String) -> String {
  word.hasSuffix("s") ? String(word.dropLast()) : word
}

extension Report {
  /// Samples and surveys of known size.
  fileprivate var wholes: [Whole] {
    let counted = samples.compactMap { sample in
      Whole(
        list: "samples", name: sample.id.value.name, title: sample.title, size: sample.size,
        alsoPrinted: sample.alsoPrinted)
    }
    return counted
      + surveys.compactMap { survey in
        Whole(
          list: "surveys", name: survey.id.value.name, title: survey.title, size: survey.base,
          alsoPrinted: survey.alsoPrinted)
      }
  }
}

extension Diagnostic {
  fileprivate static func sampleSize(
    _ link: Reference, number: Int, _ whole: Whole, alsoPrinted: [AlsoPrinted]
  ) -> Diagnostic {
    Diagnostic(
      SampleSize.check,
      "'\(link.text)' says \(number), and \(whole.path) has \(whole.size.value)",
      at: Label(link.span, "\(number) here"),
      secondary: [Label(whole.size.span, "\(whole.size.value) here")]
        + alsoPrinted.map { Label($0.size.span, "declared here") },
      help:
        "make the numbers agree, or leave them as published and waive the check for this paragraph",
      subject: link.paragraph.map(Subject.paragraph) ?? .field(whole.path))
  }

  fileprivate static func sampleNamedAlike(
    _ link: Reference, _ whole: Whole, _ other: Whole
  ) -> Diagnostic {
    Diagnostic(
      SampleSize.check, level: .notice,
      "'\(link.text)' leads to \(whole.path), and \(other.path) is of the same size and sounds like it",
      at: Label(link.span, "which of the two"),
      secondary: [
        Label(whole.size.span, "'\(whole.title.plain)'"),
        Label(other.size.span, "'\(other.title.plain)'"),
      ],
      help: "name the sample by its title, or leave the words as published and waive the check",
      subject: link.paragraph.map(Subject.paragraph) ?? .field(whole.path))
  }

  fileprivate static func allOneWay(
    _ words: String, _ way: Located<Count>, in text: String, _ report: Report
  ) -> Diagnostic {
    let place = report.header.place(of: text)
    return Diagnostic(
      SampleSize.check, level: .warning,
      "'\(words)' is all returns, and consultation.responses has \(way.value.count) for "
        + "'\(way.value.name)'",
      at: Label(place.span, words: .init(words, in: place.range)),
      secondary: [Label(way.span, "\(way.value.count) here")],
      help: "correct the number, or leave the sentence as published and waive the check",
      subject: place.subject ?? .field("consultation.responses"))
  }

  fileprivate static func sampleSize(_ other: AlsoPrinted, _ whole: Whole) -> Diagnostic {
    let place = other.paragraph.map { " in paragraph \($0.value)" } ?? ""
    return Diagnostic(
      SampleSize.check,
      "'\(other.size.value)' is also printed\(place), and \(whole.path) has \(whole.size.value)",
      at: Label(other.size.span, "\(other.size.value) here"),
      secondary: [Label(whole.size.span, "\(whole.size.value) here")],
      help: "leave both numbers as published, and waive the check with the reason",
      subject: other.paragraph.map { .paragraph($0.value) } ?? .field("\(whole.path).also_printed"))
  }
}
