public import HTML
public import Inspections

/// A visit's conclusion on progress: an arrow in a circle, so that it is never read as a grade.
///
/// The arrow turns from level to upright with the place on the progress scale; the best is a full
/// disc, and the least ends at a bar. Classes without an order, and one alone, have words and no arrow.
public enum ProgressMark {
  /// The conclusion on the progress scale of `framework`.
  public static func html(_ id: ProgressGradeID, in framework: Framework?) -> HTMLFragment {
    var buffer = HTMLBuffer(capacity: 640)
    buffer.markup("<span class=\"progress\">")
    let scale = framework?.progress ?? []
    let place = scale.firstIndex { $0.id.value == id }
    if let framework, let place, framework.placesProgress {
      buffer.markup("<svg class=\"mark progress-mark\" ")
      MarkSVG.write(height: 20, to: &buffer)
      buffer.markup(" viewBox=\"0 0 20 20\" role=\"img\"><title>")
      buffer.text(
        "Progress: \(NumberWords.ordinal(place + 1)) of \(NumberWords.words(scale.count)) on the "
          + "progress scale of \(framework.title.value.plain)")
      buffer.markup("</title>")
      shape(place: place, of: scale.count, to: &buffer)
      buffer.markup("</svg> ")
    }
    buffer.markup("<span class=\"progress-word\"")
    buffer.language(place == nil ? nil : framework?.language?.value)
    buffer.markup(">")
    buffer.words(place.map { scale[$0].title } ?? id.name)
    buffer.markup("</span></span>")
    return buffer.fragment()
  }

  /// The circle with its arrow in a box of 20 by 20; `place` counts from 0, the best, and is nil where
  /// the conclusions have no order: then a dot stands in the circle.
  static func shape(place: Int?, of steps: Int, to buffer: inout HTMLBuffer) {
    guard let place else {
      buffer.markup(
        """
        <circle cx="10" cy="10" r="8.25"/>\
        <circle fill="currentColor" stroke="none" cx="10" cy="10" r="3"/>
        """)
      return
    }
    let isBest = place == 0
    let isLeast = place == steps - 1
    buffer.markup(
      isBest
        ? "<circle fill=\"currentColor\" stroke=\"none\" cx=\"10\" cy=\"10\" r=\"9\"/>"
        : "<circle cx=\"10\" cy=\"10\" r=\"8.25\"/>")
    if isLeast {
      buffer.markup("<path d=\"M4.8 10h7M9 6.8 12.2 10 9 13.2M14.8 5.8v8.4\"/>")
      return
    }
    let degrees = 90 * (steps - 1 - place) / (steps - 1)
    buffer.markup(
      isBest
        ? "<g class=\"knocked-out\" stroke=\"#fff\" transform=\"rotate(-"
        : "<g transform=\"rotate(-")
    buffer.number(degrees)
    buffer.markup(" 10 10)\"><path d=\"M5 10h9M10.5 6.2 14.3 10l-3.8 3.8\"/></g>")
  }
}
