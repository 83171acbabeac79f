/// A number as a document prints it: `48`, `2.14`, `A3`, `R-20-1`.
///
/// Letters and digits of ASCII, with dots and hyphens between them. Addresses and anchors are made of
/// it, so the letters keep their case; `03` is the number `3`.
public struct PrintedNumber: Sendable, Hashable, CustomStringConvertible {
  /// A whole number is kept as one, and so is compared and hashed as one.
  private enum Form: Hashable {
    case whole(Int)
    case text(String)
  }

  private let form: Form

  /// The number as text.
  public var description: String {
    switch form {
    case .whole(let number): String(number)
    case .text(let text): text
    }
  }

  /// Reads a number; nil for a text that has none of these forms, and for a whole number below 1.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count <= Limits.printedNumberBytes, Self.isLabel(bytes) else { return nil }
    guard bytes.allSatisfy(\.isDigit) else {
      self.init(form: .text(String(text)))
      return
    }
    guard bytes.count <= 9, let number = Int(text), number > 0 else { return nil }
    self.init(number)
  }

  /// A whole number.
  public init(_ number: Int) { self.init(form: .whole(number)) }

  /// Whether a text is letters and digits of ASCII, with dots and hyphens between them.
  public static func isLabel(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    return first.isAlphanumeric && last.isAlphanumeric
      && bytes.allSatisfy {
        $0.isAlphanumeric || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
      }
  }

  private init(form: Form) { self.form = form }

  /// The number where it is a whole one.
  public var whole: Int? {
    switch form {
    case .whole(let number): number
    case .text: nil
    }
  }

  /// The number as it stands before what it numbers: `48.`, `2.14`.
  public var marker: String { whole == nil ? description : description + "." }

  /// The number in JSON: a number where it is a whole one, else a text.
  public var json: OrderedJSON { whole.map { .number($0) } ?? .string(description) }
}

extension PrintedNumber: ExpressibleByIntegerLiteral {
  /// A whole number.
  public init(integerLiteral value: Int) { self.init(value) }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
  fileprivate var isAlphanumeric: Bool {
    isDigit || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }
}
