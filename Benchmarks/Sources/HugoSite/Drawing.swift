import HTML

/// What is drawn, as positions and words for layouts to draw it from.
enum Drawing {
  /// A timeline in its figure; nil where there is none.
  static func timeline(_ html: HTMLFragment) -> Fact? {
    let tree = Element(parsing: html.bytes)
    guard let figure = tree.first("figure"), let svg = figure.first("svg", "timeline"),
      let ground = svg.children.first, let plot = svg.children.last
    else { return nil }
    return .record([
      "label": .words(figure.attributes["aria-label"]), "id": .words(figure.attributes["id"]),
      "list": .words(tree.first("p")?.first("a")?.attributes["href"]),
      "list_words": .words(tree.first("p")?.first("a")?.text),
      "caption": .words(figure.first("figcaption")?.text),
      "height": .words(svg.attributes["height"]), "gutter": .words(plot.plain("x")),
      "width": .words(plot.plain("width")), "ground": .items(ground.children.compactMap(shape)),
      "rows": .items(svg.children.dropFirst().first?.children.compactMap(shape) ?? []),
      "items": .items(items(of: plot)),
    ])
  }

  private static func items(of plot: Element) -> [Fact] {
    plot.children.compactMap { element in
      guard element.name == "a" else {
        return .record(["shapes": .items([element].compactMap(shape))])
      }
      return .record([
        "href": .words(element.attributes["href"]), "title": .words(element.first("title")?.text),
        "shapes": .items(element.children.compactMap(shape)),
      ])
    }
  }

  private static func shape(_ element: Element) -> Fact? {
    let name = Fact.words(element.attributes["class"])
    switch element.name {
    case "line":
      return .record([
        "line": name, "x1": .words(element.attributes["x1"]),
        "x2": .words(element.attributes["x2"]),
        "y1": .words(element.plain("y1")), "y2": .words(element.plain("y2")),
      ])
    case "rect":
      return .record([
        "rect": name, "x": .words(element.attributes["x"]), "y": .words(element.plain("y")),
        "w": .words(element.attributes["width"]), "h": .words(element.plain("height")),
      ])
    case "circle":
      return .record([
        "circle": name, "x": .words(element.attributes["cx"]), "y": .words(element.plain("cy")),
        "r": .words(element.plain("r")),
      ])
    case "text":
      return .record([
        "text": .words(element.text), "class": name, "x": .words(element.attributes["x"]),
        "dx": .words(element.plain("dx")), "y": .words(element.plain("y")),
        "anchor": .words(element.attributes["text-anchor"]),
      ])
    case "svg":
      return mark(element)
    default:
      return nil
    }
  }

  /// A mark on a timeline: the place of its box, and the paths and rings in it.
  private static func mark(_ svg: Element) -> Fact? {
    guard let box = svg.children.first else { return nil }
    let turned = box.first("g")
    return .record([
      "mark": .words(box.attributes["class"]), "x": .words(svg.attributes["x"]),
      "y": .words(svg.plain("y")), "place": .words(box.attributes["transform"]),
      "rings": .items(
        box.all("circle").compactMap { circle in
          .record([
            "class": .words(circle.attributes["class"]), "r": .words(circle.plain("r")),
            "dashes": .words(circle.attributes["stroke-dasharray"]),
            "offset": .words(circle.attributes["stroke-dashoffset"]),
          ])
        }),
      "paths": .items(
        box.children.filter { $0.name == "path" }.compactMap { path in
          .record([
            "class": .words(path.attributes["class"]), "d": .words(path.attributes["d"]),
            "dashes": .words(path.attributes["stroke-dasharray"]),
          ])
        }),
      "turned": turned.flatMap { turned in
        .record([
          "class": .words(turned.attributes["class"]),
          "turn": .words(turned.attributes["transform"]),
          "d": .words(turned.first("path")?.attributes["d"]),
        ])
      },
    ])
  }

  /// The charts of a report: bars of segments with their key and their figures.
  static func charts(_ html: HTMLFragment) -> Fact? {
    let tree = Element(parsing: html.bytes)
    return .items(tree.all("figure").compactMap(distribution))
  }

  private static func distribution(_ figure: Element) -> Fact? {
    guard let caption = figure.first("figcaption"), let bar = figure.first("svg"),
      let table = figure.first("table")
    else { return nil }
    let swatches = figure.first("ul")?.all("rect").map { Fact.words($0.attributes["class"]) } ?? []
    let rows = table.first("tbody")?.children ?? []
    let parts = zip(rows, swatches + [nil]).compactMap { row, swatch in
      Fact.record([
        "title": .words(row.children[0].text), "count": .words(row.children[1].text),
        "share": .words(row.children[2].text), "pattern": swatch,
      ])
    }
    return .record([
      "title": .words(String(caption.text.trimmingSuffix { $0 == " " })),
      "base": .words(caption.first("span")?.text), "words": .words(bar.attributes["aria-label"]),
      "part": .words(table.first("th")?.text), "parts": .items(parts),
      "segments": .items(
        bar.all("rect").compactMap { rect in
          .record([
            "pattern": .words(rect.attributes["class"]), "x": .words(rect.attributes["x"]),
            "w": .words(rect.attributes["width"]),
          ])
        }),
      "labels": .items(
        bar.all("text").compactMap { text in
          .record(["x": .words(text.attributes["x"]), "text": .words(text.text)])
        }),
    ])
  }

  /// The ids of the patterns and fades that a page defines for its drawings.
  static func definitions(_ html: HTMLFragment) -> Fact? {
    let tree = Element(parsing: html.bytes)
    let ids = (tree.first("defs")?.children ?? []).compactMap { Fact.words($0.attributes["id"]) }
    return .items(ids)
  }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> SubSequence {
    var end = endIndex
    while end > startIndex, predicate(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}
