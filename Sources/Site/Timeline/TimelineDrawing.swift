import HTML
import Inspections

/// Writes a timeline as a figure: the words of its rows are text of the page, which wraps and grows,
/// and beside each stands a small drawing on the axis that all of them share.
///
/// The drawings are for the eye. What they show stands in the words of the rows and in the list or
/// table that the figure leads to, so readers and keyboards pass them by, and nothing is read twice.
struct TimelineDrawing {
  let layout: TimelineLayout
  /// What the figure is called.
  let name: String
  /// Its id; nil where several may stand on a page.
  var id: String?
  /// Whether it brings the symbols and patterns that it refers to; not where the page has all of them.
  var bringsDefinitions = true
  /// Where the same stands in words, and what a link there says.
  let same: (link: String, words: String)?

  /// The figure.
  func html() -> HTMLFragment {
    var pen = TimelinePen()
    pen.buffer.markup("<figure class=\"timeline-frame\" role=\"group\" aria-label=\"")
    pen.buffer.text(name)
    if let id {
      pen.buffer.markup("\" id=\"")
      pen.buffer.text(id)
    }
    pen.buffer.markup("\">")
    if let same {
      pen.buffer.markup("<p><a href=\"")
      pen.buffer.text(same.link)
      pen.buffer.markup("\">")
      pen.buffer.words(same.words)
      pen.buffer.markup("</a></p>")
    }
    pen.buffer.markup("<div class=\"timeline\">\n")
    axis(with: &pen)
    let key = TimelineKey(of: layout)
    for row in layout.rows { write(row, beside: key, with: &pen) }
    pen.buffer.markup("</div>\n")
    key.write(with: &pen)
    if bringsDefinitions { TimelineDefinitions(of: layout).write(to: &pen.buffer) }
    pen.buffer.markup("</figure>")
    return pen.buffer.fragment()
  }

  private func write(
    _ row: TimelineLayout.Row, beside key: TimelineKey, with pen: inout TimelinePen
  ) {
    guard row.items.isEmpty else {
      pen.buffer.markup("<details><summary class=\"row")
      if row.row.place != .row { pen.buffer.markup(" part") }
      pen.buffer.markup("\">")
      words(of: row.row, isLink: false, with: &pen)
      plot(row, isLinked: false, with: &pen)
      pen.buffer.markup("</summary>\n")
      let inner = TimelineKey(inside: row, beside: key)
      for item in row.items { write(item, beside: inner, with: &pen) }
      inner.write(with: &pen)
      pen.buffer.markup("</details>\n")
      return
    }
    switch row.row.place {
    case .row: pen.buffer.markup("<div class=\"row\">")
    case .part: pen.buffer.markup("<div class=\"row part\">")
    case .inner: pen.buffer.markup("<div class=\"row part inner\">")
    case .heading: pen.buffer.markup("<div class=\"row heading\">")
    }
    words(of: row.row, isLink: true, with: &pen)
    plot(row, isLinked: true, with: &pen)
    pen.buffer.markup("</div>\n")
  }

  private func words(of row: TimelineRow, isLink: Bool, with pen: inout TimelinePen) {
    pen.buffer.markup("<span class=\"words\">")
    lead(of: row, link: isLink ? row.link : nil, with: &pen)
    if !row.rest.isEmpty {
      pen.buffer.markup(" <span class=\"quiet\">")
      pen.buffer.words(row.rest)
      pen.buffer.markup("</span>")
    }
    pen.buffer.markup("</span>")
  }

  private func lead(of row: TimelineRow, link: String?, with pen: inout TimelinePen) {
    guard link != nil || !row.language.isEmpty else { return pen.buffer.words(row.lead) }
    pen.buffer.markup(link == nil ? "<span" : "<a")
    if let link {
      pen.buffer.markup(" href=\"")
      pen.buffer.text(link)
      pen.buffer.markup("\"")
    }
    pen.buffer.language(row.language)
    pen.buffer.markup(">")
    pen.buffer.words(row.lead)
    pen.buffer.markup(link == nil ? "</span>" : "</a>")
  }

  /// Years, breaks, the band that today lies in, and today; the lines run behind all rows.
  private func axis(with pen: inout TimelinePen) {
    let axis = layout.axis
    pen.buffer.markup(
      """
      <svg class="axis" width="100%" height="3em" fill="none" stroke="currentColor" \
      aria-hidden="true">
      """)
    pen.band(.quiet, from: axis.now.start, to: axis.now.end)
    for quarter in axis.quarters { pen.upright(.quarter, at: axis.x(quarter)) }
    for year in layout.years { pen.upright(.year, at: axis.x(year)) }
    for gap in layout.breaks {
      let x = gap.x(on: axis)
      pen.band(.broken, from: x, to: x + TimelineBreak.gap)
    }
    if let today = axis.todayX { pen.upright(.today, at: today) }
    for label in layout.labels { pen.label(label) }
    pen.buffer.markup("</svg>\n")
  }
}

extension TimelineDrawing {
  /// What is drawn beside the words of a row; nothing where the row has no dates.
  private func plot(_ row: TimelineLayout.Row, isLinked: Bool, with pen: inout TimelinePen) {
    guard !row.marks.isEmpty || !row.strokes.isEmpty else { return }
    pen.buffer.markup("<svg class=\"plot\" width=\"100%\" height=\"")
    pen.buffer.decimal(row.height)
    pen.buffer.markup("em\" stroke=\"currentColor\" aria-hidden=\"true\">")
    pen.buffer.markup("<svg y=\".75em\" overflow=\"visible\">")
    for stroke in row.strokes { pen.stroke(stroke) }
    if row.row.place == .row, !row.marks.isEmpty {
      pen.buffer.markup("<g fill=\"currentColor\" stroke=\"none\">")
      for mark in row.marks { times(of: mark, with: &pen) }
      pen.buffer.markup("</g>")
    }
    for mark in row.marks { write(mark, isLinked: isLinked, with: &pen) }
    pen.buffer.markup("</svg></svg>")
  }

  /// When the events of a mark were, below it: as wide as is known, and lighter where that is less
  /// than the day.
  private func times(of mark: TimelineLayout.Mark, with pen: inout TimelinePen) {
    guard let first = mark.marks.map(\.days.lowerBound).min(),
      let last = mark.marks.map(\.days.upperBound).max()
    else { return }
    let span = layout.axis.span(first...last)
    let isExact = mark.marks.allSatisfy(\.isExact)
    pen.time(isExact: isExact, x: span.x, width: span.width, lane: mark.lane)
  }

  private func write(
    _ placed: TimelineLayout.Mark, isLinked: Bool, with pen: inout TimelinePen
  ) {
    let y = Double(placed.lane) * TimelineLayout.laneHeight
    let isOne = placed.marks.count == 1
    let titles = placed.marks.map(\.title)
    let title = isOne ? titles[0] : TimelineWords.several(titles)
    let link = isOne ? placed.marks[0].link : same?.link
    let isLink = isLinked && link != nil
    if isLink, let link {
      pen.buffer.markup("<a href=\"")
      pen.buffer.text(link)
      pen.buffer.markup("\" tabindex=\"-1\"><title>")
    } else {
      pen.buffer.markup("<g><title>")
    }
    pen.buffer.text(title)
    pen.buffer.markup("</title>")
    TimelineSymbols.use(placed.shape, x: placed.x, y: y, to: &pen.buffer)
    if !isOne { pen.count(placed.marks.count, x: placed.x, y: y) }
    if isLink { pen.buffer.markup("</a>") } else { pen.buffer.markup("</g>") }
  }
}
