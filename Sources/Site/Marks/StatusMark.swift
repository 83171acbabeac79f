public import HTML
public import Inspections

/// Where a recommendation stands: a ring, a ring with a hatched wedge, a disc, or a broken ring.
public enum StatusMark {
  /// The mark with its word; computed, so pages show beside it what it follows from.
  public static func html(_ status: RecommendationStatus) -> HTMLFragment {
    var buffer = HTMLBuffer(capacity: 384)
    buffer.markup("<span class=\"status ")
    buffer.text(name(status))
    buffer.markup(
      "\"><svg class=\"mark status-mark\" height=\"20\" viewBox=\"0 0 20 20\" aria-hidden=\"true\">"
    )
    shape(status, to: &buffer)
    buffer.markup("</svg> <span class=\"status-word\">")
    buffer.text(words(status))
    buffer.markup("</span></span>")
    return buffer.fragment()
  }

  /// The status as a class, a filter and a value in data files.
  public static func name(_ status: RecommendationStatus) -> String {
    switch status {
    case .open: "open"
    case .overdue: "overdue"
    case .closed: "closed"
    case .nobodyToAsk: "nobody"
    }
  }

  /// The status in a few words.
  public static func words(_ status: RecommendationStatus) -> String {
    switch status {
    case .open: "Open"
    case .overdue: "Overdue"
    case .closed(let reason, _):
      switch reason {
      case .implemented: "Closed: implemented"
      case .superseded: "Closed: superseded"
      case .noLongerApplicable: "Closed: no longer applicable"
      case .notImplemented: "Closed: not implemented"
      }
    case .nobodyToAsk: "Nobody to ask"
    }
  }

  /// The shape in a box of 20 by 20; the timeline draws it too.
  static func shape(_ status: RecommendationStatus, to buffer: inout HTMLBuffer) {
    switch status {
    case .open:
      buffer.markup("<circle cx=\"10\" cy=\"10\" r=\"8\"/>")
    case .overdue:
      buffer.markup(
        """
        <circle cx="10" cy="10" r="8"/><path d="M10 2v16M10 6l2.8-2.8M10 10l5.4-5.4M10 14l7.6-7.6\
        M11.5 16.5l6-6"/>
        """)
    case .closed:
      buffer.markup("<circle class=\"filled\" cx=\"10\" cy=\"10\" r=\"9\"/>")
    case .nobodyToAsk:
      buffer.markup(
        """
        <circle cx="10" cy="10" r="8" stroke-dasharray="8.4 4.17" stroke-dashoffset="-2.1"/>
        """)
    }
  }
}
