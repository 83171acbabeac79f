import Diagnostics

/// The footnotes of a body, while it is rendered.
struct NoteList {
  /// A note that the body defines.
  struct Definition {
    let label: String
    /// The item of the tree that holds its text.
    let item: TreeNode
    let id: String
    /// The bytes of `[^label]:`.
    let mark: Span
    /// All of the definition.
    let span: Span
    /// Its place in the order of first citation, from 1, once it has been cited.
    var number: Int?
    /// The ids of its citations.
    var citations: [String] = []
    /// The numbered paragraph that cites it first.
    var paragraph: PrintedNumber?
  }

  private(set) var definitions: [Definition] = []
  private var indexes: [String: Int] = [:]
  private var searches = 0
  /// The indexes of the definitions in order of first citation.
  private(set) var order: [Int] = []
  /// The definition that is being written.
  var current: TreeNode?
  /// For each note that has been written, where in the HTML its last paragraph ends.
  var noteEnds: [Int] = []

  /// The index of the note with this label, as labels are compared.
  func index(of label: String) -> Int? { indexes[label] }

  /// The label that was most likely meant by one that is not defined; sought a few times only,
  /// for a body that has hundreds of such is not put right label by label.
  mutating func nearest(to label: String) -> String? {
    guard searches < 20, label.utf8.count <= 40 else { return nil }
    searches += 1
    let labels = definitions.prefix(500).lazy.map(\.label).filter { $0.utf8.count <= 40 }
    return NearMiss.of(label, among: labels)
  }

  /// Adds a definition, or answers with the one that has its label.
  mutating func add(_ definition: Definition) -> Definition? {
    if let first = indexes[definition.label] { return definitions[first] }
    indexes[definition.label] = definitions.count
    definitions.append(definition)
    return nil
  }

  /// Numbers a note when it is cited first.
  mutating func number(_ index: Int, citedIn paragraph: PrintedNumber?) -> Int {
    if let number = definitions[index].number { return number }
    order.append(index)
    definitions[index].number = order.count
    definitions[index].paragraph = paragraph
    return order.count
  }

  /// Adds the id of a citation.
  mutating func cite(_ index: Int, id: String) {
    definitions[index].citations.append(id)
  }

  /// How often a note has been cited so far.
  func citationCount(_ index: Int) -> Int { definitions[index].citations.count }

  /// The notes in order of first citation.
  var notes: [Note] {
    order.enumerated().map { place, index in
      let definition = definitions[index]
      return Note(
        label: definition.label, number: place + 1, citations: definition.citations.count,
        span: definition.span)
    }
  }
}
