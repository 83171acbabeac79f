import HTML
import Site
import Templates

/// Turns what findings fills its templates with into facts for front matter.
///
/// What is empty is left out, and so is what layouts know without being told: the site, addresses of
/// the page itself, and whether a list is empty. What a report asked for stands in the report alone;
/// other pages name the report.
struct PageFacts {
  let kind: PageKind
  let marks: Marks

  /// The facts of a filled view; nil where it holds none.
  func facts(of record: ViewRecord, _ shape: ViewShape) -> Fact? {
    if shape.fields.count == 1, shape.fields[0].name == "." {
      return value(record.value(of: 0), shape.fields[0])
    }
    if shape.name == "AskedGroup", kind != .report {
      return shape.fields.firstIndex { $0.name == "id" }
        .flatMap { value(record.value(of: $0), shape.fields[$0]) }
    }
    if shape.name == "SearchFacts" { return search(record, shape) }
    var entries: [(name: String, value: Fact)] = []
    // A page's shape names the theme's assets behind what its record holds.
    for (slot, field) in shape.fields.prefix(record.count).enumerated()
    where !Self.isKnown(field.name, in: shape) {
      guard let value = value(record.value(of: slot), field) else { continue }
      entries.append((Self.key(field.name), value))
    }
    return entries.isEmpty ? nil : .record(entries)
  }

  /// What the search index is told, the values of a filter behind one another.
  private func search(_ record: ViewRecord, _ shape: ViewShape) -> Fact? {
    var filters: [(name: String, values: [Fact])] = []
    var date: Fact?
    for (slot, field) in shape.fields.enumerated() {
      let held = record.value(of: slot)
      guard case .list(let records) = held else {
        if field.name == "date" { date = value(held, field) }
        continue
      }
      for pair in records {
        guard case .text(let name) = pair.value(of: 0), case .text(let value) = pair.value(of: 1)
        else { continue }
        if filters.last?.name == name {
          filters[filters.count - 1].values.append(.text(value))
        } else {
          filters.append((name, [.text(value)]))
        }
      }
    }
    return .record([
      "filters": .items(
        filters.compactMap { .record(["name": .text($0.name), "values": .list($0.values)]) }),
      "date": date,
    ])
  }

  private func value(_ value: ViewValue, _ field: ViewShape.Field) -> Fact? {
    switch (value, field.type) {
    case (.text(let text), _): .words(text)
    case (.number(let number), _): .number(number)
    case (.flag(let flag), _): flag ? .flag : nil
    case (.html(let html), _): html.isEmpty ? nil : self.html(html, field.name)
    case (.record(let record), .record(let shape)): facts(of: record, shape)
    case (.list(let records), .list(let shape)):
      .items(records.map { facts(of: $0, shape) ?? .record([]) })
    default: nil
    }
  }

  private func html(_ html: HTMLFragment, _ name: String) -> Fact? {
    switch name {
    case "patterns", "chart-patterns", "timeline-patterns": Drawing.definitions(html)
    case "drawing": Drawing.timeline(html)
    case "charts": Drawing.charts(html)
    default: .text(marks.name(of: html) ?? String(decoding: html.bytes, as: UTF8.self))
    }
  }

  private static func isKnown(_ name: String, in shape: ViewShape) -> Bool {
    let frame: Set = ["title", "window-title", "address", "link", "print-footer"]
    return name == "site" || name == "body" || name.hasPrefix("has-")
      || shape.name == "Page" && frame.contains(name)
  }

  private static func key(_ name: String) -> String {
    String(name.map { $0 == "-" ? "_" : $0 })
  }
}
