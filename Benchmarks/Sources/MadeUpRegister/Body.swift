/// The text of a report: numbered paragraphs under headings, with lists, emphasis and links.
public struct Body {
  /// The Markdown in UTF-8.
  public private(set) var bytes: [UInt8] = []
  /// How many numbered paragraphs there are.
  public private(set) var paragraphs = 0

  private let register: Register
  private let own: Report
  private var random: SplitMix64

  /// Writes about `size` bytes for the report at `index`.
  public init(of register: Register, report index: Int, size: Int) {
    self.register = register
    own = register.reports[index]
    random = SplitMix64(seed: ~register.seed, stream: index)
    bytes.reserveCapacity(size + 2048)
    var headings = 0
    while bytes.count < size {
      if paragraphs % 3 == 0 {
        addHeading(headings)
        headings += 1
      }
      addParagraph()
    }
  }

  /// One heading in three opens a chapter; the others divide it.
  private mutating func addHeading(_ count: Int) {
    let level = count % 3 == 0 ? "##" : "###"
    add("\(level) \(Vocabulary.headings[count % Vocabulary.headings.count])\n\n")
  }

  /// A numbered paragraph of four to eight sentences; one in four ends in a nested list.
  private mutating func addParagraph() {
    paragraphs += 1
    let marker = "\(paragraphs). "
    let indent = String(repeating: " ", count: marker.utf8.count)
    var sentences = (0..<random.number(in: 4...8)).map { _ in sentence() }
    sentences.append(linkedSentence())
    add(marker)
    wrap(sentences.joined(separator: " "), indent: indent)
    if paragraphs % 4 == 0 {
      addList(indent: indent)
    }
    add("\n")
  }

  /// A list of three items, the second with two of its own.
  private mutating func addList(indent: String) {
    add("\n")
    for item in 0..<3 {
      add("\(indent)- ")
      wrap(sentence(), indent: indent + "  ")
      for _ in 0..<(item == 1 ? 2 : 0) {
        add("\(indent)  - \(random.pick(Vocabulary.objects))\n")
      }
    }
  }

  private mutating func sentence() -> String {
    let object = random.pick(Vocabulary.objects)
    let marked =
      switch random.number(in: 0...9) {
      case 0: "*\(object)*"
      case 1: "**\(object)**"
      default: object
      }
    let opening = "\(random.pick(Vocabulary.subjects)) \(random.pick(Vocabulary.verbs))"
    return "\(opening) \(marked), \(random.pick(Vocabulary.qualifiers))."
  }

  private mutating func linkedSentence() -> String {
    switch random.number(in: 0...3) {
    case 0:
      let other = random.pick(register.reports)
      return "See also the report [\(other.title)](report:\(other.id))."
    case 1:
      let area = register.areas[own.area]
      return "The history of [\(area.title)](area:\(area.id)) gives the context."
    case 2:
      let number = random.number(in: 1...paragraphs)
      return "This bears on [paragraph \(number)](para:\(number))."
    default:
      let other = inspection(near: random.number(in: 0...register.reports.count - 1))
      let number = random.number(in: 1...3)
      guard !register.isPlain else {
        return "Compare [an earlier report](report:\(other.id))."
      }
      return "Compare [an earlier recommendation](rec:\(other.id)#\(number))."
    }
  }

  /// The report at `index`, or the one that it follows.
  private func inspection(near index: Int) -> Report {
    switch register.reports[index].content {
    case .inspection: register.reports[index]
    case .visit(let visit): register.reports[visit.follows]
    }
  }

  private mutating func add(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Adds `words` in lines of at most 100 bytes, those after the first behind `indent`.
  private mutating func wrap(_ words: String, indent: String) {
    var column = indent.utf8.count
    for word in words.utf8.split(separator: UInt8(ascii: " ")) {
      if column > indent.utf8.count {
        let fits = column + 1 + word.count <= 100
        bytes.append(fits ? UInt8(ascii: " ") : UInt8(ascii: "\n"))
        column = fits ? column + 1 : indent.utf8.count
        if !fits {
          bytes.append(contentsOf: indent.utf8)
        }
      }
      bytes.append(contentsOf: word)
      column += word.count
    }
    bytes.append(UInt8(ascii: "\n"))
  }
}
