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
    var found: [Diagnostic] = []
    var told: Set<Told> = []
    for link in report.references where link.scheme == "sample" {
      guard let whole = whole(of: link, in: report, context.register),
        let number = contradiction(to: whole.size.value, in: link.text)
      else { continue }
      let declared = whole.alsoPrinted.filter {
        $0.size.value == number && $0.paragraph?.value == link.paragraph
      }
      told.insert(Told(path: whole.path, paragraph: link.paragraph, number: number))
      found.append(.sampleSize(link, number: number, whole, alsoPrinted: declared))
    }
    for whole in report.wholes {
      for other in whole.alsoPrinted where other.size.value != whole.size.value {
        let place = Told(
          path: whole.path, paragraph: other.paragraph?.value, number: other.size.value)
        if told.insert(place).inserted { found.append(.sampleSize(other, whole)) }
      }
    }
    return found
  }

  /// The sample or survey that a link names, in this report or in another.
  private static func whole(
    of link: Reference, in report: Report, _ register: Register
  ) -> Whole? {
    guard
      case .resolved(.link(.evidence(let owner, let name))) = resolve(
        link, in: ReferenceScope(report), register: register)
    else { return nil }
    let holder = owner == report.id ? report : register.reports[owner]
    return holder?.wholes.first { $0.name == name }
  }

  /// A number in the text of a link that is not `size`, where none in it is.
  ///
  /// Years, numbers before "of" and numbers that name something, like "section 7", state no size.
  static func contradiction(to size: Int, in text: String) -> Int? {
    let words = words(of: text)
    let numbers = statedNumbers(in: words).filter { number in
      let first = number.words.lowerBound
      let next = number.words.upperBound
      let isPart = next < words.count && words[next].text == "of"
      let isLabel = first > 0 && labels.contains(words[first - 1].text)
      let isYear = (1900...2099).contains(number.value) && words[first].text.utf8.count == 4
      return !isPart && !isLabel && (!isYear || number.value == size)
    }
    return numbers.contains { $0.value == size } ? nil : numbers.first?.value
  }

  private static let labels: Set<String> = [
    "section", "sections", "paragraph", "annex", "part", "chapter", "question", "note", "page",
    "form", "item", "article", "regulation", "recommendation", "figure", "table", "aged", "age",
    "under", "over", "grade", "band", "phase", "stage", "year",
  ]

  private struct Told: Hashable {
    let path: String
    let paragraph: Int?
    let number: Int
  }
}

/// A sample or a survey with the one number it should have.
private struct Whole {
  let name: String
  let path: String
  let size: Located<Int>
  let alsoPrinted: [AlsoPrinted]

  /// Nothing where the size is not known.
  init?(list: String, name: String, size: Located<Known<Int>>?, alsoPrinted: [AlsoPrinted]) {
    guard let size, case .known(let count) = size.value else { return nil }
    self.name = name
    path = "\(list).\(name)"
    self.size = Located(count, at: size.span)
    self.alsoPrinted = alsoPrinted
  }
}

extension Report {
  /// Samples and surveys of known size.
  fileprivate var wholes: [Whole] {
    let counted = samples.compactMap { sample in
      Whole(
        list: "samples", name: sample.id.value.name, size: sample.size,
        alsoPrinted: sample.alsoPrinted)
    }
    return counted
      + surveys.compactMap { survey in
        Whole(
          list: "surveys", name: survey.id.value.name, size: survey.base,
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
