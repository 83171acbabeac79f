import HTML

/// Answers to questions on one scale, each a bar that diverges around the middle of the neutral
/// answer, where one line with the answer's name runs behind all bars; answers that stand apart from the
/// scale, such as "no answer", stand apart in the drawing.
struct OpinionsChart: Sendable {
  /// One answer of the scale.
  struct Answer: Sendable, Hashable {
    let title: String
    let isApart: Bool
  }

  /// A question with how many gave each answer, in the order of the answers.
  struct Question: Sendable {
    /// What was asked, or the question's name.
    let title: Wording
    let counts: [Int]
    /// The place on the page that links to the question lead to; empty for none.
    let anchor: String
  }

  /// What the questions are about.
  let title: Wording
  /// How many answered; may be empty.
  let base: String
  /// The scale from the one end to the other.
  let answers: [Answer]
  /// The place of the neutral answer in ``answers``.
  let neutral: Int
  /// The questions.
  let questions: [Question]
  /// The address of the same figures as CSV; nil where none is published.
  var file: String?

  /// A bar's part; both in per cent of the drawing's width.
  struct Segment: Sendable, Hashable {
    let answer: Int
    let start: Double
    let width: Double
  }

  /// Where everything stands: the same for all questions, so that they can be compared.
  struct Geometry: Sendable {
    /// The middle of the neutral answer.
    let middle: Double
    /// The width of one answer.
    let unit: Double
    /// Where answers apart from the scale begin.
    let apart: Double
  }

  /// The widest bar to either side and the most answers apart share the width; a number after the
  /// answers apart needs room too.
  var geometry: Geometry {
    let left = questions.map { weight($0, before: true) }.max() ?? 0
    let right = questions.map { weight($0, before: false) }.max() ?? 0
    let most = questions.map(apart).max() ?? 0
    let hasApart = most > 0
    let unit = (hasApart ? 90 : 100) / max(left + right + Double(most), 1)
    return Geometry(
      middle: left * unit, unit: unit, apart: (left + right) * unit + (hasApart ? 4 : 0))
  }

  /// The parts of a question's bar in the order of the answers, those apart last.
  func segments(of question: Question, in geometry: Geometry) -> [Segment] {
    var start = geometry.middle - weight(question, before: true) * geometry.unit
    var apartStart = geometry.apart
    var segments: [Segment] = []
    var apartSegments: [Segment] = []
    for (index, answer) in answers.enumerated() where question.counts[index] > 0 {
      let width = Double(question.counts[index]) * geometry.unit
      if answer.isApart {
        apartSegments.append(Segment(answer: index, start: apartStart, width: width))
        apartStart += width
      } else {
        segments.append(Segment(answer: index, start: start, width: width))
        start += width
      }
    }
    return segments + apartSegments
  }

  /// Half of the neutral answers and all on one side of them.
  private func weight(_ question: Question, before: Bool) -> Double {
    Double(question.counts[neutral]) / 2 + Double(side(question, before: before))
  }

  /// How many answered on one side of the neutral answer.
  private func side(_ question: Question, before: Bool) -> Int {
    answers.indices.filter { !answers[$0].isApart && (before ? $0 < neutral : $0 > neutral) }
      .reduce(0) { $0 + question.counts[$1] }
  }

  private func apart(_ question: Question) -> Int {
    answers.indices.reduce(0) { $0 + (answers[$1].isApart ? question.counts[$1] : 0) }
  }

  private func pattern(of answer: Int) -> ChartPattern {
    guard !answers[answer].isApart else { return .none }
    let scale = answers.indices.filter { !answers[$0].isApart }
    return .place(scale.firstIndex(of: answer) ?? 0, of: scale.count)
  }
}

extension OpinionsChart {
  /// The figure.
  func html() -> HTMLFragment {
    var buffer = HTMLBuffer()
    buffer.markup("<figure class=\"chart\">\n<figcaption>")
    ChartParts.caption(title, base: base, to: &buffer)
    buffer.markup("</figcaption>\n<ul class=\"chart-key\" aria-hidden=\"true\">")
    for index in answers.indices {
      ChartParts.keyEntry(
        pattern(of: index), Wording(answers[index].title),
        count: questions.count == 1 ? questions[0].counts[index] : nil, to: &buffer)
    }
    buffer.markup("</ul>\n")
    drawing(to: &buffer)
    ChartParts.end(file, of: title, to: &buffer) { table(to: &$0) }
    return buffer.fragment()
  }

  /// The questions as a list, so that their words wrap and grow with the reader's text, each with its bar; one line runs
  /// behind all bars.
  private func drawing(to buffer: inout HTMLBuffer) {
    let geometry = geometry
    buffer.markup("<ul class=\"drawn-rows\">\n<li aria-hidden=\"true\"><i></i>")
    neutralLabel(at: geometry.middle, to: &buffer)
    buffer.markup("</li>\n")
    for question in questions {
      buffer.markup("<li")
      if !question.anchor.isEmpty {
        buffer.markup(" id=\"")
        buffer.text(question.anchor)
        buffer.markup("\"")
      }
      buffer.markup("><span>")
      buffer.words(question.title)
      buffer.markup("</span>")
      bar(of: question, in: geometry, to: &buffer)
      buffer.markup("</li>\n")
    }
    buffer.markup("</ul>\n")
  }

  /// The name of the line; beside it where there is little room on one side.
  private func neutralLabel(at middle: Double, to buffer: inout HTMLBuffer) {
    buffer.markup("<svg width=\"100%\" height=\"1.38em\">")
    ChartParts.words(
      Wording(answers[neutral].title), class: "neutral",
      anchor: middle < 30 ? "start" : middle > 70 ? "end" : "middle", at: middle, y: 13, to: &buffer
    )
    ChartParts.line("axis", at: middle, from: 17, to: Self.lineEnd, to: &buffer)
    buffer.markup("</svg>")
  }

  /// The line goes on to the end of the list, which cuts it off; what is drawn later covers it.
  private static let lineEnd = 999

  private func bar(of question: Question, in geometry: Geometry, to buffer: inout HTMLBuffer) {
    let counts = zip(answers, question.counts).map { "\($0.title): \($1)" }
    ChartParts.drawing(counts.joined(separator: ", "), height: 38, to: &buffer)
    ChartParts.line("axis", at: geometry.middle, from: 0, to: Self.lineEnd, to: &buffer)
    let segments = segments(of: question, in: geometry)
    for segment in segments {
      ChartParts.segment(
        pattern(of: segment.answer), from: segment.start, width: segment.width, y: 4, height: 24,
        to: &buffer)
    }
    for segment in segments where !answers[segment.answer].isApart {
      let digits = NumberWords.grouped(question.counts[segment.answer])
      guard ChartParts.hasRoom(digits, in: segment.width) else { continue }
      ChartParts.count(
        Wording(digits), at: segment.start + segment.width / 2, y: 21, isInBar: true, to: &buffer)
    }
    if let last = segments.last, answers[last.answer].isApart {
      ChartParts.words(
        Wording(NumberWords.grouped(apart(question))), class: "apart", anchor: "start",
        at: last.start + last.width + 1, y: 21, to: &buffer)
    }
    buffer.markup("</svg>")
  }

  private func table(to buffer: inout HTMLBuffer) {
    ChartParts.frame("\(title): figures", to: &buffer)
    buffer.markup("<table><caption class=\"unseen\">")
    buffer.words(title)
    buffer.markup(": figures</caption><thead><tr><th scope=\"col\">Question</th>")
    for answer in answers { ChartParts.numberHead(Wording(answer.title), to: &buffer) }
    buffer.markup("</tr></thead><tbody>")
    for question in questions {
      buffer.markup("<tr><th scope=\"row\">")
      buffer.words(question.title)
      buffer.markup("</th>")
      for count in question.counts { ChartParts.numberCell(String(count), to: &buffer) }
      buffer.markup("</tr>")
    }
    buffer.markup("</tbody></table></div>")
  }
}
