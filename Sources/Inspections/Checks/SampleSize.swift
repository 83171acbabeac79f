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

      Example: `[forty-five young people](sample:children)`, where `children` has `base: 46`.
      """)

  static func run(_ report: Report, _ context: CheckContext) -> [Diagnostic] {
    let wholes = report.wholes
    guard !wholes.isEmpty else { return [] }
    let links = report.header.body.references.lazy.filter { $0.scheme == "sample" }
    var found: [Diagnostic] = []
    var told: Set<Told> = []
    for link in links {
      guard let whole = wholes[name(link.target, in: report)],
        let number = contradiction(to: whole.size.value, in: link.text)
      else { continue }
      let declared = whole.alsoPrinted.filter {
        $0.size.value == number && $0.paragraph?.value == link.paragraph
      }
      told.insert(Told(path: whole.path, paragraph: link.paragraph, number: number))
      found.append(.sampleSize(link, number: number, whole, alsoPrinted: declared))
    }
    for whole in wholes.values.sorted(by: { $0.path < $1.path }) {
      for other in whole.alsoPrinted where other.size.value != whole.size.value {
        let place = Told(
          path: whole.path, paragraph: other.paragraph?.value, number: other.size.value)
        if told.insert(place).inserted { found.append(.sampleSize(other, whole)) }
      }
    }
    return found
  }

  /// The name of a sample in a target that may name the report too.
  private static func name(_ target: String, in report: Report) -> String {
    guard let hash = target.firstIndex(of: "#"), target[..<hash] == report.header.id else {
      return target
    }
    return String(target[target.index(after: hash)...])
  }

  /// A number in the text of a link that is not `size`, where none in it is.
  ///
  /// Years and numbers before "of" state no size.
  static func contradiction(to size: Int, in text: String) -> Int? {
    let words = words(of: text)
    let numbers = statedNumbers(in: words).filter { number in
      let next = number.words.upperBound
      let isPart = next < words.count && words[next].text == "of"
      let isYear = (1900...2099).contains(number.value) && words[number.words.lowerBound].text.utf8.count == 4
      return !isPart && (!isYear || number.value == size)
    }
    return numbers.contains { $0.value == size } ? nil : numbers.first?.value
  }

  private struct Told: Hashable {
    let path: String
    let paragraph: Int?
    let number: Int
  }
}

/// A sample or a survey with the one number it should have.
private struct Whole {
  let path: String
  let size: Located<Int>
  let alsoPrinted: [AlsoPrinted]
}

extension Report {
  /// Samples and surveys of known size, by name.
  fileprivate var wholes: [String: Whole] {
    var wholes: [String: Whole] = [:]
    for sample in samples {
      guard let size = sample.size, case .known(let count) = size.value else { continue }
      wholes[sample.id.value.name] = Whole(
        path: "samples.\(sample.id.value)", size: Located(count, at: size.span),
        alsoPrinted: sample.alsoPrinted)
    }
    for survey in surveys {
      guard let base = survey.base, case .known(let count) = base.value else { continue }
      wholes[survey.id.value.name] = Whole(
        path: "surveys.\(survey.id.value)", size: Located(count, at: base.span),
        alsoPrinted: survey.alsoPrinted)
    }
    return wholes
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
      help: "make the numbers agree, or leave them as published and waive the check for this paragraph",
      subject: link.paragraph.map(Subject.paragraph) ?? .field(whole.path))
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
