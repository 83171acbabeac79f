/// What a copy of the site for reviewers says of itself, as markup that no theme takes part in.
public enum ReviewWords {
  /// Stands behind every link to a record that is not published.
  public static let mark = " <mark>(not published)</mark>"

  /// Stands at the top of every page.
  public static func banner(isUnreleased: Bool) -> String {
    let own = isUnreleased ? " What this page shows is not published." : ""
    return
      "\n<p role=\"note\"><mark><strong>A copy for reviewers.</strong> Parts of it are not published: "
      + "do not quote it or pass it on.\(own)</mark></p>"
  }

  /// What stands in place of a feed or a table that exists only for what is not published.
  public static let withheldFile = "Not in a copy for reviewers.\n"
}
