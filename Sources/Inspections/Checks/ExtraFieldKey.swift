public import Diagnostics

/// Keys of extra fields that are taken.
public enum ExtraFieldKey {
  /// The check `extra-field`.
  public static let check = Check(
    "extra-field", .syntax, .error,
    summary: "A field that a site adds has a key of its own.",
    explanation: """
      `fields:` of `site.yml` adds fields to the records of a collection. A key that the content format \
      uses itself, or that was declared before, would mean two things in one file.

      Example: `fields: {reports: [{name: title, type: text, title: Title, meaning: …}]}`.
      """, canBeWaived: false)
}
