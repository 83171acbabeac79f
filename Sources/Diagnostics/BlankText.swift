extension StringProtocol {
  /// Whether readers would see nothing of it: it has spaces alone, and characters that take no room.
  ///
  /// This is what "blank" means of every name, value and text. Complexity: O(n) in what is blank.
  public var isBlankText: Bool {
    unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.isUnseen || $0 == "\u{2800}" }
  }
}

extension Unicode.Scalar {
  /// Those that take no room where they are shown by themselves, in order.
  ///
  /// Source: Unicode Standard Annex 31, section 2.3, and Unicode Technical Standard 39.
  public static let unseen: [ClosedRange<UInt32>] = [
    0xAD...0xAD, 0x34F...0x34F, 0x115F...0x1160, 0x180E...0x180E, 0x200B...0x200D,
    0x2060...0x2064, 0x3164...0x3164, 0xFEFF...0xFEFF, 0xFFA0...0xFFA0, 0xFFF9...0xFFFB,
  ]

  /// Whether it is one of ``unseen``.
  public var isUnseen: Bool {
    value >= 0xAD && Self.unseen.contains { $0.contains(value) }
  }
}
