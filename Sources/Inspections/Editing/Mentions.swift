import CommonMark
public import Diagnostics

/// A place in a record that names another record, or a part of one.
public struct Mention: Sendable {
  /// The record that is named.
  public let target: RecordKey
  /// Where: the id in front matter, the address of a link, or the block that holds it where the exact
  /// bytes are not certain.
  public let span: Span
  /// What stands before the id: a link's scheme and its colon, the folder of a relative address, or
  /// nothing in front matter.
  public let lead: String
  /// What ends the id in a relative address; empty elsewhere.
  public let ending: String
}

extension Mention {
  /// The bytes of the id itself in the text of its file, wherever in ``span`` it stands; several where a
  /// block of uncertain bytes names the record more than once.
  ///
  /// Complexity: O(bytes of the span).
  public func places(in bytes: [UInt8]) -> [Span] {
    let range = span.range.clamped(to: bytes.indices)
    let sought = Array((lead + target.id + ending).utf8)
    guard !sought.isEmpty, range.count >= sought.count else { return [] }
    var found: [Span] = []
    var start = range.lowerBound
    while start + sought.count <= range.upperBound {
      defer { start += 1 }
      let end = start + sought.count
      guard bytes[start..<end].elementsEqual(sought),
        start == range.lowerBound || !Self.isIDByte(bytes[start - 1]) || lead.hasPrefix("/"),
        end == range.upperBound || !Self.isIDByte(bytes[end])
      else { continue }
      let id = start + lead.utf8.count
      found.append(Span(span.file, id..<id + target.id.utf8.count))
    }
    return found
  }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: byte >= 0x80
    }
  }
}

extension ContentRecord {
  /// Every place in the record that names a record of the register by its id, in front matter first.
  ///
  /// A part of the report that the record itself is, like `para:48`, names nothing by an id.
  /// Complexity: O(fields and links).
  public var mentions: [Mention] {
    header.references.map { reference in
      Mention(
        target: RecordKey(reference.collection, reference.name), span: reference.span, lead: "",
        ending: "")
    } + header.links.compactMap { Mention($0, in: header.file) }
  }
}

extension Mention {
  /// The record that a link names; nil where it names none by an id.
  fileprivate init?(_ link: Reference, in file: SourceFile) {
    guard let place = link.recordName else { return nil }
    self.init(
      target: place.key, span: link.span, lead: place.lead, ending: place.ending)
  }
}

extension Reference {
  /// The record that the address names by its id, with what stands around the id.
  var recordName: (key: RecordKey, lead: String, ending: String)? {
    let name = target.prefix { $0 != "#" }
    switch scheme {
    case "":
      let parts = name.split(separator: "/")
      guard name.hasSuffix(".md"), let file = parts.last else { return nil }
      let folder = parts.dropLast().last.flatMap { Collection(rawValue: String($0)) }
      guard let collection = folder ?? ownCollection(parts.count) else { return nil }
      let lead = parts.count > 1 ? "/" : ""
      return (RecordKey(collection, String(file.dropLast(3))), lead, ".md")
    case "aspect":
      guard let slash = name.firstIndex(of: "/") else { return nil }
      return (RecordKey(.frameworks, String(name[..<slash])), "aspect:", "")
    default:
      if let collection = LinkScheme.collection(of: scheme) {
        return (RecordKey(collection, String(name)), "\(scheme):", "")
      }
      guard LinkScheme.namesPart(scheme), target.contains("#") else { return nil }
      return (RecordKey(.reports, String(name)), "\(scheme):", "")
    }
  }

  /// The collection of a file beside the one that the link stands in, `other.md`.
  private func ownCollection(_ parts: Int) -> Collection? {
    guard parts == 1 else { return nil }
    let folders = span.file.path.split(separator: "/").dropLast()
    return folders.last.flatMap { Collection(rawValue: String($0)) }
  }
}
