/// The one date of a report, wherever reports are dated, put in order or grouped by year.
///
/// A report inspected in December 2009 and published in January 2010 is of 2009 on every page, in
/// every drawing and in the data; that it was published in 2010 is said beside it.
extension Report {
  /// When the report is of: the inspectors' work where that is known, else its publication, else its
  /// cover; nil where none is known.
  public var time: DateInterval? { timed?.time }

  /// What ``time`` is the date of.
  public enum TimeBasis: Sendable {
    /// The inspectors' work.
    case work
    case publication
    /// What the cover says, which may be neither.
    case cover
  }

  /// What ``time`` is the date of; nil where no date is known.
  public var timeBasis: TimeBasis? { timed?.basis }

  private var timed: (time: DateInterval, basis: TimeBasis)? {
    if case .known(let work)? = fieldwork?.value { return (work, .work) }
    if case .known(let date)? = published?.value { return (DateInterval(date), .publication) }
    return dated.known().map { (DateInterval($0), .cover) }
  }

  /// The end of ``time``: the date by which reports are put in order.
  public var date: PartialDate? { time?.end }

  /// The year of ``date``.
  public var year: Int? { date?.earliest.components.year }

  /// The first day on which it may have come out; nil where it is not known when it was published.
  ///
  /// Of a month or a year of publication that is no day before the inspectors' work was done.
  public var publishedFrom: Day? {
    published.known().map { published in
      let done = fieldwork.known()?.end.earliest ?? published.earliest
      return done <= published.latest ? max(published.earliest, done) : published.earliest
    }
  }

  /// When what it asks for was asked: its publication, else its cover, else the end of the
  /// inspectors' work; nil where none is known.
  public var asked: PartialDate? {
    published.known() ?? dated.known() ?? fieldwork.known()?.end
  }
}

extension [Report] {
  /// The reports by ``Report/date``, earliest first, those of one day in the order they are in.
  ///
  /// One without a date comes straight after what it follows up, else before all others, so that the last
  /// is the latest that is known.
  ///
  /// Complexity: O(n log n).
  func byDate() -> [Report] {
    var places = map { (day: $0.date?.earliest.number ?? .min, isDated: $0.date != nil) }
    if places.contains(where: { !$0.isDated }) {
      let days = Dictionary(zip(map(\.id), places.map(\.day))) { first, _ in first }
      for (index, report) in enumerated() where !places[index].isDated {
        let followed = (report.visit?.follows ?? []).compactMap { days[$0.value] }
        places[index].day = followed.max() ?? .min
      }
    }
    return sorted { index in (places[index].day, places[index].isDated ? 0 : 1, index) }
  }

  /// The same newest first; those without a date come last.
  func byDateNewestFirst() -> [Report] {
    let days = map { $0.date.map { -$0.earliest.number } ?? .max }
    return sorted { index in (days[index], 0, index) }
  }

  private func sorted(by place: (Int) -> (Int, Int, Int)) -> [Report] {
    indices.sorted { place($0) < place($1) }.map { self[$0] }
  }
}
