/// A table in Markdown, printed row by row.
public struct Table {
  /// Prints the head.
  public init(_ titles: String...) {
    print("| \(titles.joined(separator: " | ")) |")
    print("|---\(String(repeating: "|---:", count: titles.count - 1))|")
  }

  /// Prints a row.
  public func row(_ cells: String...) {
    print("| \(cells.joined(separator: " | ")) |")
  }
}

extension Double {
  /// The number with as many decimals as three significant digits need, at most three.
  public var short: String {
    let decimals = magnitude >= 100 ? 0 : magnitude >= 10 ? 1 : magnitude >= 1 ? 2 : 3
    let scale = [1, 10, 100, 1000][decimals]
    let scaled = Int((self * Double(scale)).rounded())
    guard decimals > 0 else { return "\(scaled)" }
    let fraction = String(scaled % scale)
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return "\(scaled / scale).\(zeros)\(fraction)"
  }
}
