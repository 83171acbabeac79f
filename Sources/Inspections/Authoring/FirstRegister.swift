import Diagnostics

/// A small register for somebody who begins one: every kind of file that the first weeks need, valid as it
/// is, and plainly made up.
///
/// What its author says (names, address, scale) stands as it was said; reports, figures and what they find
/// are an example, and every page of them says so.
public struct FirstRegister: Sendable {
  /// What the site is called.
  public let title: String
  /// Where it will be.
  public let address: String
  /// A tag of English.
  public let language: String
  /// Who inspects.
  public let inspectorate: String
  /// Who is inspected.
  public let body: String
  /// The grades, best first; empty where nothing is graded.
  public let scale: [String]
  /// The area that the example inspects; nil for a register without areas.
  public let area: String?
  /// The day on which it is begun; the example's dates lie before it.
  public let today: Day

  /// A register of what its author said.
  public init(
    title: String, address: String, language: String, inspectorate: String, body: String,
    scale: [String], area: String?, today: Day
  ) {
    self.title = title
    self.address = address
    self.language = language
    self.inspectorate = inspectorate
    self.body = body
    self.scale = scale
    self.area = area
    self.today = today
  }

  /// What is the matter with an answer; nil where nothing is.
  ///
  /// - Returns: the fault in words that follow the answer.
  public func fault() -> (answer: String, fault: String)? {
    for text in [title, inspectorate, body] + scale + (area.map { [$0] } ?? [])
    where text.allSatisfy(\.isWhitespace) || text.contains(where: \.isNewline) {
      return (text, "is no name")
    }
    if let fault = SiteAddress.fault(in: address) {
      return (address, "cannot be the address: \(fault)")
    }
    if TextForm.siteLanguage.fault(in: language) != nil {
      return (
        language, "is no tag of English, like en or en-GB: the words of the pages are English"
      )
    }
    let ids = scale.indices.map(gradeID)
    if scale.count == 1 { return (scale[0], "is one grade, and a scale has two at least") }
    return Set(ids).count < ids.count
      ? (scale.joined(separator: ", "), "has grades that cannot be told apart") : nil
  }

  /// The files below the content folder, by path.
  public var files: [(path: String, text: String)] {
    var files = [
      ("site.yml", site),
      ("organisations/\(inspectorateID).md", organisation(inspectorate, "inspectorate")),
      ("organisations/\(bodyID).md", organisation(body, "inspected-body")),
      ("frameworks/\(Self.frameworkID).md", framework),
      ("reports/\(Self.reportID).md", report), ("reports/\(Self.visitID).md", visit),
      ("pages/about.md", about),
    ]
    if let area { files.append(("areas/\(areaID).md", areaFile(area))) }
    return files
  }

  /// The records whose ids are not the whole of their names, with the file of each: letters of a script
  /// beyond the Latin one have no one spelling in it.
  public var shortenedIDs: [(name: String, path: String)] {
    let named = [
      (inspectorate, "organisations/\(inspectorateID).md"),
      (body, "organisations/\(bodyID).md"),
    ]
    return (named + (area.map { [($0, "areas/\(areaID).md")] } ?? []))
      .filter { !PlainID($0.0).isExact }.map { (name: $0.0, path: $0.1) }
  }

  static let frameworkID = "example-framework"
  static let reportID = "example-report"
  static let visitID = "example-report-visit"

  var areaID: String { Self.plainID(area ?? "") ?? "example-area" }

  var inspectorateID: String { Self.plainID(inspectorate) ?? "inspectorate" }

  var bodyID: String {
    let id = Self.plainID(body) ?? "inspected-body"
    return id == inspectorateID ? "\(id)-inspected" : id
  }

  /// The name of a grade in reports: its words, or `grade-` and its number.
  func gradeID(_ place: Int) -> String {
    guard let id = Self.plainID(scale[place]) else { return "grade-\(place + 1)" }
    return id.first?.isLetter == true ? id : "grade-\(id)"
  }

  /// An id of the words of a name; nil where no letter or digit of it can stand in one.
  static func plainID(_ name: String) -> String? {
    let id = PlainID(name).text
    return id.isEmpty ? nil : id
  }
}
