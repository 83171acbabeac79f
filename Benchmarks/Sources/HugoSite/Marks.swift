import HTML

/// The marks that pages show, each under a short name: pages name them, a data file describes them.
final class Marks {
  private var names: [HTMLFragment: String] = [:]
  private var facts: [(name: String, value: Fact)] = []

  /// Every mark that was named so far, by name.
  var data: Fact { .record(facts) }

  /// The name of a mark; nil where the HTML is none.
  func name(of html: HTMLFragment) -> String? {
    if let name = names[html] { return name }
    guard html.bytes.starts(with: "<span class=\"".utf8), let fact = Self.fact(of: html) else {
      return nil
    }
    let name = "m\(names.count + 1)"
    names[html] = name
    facts.append((name, fact))
    return name
  }

  private static func fact(of html: HTMLFragment) -> Fact? {
    let tree = Element(parsing: html.bytes)
    guard let span = tree.children.first, tree.children.count == 1 else { return nil }
    if span.has("grade") { return grade(span) }
    if span.has("status") { return status(span) }
    return span.has("progress") ? progress(span) : nil
  }

  private static func grade(_ span: Element) -> Fact? {
    guard let svg = span.first("svg", "grade-mark"), let word = span.first("span", "grade-word")
    else { return nil }
    return .record([
      "kind": .text("grade"), "class": .words(span.attributes["class"]), "word": .words(word.text),
      "mark": .words(svg.attributes["class"]), "box": .words(svg.attributes["viewBox"]),
      "title": .words(svg.first("title")?.text), "paths": paths(in: svg),
    ])
  }

  private static func status(_ span: Element) -> Fact? {
    guard let svg = span.first("svg"), let word = span.first("span") else { return nil }
    let ring = svg.first("circle")
    return .record([
      "kind": .text("status"), "class": .words(span.attributes["class"]), "word": .words(word.text),
      "r": .words(ring?.attributes["r"]), "ring": .words(ring?.attributes["class"]),
      "dashes": .words(ring?.attributes["stroke-dasharray"]),
      "offset": .words(ring?.attributes["stroke-dashoffset"]), "paths": paths(in: svg),
    ])
  }

  private static func progress(_ span: Element) -> Fact? {
    guard let svg = span.first("svg"), let word = span.first("span") else { return nil }
    let ring = svg.first("circle")
    let turned = svg.first("g")
    return .record([
      "kind": .text("progress"), "word": .words(word.text),
      "title": .words(svg.first("title")?.text), "r": .words(ring?.attributes["r"]),
      "ring": .words(ring?.attributes["class"]), "turned": .words(turned?.attributes["class"]),
      "turn": .words(turned?.attributes["transform"]), "paths": paths(in: svg),
    ])
  }

  private static func paths(in svg: Element) -> Fact? {
    .items(
      svg.all("path").compactMap { path in
        .record([
          "class": .words(path.attributes["class"]), "d": .words(path.attributes["d"]),
          "dashes": .words(path.attributes["stroke-dasharray"]),
        ])
      })
  }
}
