import Diagnostics

/// The names that are in reach at one place of a page's templates, innermost last.
struct Scopes {
  /// One step of the way in.
  enum Scope {
    /// The names of a view whose record is the frame of this number.
    case view(ViewShape, frame: Int, isItem: Bool)
    /// The value of a section over a text, for `{{.}}`.
    case value(Place, FieldType)
  }

  /// Where a name's value is found.
  struct Place {
    let frame: Int
    let index: Int
    /// The slots to follow from there, for names with dots.
    var rest: [Int] = []
  }

  /// What a name stands for.
  enum Resolution {
    case value(Place, FieldType)
    case loop(Program.LoopName, frame: Int)
    case unknown(part: String)
    /// A name leads into something that has no names.
    case closed(part: String, FieldType)
  }

  /// The names that every list offers.
  static let loopNames = ["-first", "-last", "-index"]

  private(set) var scopes: [Scope]
  /// How many records are entered.
  private(set) var depth = 1

  init(_ shape: ViewShape) {
    scopes = [.view(shape, frame: 0, isItem: false)]
  }

  /// Steps into a record or an item of a list; returns its frame.
  mutating func enter(_ shape: ViewShape, isItem: Bool) {
    scopes.append(.view(shape, frame: depth, isItem: isItem))
    depth += 1
  }

  /// Steps into the section of a text.
  mutating func enter(_ slot: Place, _ type: FieldType) {
    scopes.append(.value(slot, type))
  }

  /// Steps back out of the last section.
  mutating func leave() {
    if case .view = scopes.removeLast() { depth -= 1 }
  }

  /// Looks a name up from the innermost scope outwards.
  func resolve(_ name: TemplateName) -> Resolution {
    guard let first = name.parts.first else { return currentItem() }
    if let loop = loopName(name.text) { return loop }
    for case .view(let shape, let frame, _) in scopes.reversed() {
      guard let (slot, type) = shape.field(first) else { continue }
      return follow(name.parts, from: Place(frame: frame, index: slot), type)
    }
    return .unknown(part: first)
  }

  private func currentItem() -> Resolution {
    switch scopes.last {
    case .value(let slot, let type): return .value(slot, type)
    case .view(let shape, let frame, _):
      guard let (slot, type) = shape.field(".") else { return .unknown(part: ".") }
      return .value(Place(frame: frame, index: slot), type)
    case nil: return .unknown(part: ".")
    }
  }

  private func loopName(_ name: String) -> Resolution? {
    guard Self.loopNames.contains(name) else { return nil }
    for case .view(_, let frame, isItem: true) in scopes.reversed() {
      return .loop(name == "-first" ? .first : name == "-last" ? .last : .index, frame: frame)
    }
    return .unknown(part: name)
  }

  private func follow(_ parts: [String], from place: Place, _ type: FieldType) -> Resolution {
    var type = type
    var place = place
    for (part, inner) in zip(parts, parts.dropFirst()) {
      guard case .record(let record) = type else { return .closed(part: part, type) }
      guard let next = record.field(inner) else { return .unknown(part: inner) }
      place.rest.append(next.slot)
      type = next.type
    }
    return .value(place, type)
  }

  /// The views in reach, innermost first.
  var views: [ViewShape] {
    scopes.reversed().compactMap { scope in
      if case .view(let shape, _, _) = scope { shape } else { nil }
    }
  }

  /// Whether a list has been entered, so that ``loopNames`` are known.
  var isInList: Bool {
    scopes.contains { scope in
      if case .view(_, _, isItem: true) = scope { true } else { false }
    }
  }
}

extension FieldType {
  /// The type in words with its article, as messages and the reference say it.
  public var words: String {
    switch self {
    case .text: "text"
    case .html: "HTML"
    case .json: "JSON"
    case .address: "an address"
    case .number: "a number"
    case .flag: "a flag"
    case .record(let shape): "a record (\(shape.name))"
    case .list(let shape): "a list of \(shape.name)"
    }
  }
}
