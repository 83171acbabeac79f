import HTML

/// Writes the shapes of a timeline: x in per cent of the plot, y in pixels from its top.
struct TimelinePen {
  var buffer: HTMLBuffer

  /// A pen with room for `capacity` bytes.
  init(capacity: Int) {
    buffer = HTMLBuffer(capacity: capacity)
  }

  /// Which side of its place a text stands on.
  enum Side {
    case after, before, middle
  }

  mutating func line(_ name: StaticString, from start: Double, to end: Double, y: Double) {
    open("<line", name)
    attribute(" x1=\"", percent: start)
    attribute(" x2=\"", percent: end)
    attribute(" y1=\"", y)
    attribute(" y2=\"", y)
    buffer.markup("/>")
  }

  mutating func upright(_ name: StaticString, x: Double, from top: Double, to bottom: Double) {
    open("<line", name)
    attribute(" x1=\"", percent: x)
    attribute(" x2=\"", percent: x)
    attribute(" y1=\"", top)
    attribute(" y2=\"", bottom)
    buffer.markup("/>")
  }

  /// A rectangle around the height `y`.
  mutating func box(_ name: StaticString, x: Double, width: Double, y: Double, height: Double) {
    open("<rect", name)
    attribute(" x=\"", percent: x)
    attribute(" y=\"", y - height / 2)
    attribute(" width=\"", percent: max(width, 0))
    attribute(" height=\"", height)
    buffer.markup("/>")
  }

  mutating func disc(_ name: StaticString, x: Double, y: Double, radius: Double) {
    open("<circle", name)
    attribute(" cx=\"", percent: x)
    attribute(" cy=\"", y)
    attribute(" r=\"", radius)
    buffer.markup("/>")
  }

  mutating func text(
    _ text: String, x: Double, y: Double, side: Side = .after, away: Double = 8,
    name: StaticString = ""
  ) {
    open("<text", name)
    attribute(" x=\"", percent: x)
    if side != .middle { attribute(" dx=\"", side == .before ? -away : away) }
    attribute(" y=\"", y + 4.5)
    switch side {
    case .after: break
    case .before: buffer.markup(" text-anchor=\"end\"")
    case .middle: buffer.markup(" text-anchor=\"middle\"")
    }
    buffer.markup(">")
    buffer.text(text)
    buffer.markup("</text>")
  }

  /// A mark in its box of 20 by 20, centred.
  mutating func mark(
    x: Double, y: Double, away: Double = 0, _ shape: (inout HTMLBuffer) -> Void
  ) {
    buffer.markup("<svg")
    attribute(" x=\"", percent: x)
    attribute(" y=\"", y - 10)
    buffer.markup("><g class=\"shape\" transform=\"translate(")
    buffer.decimal(away - 10)
    buffer.markup(")\">")
    shape(&buffer)
    buffer.markup("</g></svg>")
  }

  private mutating func open(_ element: StaticString, _ name: StaticString) {
    buffer.markup(element)
    guard name.utf8CodeUnitCount > 0 else { return }
    buffer.markup(" class=\"")
    buffer.markup(name)
    buffer.markup("\"")
  }

  private mutating func attribute(_ start: StaticString, _ value: Double) {
    buffer.markup(start)
    buffer.decimal(value)
    buffer.markup("\"")
  }

  private mutating func attribute(_ start: StaticString, percent value: Double) {
    buffer.markup(start)
    buffer.decimal(value)
    buffer.markup("%\"")
  }
}

extension HTMLBuffer {
  /// Appends a number with at most two decimals, as SVG writes it.
  mutating func decimal(_ value: Double) {
    let hundredths = Int((value * 100).rounded())
    let rest = abs(hundredths) % 100
    if hundredths < 0 { markup("-") }
    number(abs(hundredths) / 100)
    guard rest > 0 else { return }
    markup(rest < 10 ? ".0" : ".")
    number(rest % 10 == 0 ? rest / 10 : rest)
  }
}
