/// What a template may name: the declared fields of one view, in their order.
///
/// A shape is what ``View`` declares without the code that fills it. Names are resolved against it
/// when a template is compiled, so rendering needs no look-up.
public struct ViewShape: Sendable {
  /// One name.
  public struct Field: Sendable {
    /// The name in templates, a word or kebab-case words.
    public let name: String
    /// What it holds.
    public let type: FieldType
    /// What it means, for the reference; one sentence or more.
    public let documentation: String
    /// The list that it tells of, where it stands beside one without being declared; the reference
    /// tells of all at once.
    let list: String?

    /// Declares a name.
    public init(_ name: String, _ type: FieldType, _ documentation: String) {
      self.init(name, type, documentation, of: nil)
    }

    private init(_ name: String, _ type: FieldType, _ documentation: String, of list: String?) {
      self.name = name
      self.type = type
      self.documentation = documentation
      self.list = list
    }

    /// The flag that stands beside a list: whether the list's own value holds anything.
    var flag: Field? {
      guard case .list = type else { return nil }
      return Field("has-\(name)", .flag, "Whether there is any of `\(name)`.", of: name)
    }
  }

  /// The view's name in the reference, like `ReportPage`.
  public let name: String
  /// What the view is, for the reference.
  public let documentation: String
  /// Its fields; those that are declared have a slot each, in their order.
  public let fields: [Field]
  /// The slot of each field; a flag beside a list has that of the list, which is so worked out once
  /// for both.
  private let slots: [Int]
  /// How many values a record of this shape has.
  let slotCount: Int

  /// The fields that its view declares, without the flags that come with its lists.
  var declared: [Field] { fields.filter { $0.list == nil } }

  /// Declares a view; its names must differ, and no name may hold a dot or a space.
  public init(name: String, documentation: String, fields: [Field]) {
    for field in fields where field.name != "." {
      precondition(
        !field.name.isEmpty && !field.name.utf8.contains { $0 == UInt8(ascii: ".") || $0 <= 0x20 },
        "the view \(name) declares '\(field.name)', which no template can name")
    }
    precondition(
      Set(fields.map(\.name)).count == fields.count, "the view \(name) declares a name twice")
    self.name = name
    self.documentation = documentation
    self.fields = fields
    var own: [String: Int] = [:]
    for field in fields where field.list == nil { own[field.name] = own.count }
    slots = fields.map { own[$0.list ?? $0.name] ?? 0 }
    slotCount = own.count
  }

  /// A field and where its value is found.
  func field(_ name: String) -> (slot: Int, type: FieldType)? {
    fields.firstIndex { $0.name == name }.map { (slots[$0], fields[$0].type) }
  }
}

/// What a name in a view holds, and so where a template may use it.
public indirect enum FieldType: Sendable {
  /// Text, escaped for the place it is put in; as a section, shown when it is not empty.
  case text
  /// HTML that the generator made; put in unescaped, allowed between elements only.
  case html
  /// JSON that the generator made safe for a page; allowed in `script` elements of a JSON type only.
  case json
  /// An address; checked for its scheme and escaped.
  case address
  /// A whole number.
  case number
  /// Yes or no; only for sections.
  case flag
  /// A view of its own that may be absent; a section enters it.
  case record(ViewShape)
  /// Any number of views; a section repeats for each.
  case list(ViewShape)
}

extension FieldType {
  /// Any number of texts; a section repeats for each, and `{{.}}` is the text.
  public static let texts = FieldType.list(.text)
}

extension ViewShape {
  /// One text of a list of texts, named `.`.
  public static let text = ViewShape(
    name: "Text", documentation: "One text of a list.",
    fields: [Field(".", .text, "The text itself.")])
}
