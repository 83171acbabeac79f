import Inspections

/// A row of a timeline: its words, and what is drawn beside them.
struct TimelineRow: Sendable {
  /// What stands first: what the row is about.
  let lead: String
  /// Where the lead leads; nil where it is no link.
  var link: String?
  /// The language of the lead; empty where it is the site's.
  var language = ""
  /// What follows the lead, in a quieter voice; may be empty.
  var rest = ""
  /// How the row stands among the others.
  var place = Place.row
  var strokes: [TimelineStroke] = []
  var marks: [TimelineMark] = []
  /// The rows that it opens to.
  var items: [TimelineRow] = []

  /// A row opens to no more rows than these.
  static let mostItems = 30

  /// How a row stands among the others.
  enum Place: Sendable {
    /// By itself.
    case row
    /// Under the row before, as a part of it, without the times of its marks, which are the same.
    case part
    /// Under a part, as a part of that.
    case inner
    /// Across the drawing, with nothing beside it.
    case heading
  }

  /// The same row among the others in another way.
  func placed(_ place: Place) -> TimelineRow {
    var row = self
    row.place = place
    return row
  }
}

extension [TimelineRow] {
  /// The rows, of which those after the first `most` are opened by one that says how many they are.
  func folded(beyond most: Int, _ words: (_ count: Int) -> String) -> [TimelineRow] {
    guard count > most + 1 else { return self }
    return self[..<most] + [Array(self[most...]).opened(by: words)]
  }

  /// The rows, of which those before the last `most` are opened by one that says how many they are.
  func folded(before most: Int, _ words: (_ count: Int) -> String) -> [TimelineRow] {
    guard count > most + 1 else { return self }
    return [dropLast(most).opened(by: words)] + suffix(most)
  }

  /// The days of all that is drawn in them.
  var days: [Day] {
    flatMap { row in
      row.marks.flatMap { [$0.days.lowerBound, $0.days.upperBound] }
        + row.strokes.flatMap { [$0.from, $0.to ?? $0.from] } + row.items.days
    }
  }
}

extension [TimelineRow] {
  fileprivate func opened(by words: (_ count: Int) -> String) -> TimelineRow {
    var row = TimelineRow(lead: words(count))
    row.items = upToMost(link: nil)
    return row
  }

  /// The rows, or as many as a row opens to and one that says how many there are besides.
  func upToMost(link: String?) -> [TimelineRow] {
    guard count > TimelineRow.mostItems + 1 else { return self }
    let rest = TimelineRow(
      lead: TimelineWords.more(count - TimelineRow.mostItems), link: link, place: .part)
    return prefix(TimelineRow.mostItems) + [rest]
  }
}
