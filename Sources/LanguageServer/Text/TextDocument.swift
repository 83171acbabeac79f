import Diagnostics

/// A document as an editor has it, saved or not.
struct TextDocument: Sendable {
  /// The address by which the editor knows it.
  let address: String
  /// The path by which messages show it, relative to the project; nil for one outside of it.
  let path: String?
  /// The editor's number of the state.
  private(set) var version: Int
  /// The text.
  private(set) var text: PlacedText

  init(address: String, path: String?, version: Int, text: String) {
    self.address = address
    self.path = path
    self.version = version
    self.text = PlacedText(Array(text.utf8))
  }

  /// A change of a document: new text for a stretch, or for all of it.
  struct Change: Sendable, Decodable {
    let range: TextRange?
    let text: String
  }

  /// Makes changes in their order, each in the text that the one before has left.
  ///
  /// Complexity: O(size of the text) for each change.
  mutating func apply(_ changes: [Change], version: Int) {
    for change in changes {
      guard let range = change.range else {
        text = PlacedText(Array(change.text.utf8))
        continue
      }
      var bytes = text.bytes
      bytes.replaceSubrange(text.bytes(of: range), with: change.text.utf8)
      text = PlacedText(bytes)
    }
    self.version = version
  }
}
