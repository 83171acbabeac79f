public import HTML
public import Inspections

/// Where a recommendation stands: a ring; a ring with a wedge once its date has passed, which is hatched
/// where the record says that it was not done; a disc; or a broken ring.
public enum StatusMark {
  /// The mark with its words; computed, so pages show beside it what it follows from.
  static func html(of followed: RecommendationHistory) -> HTMLFragment {
    html(followed.status, isSaidNotDone: followed.isSaidNotDone)
  }

  /// The mark of a status.
  public static func html(
    _ status: RecommendationStatus, isSaidNotDone: Bool = false
  ) -> HTMLFragment {
    var buffer = HTMLBuffer(capacity: 384)
    buffer.markup("<span class=\"status ")
    buffer.text(status.kind.rawValue)
    if isSaidNotDone { buffer.markup(" not-done") }
    buffer.markup("\"><svg class=\"mark status-mark\" ")
    MarkSVG.write(height: 20, to: &buffer)
    buffer.markup(" viewBox=\"0 0 20 20\" aria-hidden=\"true\">")
    shape(ring(of: status, isSaidNotDone: isSaidNotDone), to: &buffer)
    buffer.markup("</svg> <span class=\"status-word\">")
    buffer.text(StatusWords.title(status))
    buffer.markup("</span></span>")
    return buffer.fragment()
  }

  /// The shapes that statuses have.
  enum Ring {
    case open, pastDate, notDone, closed, notKnown
  }

  private static func ring(of status: RecommendationStatus, isSaidNotDone: Bool) -> Ring {
    switch status {
    case .pastDate where isSaidNotDone: .notDone
    case .open: .open
    case .pastDate: .pastDate
    case .closed: .closed
    case .notKnown, .withdrawn: .notKnown
    }
  }

  /// The shape in a box of 20 by 20; the timeline draws it too.
  static func shape(_ ring: Ring, to buffer: inout HTMLBuffer) {
    switch ring {
    case .notDone:
      buffer.markup(
        """
        <circle cx="10" cy="10" r="8"/><path d="M10 2v16M10 6l2.8-2.8M10 10l5.4-5.4M10 14l7.6-7.6\
        M11.5 16.5l6-6"/>
        """)
    case .open: buffer.markup("<circle cx=\"10\" cy=\"10\" r=\"8\"/>")
    case .pastDate:
      buffer.markup("<circle cx=\"10\" cy=\"10\" r=\"8\"/><path d=\"M10 2v16\"/>")
    case .closed:
      buffer.markup("<circle fill=\"currentColor\" stroke=\"none\" cx=\"10\" cy=\"10\" r=\"9\"/>")
    case .notKnown:
      buffer.markup(
        """
        <circle cx="10" cy="10" r="8" stroke-dasharray="8.4 4.17" stroke-dashoffset="-2.1"/>
        """)
    }
  }
}
