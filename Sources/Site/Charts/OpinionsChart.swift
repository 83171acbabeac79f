import HTML

/// Answers to questions on one scale, each a bar that diverges around the middle of the neutral
/// answer; answers that stand apart from the scale, such as "no answer", stand apart in the drawing.
struct OpinionsChart: Sendable {
  /// One answer of the scale.
  struct Answer: Sendable, Hashable {
    let title: String
    let isApart: Bool
  }

  /// A question with how many gave each answer, in the order of the answers.
  struct Question: Sendable {
    /// What was asked, or the question's name.
    let title: String
    let counts: [Int]
    /// The place on the page that links to the question lead to; empty for none.
    let anchor: String
  }

  /// What the questions are about.
  let title: String
  /// How many answered; may be empty.
  let base: String
  /// The scale from the one end to the other.
  let answers: [Answer]
  /// The place of the neutral answer in ``answers``.
  let neutral: Int
  /// The questions.
  let questions: [Question]

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
    sideAnswers(before: before).reduce(0) { $0 + question.counts[$1] }
  }

  private func sideAnswers(before: Bool) -> [Int] {
    answers.indices.filter { !answers[$0].isApart && (before ? $0 < neutral : $0 > neutral) }
  }

  private func apart(_ question: Question) -> Int {
    answers.indices.reduce(0) { $0 + (answers[$1].isApart ? question.counts[$1] : 0) }
  }

  /// `Strongly agree or Agree`.
  private func sideTitle(before: Bool) -> String {
    sideAnswers(before: before).map { answers[$0].title }.joined(separator: " or ")
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
      buffer.markup("<li>")
      ChartParts.swatch(pattern(of: index), to: &buffer)
      buffer.text(answers[index].title)
      if questions.count == 1 {
        buffer.markup(" <b>")
        buffer.number(questions[0].counts[index])
        buffer.markup("</b>")
      }
      buffer.markup("</li>")
    }
    buffer.markup("</ul>\n")
    if questions.count == 1 { single(questions[0], to: &buffer) } else { drawing(to: &buffer) }
    buffer.markup("<details><summary>Figures as a table</summary>")
    table(to: &buffer)
    buffer.markup("</details>\n</figure>\n")
    return buffer.fragment()
  }

  /// One question alone: its words, and its bar over the whole width.
  private func single(_ question: Question, to buffer: inout HTMLBuffer) {
    buffer.markup("<p class=\"standing\">")
    buffer.text(question.title)
    buffer.markup("</p>\n")
    bar(of: question, in: geometry, to: &buffer)
    buffer.markup("\n")
  }

  private func drawing(to buffer: inout HTMLBuffer) {
    ChartParts.frame("\(title): answers around “\(answers[neutral].title)”", to: &buffer)
    buffer.markup("<table class=\"opinions\"><caption class=\"unseen\">")
    buffer.text(title)
    buffer.markup("</caption><thead><tr><th scope=\"col\">Question</th>")
    ChartParts.numberHead(sideTitle(before: true), to: &buffer)
    buffer.markup("<th scope=\"col\">Answers, around “")
    buffer.text(answers[neutral].title)
    buffer.markup("”</th>")
    ChartParts.numberHead(sideTitle(before: false), to: &buffer)
    buffer.markup("</tr></thead><tbody>")
    let geometry = geometry
    for question in questions {
      buffer.markup("<tr")
      if !question.anchor.isEmpty {
        buffer.markup(" id=\"")
        buffer.text(question.anchor)
        buffer.markup("\"")
      }
      buffer.markup("><th scope=\"row\">")
      buffer.text(question.title)
      buffer.markup("</th>")
      ChartParts.numberCell(String(side(question, before: true)), to: &buffer)
      buffer.markup("<td>")
      bar(of: question, in: geometry, to: &buffer)
      buffer.markup("</td>")
      ChartParts.numberCell(String(side(question, before: false)), to: &buffer)
      buffer.markup("</tr>")
    }
    buffer.markup("</tbody></table></div>\n")
  }

  private func bar(of question: Question, in geometry: Geometry, to buffer: inout HTMLBuffer) {
    buffer.markup("<svg height=\"28\" role=\"img\" aria-label=\"")
    buffer.text(
      zip(answers, question.counts).map { "\($0.title): \($1)" }.joined(separator: ", "))
    buffer.markup("\">")
    let segments = segments(of: question, in: geometry)
    for segment in segments {
      buffer.markup("<rect class=\"")
      Patterns.write(pattern(of: segment.answer), to: &buffer)
      buffer.markup("\" x=\"")
      buffer.text(ChartFigures.percent(segment.start))
      buffer.markup("\" y=\"2\" width=\"")
      buffer.text(ChartFigures.percent(segment.width))
      buffer.markup("\" height=\"24\"/>")
    }
    let middle = ChartFigures.percent(geometry.middle)
    buffer.markup("<line class=\"axis\" x1=\"")
    buffer.text(middle)
    buffer.markup("\" x2=\"")
    buffer.text(middle)
    buffer.markup("\" y1=\"0\" y2=\"28\"/>")
    if let last = segments.last, answers[last.answer].isApart {
      buffer.markup("<text x=\"")
      buffer.text(ChartFigures.percent(last.start + last.width + 1))
      buffer.markup("\" y=\"19\">")
      buffer.number(apart(question))
      buffer.markup("</text>")
    }
    buffer.markup("</svg>")
  }

  private func table(to buffer: inout HTMLBuffer) {
    ChartParts.frame("\(title): figures", to: &buffer)
    buffer.markup("<table><caption class=\"unseen\">")
    buffer.text("\(title): figures")
    buffer.markup("</caption><thead><tr><th scope=\"col\">Question</th>")
    for answer in answers { ChartParts.numberHead(answer.title, to: &buffer) }
    buffer.markup("</tr></thead><tbody>")
    for question in questions {
      buffer.markup("<tr><th scope=\"row\">")
      buffer.text(question.title)
      buffer.markup("</th>")
      for count in question.counts { ChartParts.numberCell(String(count), to: &buffer) }
      buffer.markup("</tr>")
    }
    buffer.markup("</tbody></table></div>")
  }
}
