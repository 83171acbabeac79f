/// The ids that pages have of their own beside those of a body, which no heading may get.
///
/// Ids that hold a `.` are not among them, for none of a heading does.
public enum LayoutIDs {
  /// Those of the layout and of the pages with bodies, and those that drawings refer to.
  public static let all: Set<String> = [
    "content", "q", "search-words", "pattern-not-done", "pattern-gap", "fade-in", "fade-out",
    "pattern-1",
    "pattern-2", "pattern-3", "pattern-4", "pattern-5", "pattern-none",
  ]
}
