/// How a body's links are written: by scheme for us, as plain addresses for Hugo.
public enum LinkStyle {
  /// Like `report:ID`, resolved while building.
  case scheme
  /// Like `/reports/ID/`, resolved by the generator.
  case address

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

  /// The link to a paragraph of the same report.
  func paragraph(_ number: Int) -> String {
    switch self {
    case .scheme: "para:\(number)"
    case .address: "#para-\(number)"
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
