/// How a body is read and written.
public struct RenderOptions: Sendable, Hashable {
  /// What happens to raw HTML.
  public enum RawHTML: Sendable, Hashable {
    /// A diagnostic, and the HTML shown as text.
    case refuse
    /// Passed through; only where the site allows it.
    case allow
  }

  /// What happens to raw HTML.
  public var rawHTML: RawHTML
  /// Whether numbered paragraphs, footnotes, tables, boxes, heading ids and scheme links are on;
  /// plain CommonMark otherwise.
  public var extensions: Bool
  /// Whether straight quotes, `--` and `...` become typographic.
  public var smart: Bool
  public var allowsGaps: Bool = false

  /// Options for one site.
  public init(rawHTML: RawHTML = .refuse, extensions: Bool = true, smart: Bool = false) {
    self.rawHTML = rawHTML
    self.extensions = extensions
    self.smart = smart
  }

  /// CommonMark 0.30 and nothing else, raw HTML passed through; for the conformance suite.
  public static let commonMark = RenderOptions(rawHTML: .allow, extensions: false)
}
