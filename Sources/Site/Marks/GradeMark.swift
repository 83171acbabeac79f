public import HTML
public import Inspections

/// A grade: its word first, then a mark whose shape carries the place on its own scale.
///
/// The mark has as many segments as the scale has grades, filled up to the grade's place, so that it
/// survives grey print and colour blindness. The place is in its title, and the scale's name unless
/// the heading or a column beside it says that already.
public enum GradeMark {
  /// The recorded grade on the scale of `framework`, or the words for what is no grade.
  public static func html(
    _ grade: JudgedGrade, in framework: Framework?, isScaleNamed: Bool = false
  ) -> HTMLFragment {
    var buffer = HTMLBuffer(capacity: 640)
    switch grade {
    case .grade(let id):
      buffer.markup("<span class=\"grade\">")
      write(id, in: framework, isScaleNamed: isScaleNamed, to: &buffer)
    case .split(let ids):
      buffer.markup("<span class=\"grade split\">")
      for (position, id) in ids.enumerated() {
        if position > 0 { buffer.markup(" <span class=\"to\">to</span> ") }
        write(id, in: framework, isScaleNamed: isScaleNamed, to: &buffer)
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
  static func html(
    _ judgement: Judgement, in framework: Framework?, isScaleNamed: Bool = false
  ) -> HTMLFragment {
    let grade = judgement.grade.value
    guard let score = judgement.score?.value else {
      return html(grade, in: framework, isScaleNamed: isScaleNamed)
    }
    var buffer = HTMLBuffer(capacity: 704)
    if grade != .notGraded {
      buffer.fragment(html(grade, in: framework, isScaleNamed: isScaleNamed))
      buffer.markup(" ")
    }
    buffer.markup("<span class=\"score\">")
    buffer.words(score.words)
    buffer.markup("</span>")
    return buffer.fragment()
  }

  /// The longest label, in bytes, for which a column leaves room beside its marks; a scale with a
  /// longer one has wider words, so that its marks stand below one another too.
  private static let mostInNarrowColumn = 12

  /// The words for a missing grade beside an empty outline.
  public static func none(_ words: String, steps: Int?) -> HTMLFragment {
    let width = 12 * max(steps ?? 4, 1) - 3
    var buffer = HTMLBuffer(capacity: 640)
    buffer.markup("<span class=\"grade grade-none\"><span class=\"grade-word\">")
    buffer.words(words)
    buffer.markup("</span> <svg class=\"mark grade-mark\" ")
    MarkSVG.write(height: 13, to: &buffer)
    buffer.markup(" viewBox=\"0 0 ")
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

  private static func write(
    _ id: GradeID, in framework: Framework?, isScaleNamed: Bool, to buffer: inout HTMLBuffer
  ) {
    guard let framework, let place = framework.grades.firstIndex(where: { $0.id.value == id })
    else {
      buffer.markup("<span class=\"grade-word\">")
      buffer.text(id.name)
      buffer.markup("</span>")
      return
    }
    let steps = framework.grades.count
    let filled = steps - place
    let isWide = framework.grades.contains { $0.label.utf8.count > mostInNarrowColumn }
    buffer.markup(isWide ? "<span class=\"grade-word wide\"" : "<span class=\"grade-word\"")
    buffer.language(framework.language?.value)
    buffer.markup(">")
    buffer.words(framework.grades[place].label)
    buffer.markup("</span> <svg class=\"mark grade-mark ramp-")
    buffer.number(ramp(filled: filled, of: steps))
    buffer.markup("\" height=\"13\" viewBox=\"0 0 ")
    buffer.number(12 * steps - 3)
    buffer.markup(" 13\" role=\"img\"><title>")
    buffer.text(NumberWords.ordinal(place + 1))
    buffer.markup(" of ")
    buffer.text(NumberWords.words(steps))
    if !isScaleNamed {
      buffer.markup(" on the scale of ")
      buffer.text(framework.title.value.plain)
    }
    buffer.markup("</title>")
    shape(filled: filled, of: steps, to: &buffer)
    buffer.markup("</svg>")
  }

  /// How large the segments are.
  struct Size: Equatable {
    let width, gap, height: Double
    /// Whether they stand around the origin, and not to the right of it and below.
    let isCentred: Bool

    /// As pages have them, beside a word.
    static let large = Size(width: 9, gap: 3, height: 13, isCentred: false)
    /// As timelines have them.
    static let small = Size(width: 4, gap: 1.5, height: 12, isCentred: true)
  }

  /// The segments of all marks on scales of common length, by the steps of the scale and those filled.
  private static let shapes: [[HTMLFragment]] = (0...12).map { steps in
    (0...steps).map { filled in
      var buffer = HTMLBuffer(capacity: 256)
      segments(filled: filled, of: steps, as: .large, to: &buffer)
      return buffer.fragment()
    }
  }

  /// The segments themselves as one path: the filled ones whole, the others as rings, which are drawn
  /// against the sense of the clock inside.
  ///
  /// Those of pages are looked up: a page of judgements has hundreds of marks and a few shapes.
  static func shape(
    filled: Int, of steps: Int, as size: Size = .large, to buffer: inout HTMLBuffer
  ) {
    guard size == .large, shapes.indices.contains(steps), shapes[steps].indices.contains(filled)
    else { return segments(filled: filled, of: steps, as: size, to: &buffer) }
    buffer.fragment(shapes[steps][filled])
  }

  private static func segments(
    filled: Int, of steps: Int, as size: Size, to buffer: inout HTMLBuffer
  ) {
    let all = Double(steps) * (size.width + size.gap) - size.gap
    let left = size.isCentred ? -all / 2 : 0
    buffer.markup("<path fill=\"currentColor\" stroke=\"none\" d=\"")
    for segment in 0..<steps {
      buffer.markup("M")
      buffer.decimal(left + Double(segment) * (size.width + size.gap))
      buffer.markup(" ")
      buffer.decimal(size.isCentred ? -size.height / 2 : 0)
      buffer.markup("h")
      buffer.decimal(size.width)
      buffer.markup("v")
      buffer.decimal(size.height)
      buffer.markup("h-")
      buffer.decimal(size.width)
      buffer.markup("z")
      guard segment >= filled else { continue }
      buffer.markup("m1.5 1.5v")
      buffer.decimal(size.height - 3)
      buffer.markup("h")
      buffer.decimal(size.width - 3)
      buffer.markup("v-")
      buffer.decimal(size.height - 3)
      buffer.markup("z")
    }
    buffer.markup("\"/>")
  }
}
