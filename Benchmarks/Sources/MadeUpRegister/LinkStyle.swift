/// How a body's links and numbered paragraphs are written: by scheme for us, plainly for Hugo.
public enum LinkStyle {
  /// Like `report:ID`, resolved while building; a paragraph begins with its number.
  case scheme
  /// Like `/reports/ID/`; a paragraph stands in an element of its own with its anchor ready, for
  /// Markdown as Hugo reads it knows no numbered paragraphs.
  case address

  /// What stands in front of a numbered paragraph.
  func marker(ofParagraph number: Int) -> String {
    switch self {
    case .scheme: "\(number). "
    case .address:
      """
      <div class="numbered-paragraph" id="para-\(number)">

      <a class="paragraph-number" href="#para-\(number)">\(number).</a>\u{20}
      """
    }
  }

  /// What ends a numbered paragraph behind its last line.
  var endOfParagraph: String {
    switch self {
    case .scheme: "\n"
    case .address: "\n</div>\n\n"
    }
  }

  /// The link to a report.
  func report(_ id: String) -> String {
    switch self {
    case .scheme: "report:\(id)"
    case .address: "/reports/\(id)/"
    }
  }

  /// The link to an area.
  func area(_ id: String) -> String {
    switch self {
    case .scheme: "area:\(id)"
    case .address: "/areas/\(id)/"
    }
  }

  /// The link to a paragraph of the report that it stands in.
  func paragraph(_ number: Int, of report: String) -> String {
    switch self {
    case .scheme: "para:\(number)"
    case .address: "/reports/\(report)/#para-\(number)"
    }
  }

  /// The link to a recommendation of a report.
  func recommendation(_ number: Int, of report: String) -> String {
    switch self {
    case .scheme: "rec:\(report)#\(number)"
    case .address: "/reports/\(report)/recommendations/\(number)/"
    }
  }
}
