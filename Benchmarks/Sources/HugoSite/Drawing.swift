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
      "width": .words(plot.plain("width")), "first": first(of: ground), "years": years(of: ground),
      "quarters": .items(
        ground.children.filter { $0.has("quarter") }.compactMap { .words($0.attributes["x1"]) }),
      "gap": ground.first("rect", "gap").flatMap { gap in
        .record([
          "x": .words(gap.attributes["x"]), "w": .words(gap.attributes["width"]),
          "h": .words(gap.attributes["height"]),
        ])
      },
      "today": .words(ground.first("line", "today")?.attributes["x1"]),
      "rows": .items(svg.children.dropFirst().first.map(rows) ?? []),
      "items": .items(items(of: plot)),
    ])
  }

  /// The year that the drawing begins in, where it is named.
  private static func first(of ground: Element) -> Fact? {
    ground.children.first.flatMap { $0.name == "text" ? .words($0.text) : nil }
  }

  /// Where each year begins, and its name where there is room for it.
  private static func years(of ground: Element) -> Fact? {
    let shapes = ground.children
    return .items(
      shapes.indices.compactMap { index in
        guard shapes[index].has("year") else { return nil }
        let next = index + 1 < shapes.count ? shapes[index + 1] : nil
        let isNamed = next?.name == "text" && next?.attributes["dx"] == "5"
        return .record([
          "x": .words(shapes[index].attributes["x1"]), "name": isNamed ? .words(next?.text) : nil,
        ])
      })
  }

  /// The names of the rows, with the rule above each; a break between scales is a shape.
  private static func rows(of group: Element) -> [Fact] {
    let shapes = group.children
    return shapes.indices.compactMap { index in
      let shape = shapes[index]
      if shape.has("row-rule"), index + 1 < shapes.count {
        let name = shapes[index + 1]
        return .record([
          "rule": .words(shape.attributes["y1"]), "name": .words(name.text),
          "y": .words(name.attributes["y"]),
        ])
      }
      return shape.has("row-name") ? nil : self.shape(shape)
    }
  }

  /// What is drawn into the rows: links with their shapes, and shapes that stand alone.
  private static func items(of plot: Element) -> [Fact] {
    plot.children.compactMap { element in
      guard element.name == "a" else { return shape(element) }
      return .record([
        "href": .words(element.attributes["href"]), "title": .words(element.first("title")?.text),
        "shapes": .items(element.children.compactMap(shape)),
      ])
    }
  }

  /// A shape with its class and its place as SVG has them.
  private static func shape(_ element: Element) -> Fact? {
    switch element.name {
    case "line", "rect", "circle":
      .record(["shape": .text(element.name), "at": .text(place(of: element))])
    case "text": .record(["text": .words(element.text), "at": .text(place(of: element))])
    case "svg": mark(element)
    default: nil
    }
  }

  private static func place(of element: Element) -> String {
    let order = [
      "class", "x", "dx", "x1", "x2", "y", "y1", "y2", "cx", "cy", "r", "width", "height",
      "text-anchor",
    ]
    return order.compactMap { name in
      element.attributes[name].map { "\(name)='\($0)'" }
    }.joined(separator: " ")
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
