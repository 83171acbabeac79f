/// Where in a page a template stands, as a reader of HTML sees it.
///
/// A small reading of the HTML Standard's tokenizer: enough to tell text, tags, attribute values,
/// comments and the elements whose content is not markup from one another.
struct HTMLPlace: Equatable, Sendable {
  /// The part of the markup.
  enum Region: Equatable, Sendable {
    /// Between elements, or in one that holds elements.
    case content
    /// Behind `<`, `</` or `<!`, with what came since.
    case opening([UInt8])
    case tagName
    /// In a tag, before or between attributes.
    case tag
    case attributeName
    /// Behind an attribute's name and a space.
    case afterName
    /// Behind the `=` of an attribute.
    case beforeValue
    /// In an attribute's value, up to this byte; 0 where there are no quotes.
    case value(quote: UInt8)
    /// In `<!doctype …>` and the like.
    case declaration
    /// In a comment, with the dashes that came last.
    case comment(dashes: Int)
    /// In an element whose content is text up to its closing tag, with the bytes of it that matched.
    case rawText(matched: Int)
  }

  /// How far an address in an attribute has been written.
  enum AddressPart: Int, Comparable, Sendable {
    case start, path, query

    static func < (left: AddressPart, right: AddressPart) -> Bool { left.rawValue < right.rawValue }
  }

  var region: Region = .content
  /// The tag being read, or the element whose content is raw text; in small letters.
  var element: [UInt8] = []
  var isClosingTag = false
  /// The attribute being read, in small letters.
  var attribute: [UInt8] = []
  /// What the template wrote of the value so far, in small letters.
  var value: [UInt8] = []
  var addressPart = AddressPart.start
  /// Whether the script element's type says that it holds JSON.
  var holdsJSON = false
  /// Whether HTML elements may stand here: not in a choice, nor in a drawing or a formula.
  var takesElements = true

  /// Between elements, where a page starts and ends.
  static let content = HTMLPlace()

  /// The place that both an absent and a shown section leave behind, if there is one.
  func joined(_ other: HTMLPlace) -> HTMLPlace? {
    switch (region, other.region) {
    case (.content, .content):
      var joined = Self.content
      joined.takesElements = takesElements && other.takesElements
      return joined
    case (.comment, .comment), (.declaration, .declaration): return self
    case (.value(let quote), .value(let otherQuote)) where quote == otherQuote:
      guard attribute == other.attribute, element == other.element else { return nil }
      var joined = self
      joined.value = other.hasForbiddenScheme ? other.value : value
      joined.addressPart = min(addressPart, other.addressPart)
      return joined
    case (.rawText, .rawText): return element == other.element ? self : nil
    case (.beforeValue, .beforeValue):
      return attribute == other.attribute ? self : nil
    default:
      guard isInTag, other.isInTag, element == other.element, isClosingTag == other.isClosingTag
      else { return nil }
      var joined = self
      joined.region = .tag
      joined.attribute = []
      joined.holdsJSON = holdsJSON && other.holdsJSON
      joined.takesElements = takesElements && other.takesElements
      return joined
    }
  }

  private var isInTag: Bool {
    switch region {
    case .tagName, .tag, .attributeName, .afterName: true
    case .content, .opening, .beforeValue, .value, .declaration, .comment, .rawText: false
    }
  }

  /// The place in words, to follow "in" or "ends".
  var words: String {
    switch region {
    case .content: "between elements"
    case .opening, .tagName: "in the name of a tag"
    case .tag, .attributeName, .afterName: "in a tag"
    case .beforeValue, .value:
      attribute.isEmpty
        ? "in an attribute of uncertain name"
        : "in the attribute '\(String(decoding: attribute, as: UTF8.self))'"
    case .declaration: "in a declaration"
    case .comment: "in a comment"
    case .rawText: "in the element '\(String(decoding: element, as: UTF8.self))'"
    }
  }
}
