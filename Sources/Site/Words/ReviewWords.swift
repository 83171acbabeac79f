public import Inspections

/// What a copy of the site says of itself that has what readers cannot see yet, as markup that no theme takes part
/// in.
public enum ReviewWords {
  /// Stands behind every link to a record that is not published.
  public static func mark(_ shown: Unreleased) -> String {
    shown == .embargoed ? " <mark>(under embargo)</mark>" : " <mark>(not published)</mark>"
  }

  /// Stands at the top of every page; `own` is when what the page shows is released, if that is known, and nil
  /// where it is released.
  public static func banner(_ shown: Unreleased, own: String??) -> String {
    let (name, request) =
      shown == .embargoed
      ? (
        "Under embargo.",
        "Reports in this copy wait for their release, and are counted with the rest: make nothing of "
          + "them known before."
      )
      : (
        "A copy for reviewers.",
        "Parts of it are not published, and are counted with the rest: do not quote it or pass it on."
      )
    let state =
      switch own {
      case .some(.some(let release)): " What this page shows is released \(release)."
      case .some(nil): " What this page shows is not published."
      case nil: ""
      }
    return
      "\n<p class=\"copy\" role=\"note\"><mark><strong>\(name)</strong> \(request)\(state)</mark></p>"
  }

  /// When a record that waits is released, as markup; nil where nothing says.
  public static func release(of record: ContentRecord, in zone: SiteTimeZone?) -> String? {
    guard case .report(let report) = record, report.status != .draft,
      let instant = report.release?.value
    else { return nil }
    let place = zone ?? .utc
    let words = "at \(place.clock(at: instant)) on \(DateWords.words(place.day(at: instant)))"
    let note = zone == nil ? " UTC" : " where the register is kept"
    return "<time datetime=\"\(instant)\">\(words)\(note)</time>"
  }

  /// What stands in place of a feed or a table that exists only for what is not published.
  public static let withheldFile = "Not in a copy for reviewers.\n"
}
