public import HTML
public import Inspections

/// A grade: its word first, then a mark whose shape carries the place on its own scale.
///
/// The mark has as many segments as the scale has grades, filled up to the grade's place, so that it
/// survives grey print and colour blindness. The scale's name and the place are in its title.
public enum GradeMark {
  /// The recorded grade on the scale of `framework`, or the words for what is no grade.
  public static func html(_ grade: JudgedGrade, in framework: Framework?) -> HTMLFragment {
    var buffer = HTMLBuffer(capacity: 640)
    switch grade {
    case .grade(let id):
      buffer.markup("<span class=\"grade\">")
      write(id, in: framework, to: &buffer)
    case .split(let ids):
      buffer.markup("<span class=\"grade split\">")
      for (position, id) in ids.enumerated() {
        if position > 0 { buffer.markup(" <span class=\"to\">to</span> ") }
        write(id, in: framework, to: &buffer)
      }
    case .notGraded:
      return none("not graded", steps: framework?.grades.count)
    case .unknown:
      return none("not known", steps: framework?.grades.count)
    }
    buffer.markup("</span>")
    return buffer.fragment()
  }

  /// What a judgement gave: its grade, its score, or both; words alone for a score without a grade.
  static func html(_ judgement: Judgement, in framework: Framework?) -> HTMLFragment {
    guard let score = judgement.score?.value else {
      return html(judgement.grade.value, in: framework)
    }
    var buffer = HTMLBuffer(capacity: 704)
    if judgement.grade.value != .notGraded {
      buffer.fragment(html(judgement.grade.value, in: framework))
      buffer.markup(" ")
    }
    buffer.markup("<span class=\"score\">")
    buffer.text(score.words)
    buffer.markup("</span>")
    return buffer.fragment()
  }

  /// The words for a missing grade beside an empty outline.
  public static func none(_ words: String, steps: Int?) -> HTMLFragment {
    let width = 12 * max(steps ?? 4, 1) - 3
    var buffer = HTMLBuffer(capacity: 640)
    buffer.markup("<span class=\"grade grade-none\"><span class=\"grade-word\">")
    buffer.text(words)
    buffer.markup("</span> <svg class=\"mark grade-mark\" height=\"13\" viewBox=\"0 0 ")
    buffer.number(width)
    buffer.markup(" 13\" aria-hidden=\"true\"><path d=\"M.75 .75h")
    buffer.text("\(Double(width) - 1.5)")
    buffer.markup("v11.5H.75z\" stroke-dasharray=\"3 3\"/></svg></span>")
    return buffer.fragment()
  }

  /// The place on a five-step colour ramp of a grade that has `filled` of `steps` segments.
  static func ramp(filled: Int, of steps: Int) -> Int {
    steps > 1 ? 1 + (2 * (filled - 1) * 4 + steps - 1) / (2 * (steps - 1)) : 5
  }

  private static func write(_ id: GradeID, in framework: Framework?, to buffer: inout HTMLBuffer) {
    guard let framework, let place = framework.grades.firstIndex(where: { $0.id.value == id })
    else {
      buffer.markup("<span class=\"grade-word\">")
      buffer.text(id.name)
      buffer.markup("</span>")
      return
    }
    let steps = framework.grades.count
    let filled = steps - place
    buffer.markup("<span class=\"grade-word\">")
    buffer.text(framework.grades[place].label)
    buffer.markup("</span> <svg class=\"mark grade-mark ramp-")
    buffer.number(ramp(filled: filled, of: steps))
    buffer.markup("\" height=\"13\" viewBox=\"0 0 ")
    buffer.number(12 * steps - 3)
    buffer.markup(" 13\" role=\"img\"><title>")
    buffer.text(NumberWords.ordinal(place + 1))
    buffer.markup(" of ")
    buffer.text(NumberWords.words(steps))
    buffer.markup(" on the scale of ")
    buffer.text(framework.title.value.plain)
    buffer.markup("</title>")
    shape(filled: filled, of: steps, to: &buffer)
    buffer.markup("</svg>")
  }

  /// The segments themselves, 9 wide and 13 high with gaps of 3; the timeline draws them too.
  static func shape(filled: Int, of steps: Int, to buffer: inout HTMLBuffer) {
    buffer.markup("<path class=\"filled\" d=\"")
    for segment in 0..<filled {
      buffer.markup("M")
      buffer.number(12 * segment)
      buffer.markup(" 0h9v13h-9z")
    }
    buffer.markup("\"/>")
    guard filled < steps else { return }
    buffer.markup("<path d=\"")
    for segment in filled..<steps {
      buffer.markup("M")
      buffer.number(12 * segment)
      buffer.markup(".75 .75h7.5v11.5h-7.5z")
    }
    buffer.markup("\"/>")
  }
}
