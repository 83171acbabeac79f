/// What is public of offices and of those who hold them, so that no text is accused of it.
///
/// Numbers and addresses are those under `contacts` of organisations and areas; names are those under
/// `people` of organisations, and of a report for itself, in the roles that the site shows.
public struct PublicContacts: Sendable, Equatable {
  /// Nothing that is public.
  public static let none = PublicContacts(of: [], visibleRoles: [])

  private let visibleRoles: [String]
  private var telephones: Set<[UInt8]> = []
  private var emails: Set<String> = []
  private var addresses: [String] = []
  private var names: [[UInt8]] = []

  /// Gathers what is public in some records.
  public init(of records: [ContentRecord], visibleRoles: [String]) {
    self.visibleRoles = visibleRoles
    for record in records {
      switch record {
      case .organisation(let organisation):
        add(organisation.contacts)
        add(organisation.people)
      case .area(let area): add(area.contacts)
      case .report, .framework, .response, .coverage, .term, .page: break
      }
    }
  }

  /// The same with those who made or signed a report, for the report's own text.
  func adding(_ record: ContentRecord?) -> PublicContacts {
    guard case .report(let report) = record, !report.people.isEmpty else { return self }
    var more = self
    more.add(report.people)
    return more
  }

  private mutating func add(_ contacts: [Contact]) {
    for contact in contacts {
      telephones.formUnion(contact.telephones.map { Self.digits(Array($0.utf8)[...]) })
      emails.formUnion(contact.emails.map { $0.lowercased() })
      if let address = contact.postalAddress { addresses.append(" \(plainWords(address)) ") }
    }
  }

  private mutating func add(_ people: [Person]) {
    names += people.filter { visibleRoles.contains($0.role.value) }.map {
      Array($0.name.value.utf8)
    }
  }

  /// Whether what looks like personal data is an office's, or the name of somebody in public office.
  ///
  /// Complexity: O(contacts + people); asked only where something was found.
  func explains(_ match: PersonalDataMatch, in bytes: [UInt8]) -> Bool {
    let text = bytes[match.range]
    switch match.kind {
    case .telephone, .nhsNumber, .caseNumber: return telephones.contains(Self.digits(text))
    case .email: return emails.contains(String(decoding: text, as: UTF8.self).lowercased())
    case .postcode, .streetAddress:
      let words = " \(plainWords(String(decoding: text, as: UTF8.self))) "
      return addresses.contains { $0.contains(words) }
    case .age, .health: return names.contains { stands($0, across: match.range, in: bytes) }
    case .dateOfBirth: return false
    }
  }

  /// Whether a name stands in a text where a match begins or ends.
  private func stands(_ name: [UInt8], across range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let first = max(0, range.lowerBound - name.count + 1)
    let last = min(range.upperBound, bytes.count - name.count)
    guard !name.isEmpty, first <= last else { return false }
    return (first...last).contains { bytes[$0..<$0 + name.count].elementsEqual(name) }
  }

  /// The digits of a number, with the 0 of Britain for its code.
  private static func digits(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let digits = text.filter { (0x30...0x39).contains($0) }
    guard text.contains(UInt8(ascii: "+")), digits.starts(with: Array("44".utf8)) else {
      return digits
    }
    return [UInt8(ascii: "0")] + digits.dropFirst(2).drop { $0 == UInt8(ascii: "0") }
  }
}
