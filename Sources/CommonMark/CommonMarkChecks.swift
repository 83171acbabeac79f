public import Diagnostics

/// The checks that rendering a body carries out.
///
/// Each is declared in the file that carries it out, with what it says.
public enum CommonMarkChecks {
  /// Every check of this module, by group and name.
  public static let all: [Check] = [
    imageText, language, linkText, tableHeader, dangerousLink, rawHTML, footnote, headingOrder,
    paragraphNumber, markupAsText, linkDefinition, tableShape, bodyLimits,
  ]

  /// Those that ask what ``RenderOptions`` allow.
  public static let ofOptions: [Check] = [dangerousLink, rawHTML]
}
