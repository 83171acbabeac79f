extension RecordKey {
  /// Whether a word can be the id of a record: ids become addresses, so they are kept to what needs no
  /// encoding and differs in more than case.
  public static func isID(_ word: String) -> Bool {
    !word.isEmpty && word.first != "." && word.first != "-"
      && word.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
      }
  }
}
