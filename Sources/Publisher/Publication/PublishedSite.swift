public import Diagnostics
public import Inspections

/// What a publication consists of, as its `manifest.json` lists it.
///
/// Each publication has one, so two of them can be compared, and a copy can be held against its list,
/// without the files themselves.
public struct PublishedSite: Sendable, Hashable {
  /// The name of the list in the root of a site.
  public static let name = "manifest.json"
  /// The name of its signature, where it has one.
  public static let signatureName = "manifest.json.sig"
  /// The version of the format: the first number grows when a program that reads it could break, the
  /// second when something is added.
  static let version = "1.0"

  /// What the list says of the whole.
  public struct Head: Sendable, Hashable {
    /// What the site is called.
    public var register: String
    /// The whole address of its home page.
    public var address: String
    /// The day it was built for, as ISO 8601.
    public var built: String
    /// The digest of the list of the publication before; nil where none was named.
    public var previous: SHA256?
  }

  /// What the list says of the whole.
  public var head: Head
  /// Every file but the list and its signature, in the order of the bytes of their paths.
  public var files: [PublishedFile]
  /// Every record that readers see, in the order of the bytes of their names.
  public var records: [PublishedRecord]
  /// Assets of earlier publications that pages in somebody's browser may still ask for.
  public var former: [FormerAsset]
}

/// The SHA-256 and the size of a file.
struct FileDigest: Sendable, Hashable {
  let sha256: SHA256
  let size: Int

  init(of bytes: [UInt8]) {
    sha256 = SHA256(of: bytes)
    size = bytes.count
  }

  init(_ sum: SHA256.Sum) {
    sha256 = sum.digest
    size = sum.count
  }
}

/// A file of a publication.
public struct PublishedFile: Sendable, Hashable {
  /// What a file is for.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The page of a record, or of a part of one.
    case record
    /// Any other page: the home page, lists.
    case page
    /// A former address, which leads to the present one.
    case moved
    /// A part of the theme, with a part of its hash in its name.
    case asset
    /// A file that the register offers for download.
    case download
    /// A feed, a calendar or a map of the site.
    case feed
    /// A part of the index for search.
    case search
    /// Anything else that programs read: tables, reports as text, citations, charts.
    case data
  }

  /// Its path from the root of the site.
  public let path: String
  /// The digest of its bytes.
  public let sha256: SHA256
  /// How many bytes it has.
  public let size: Int
  /// What it is for.
  public let kind: Kind
  /// The records it shows, like `reports/east-midlands-2008`.
  public let records: [String]
  /// Its places that can be cited, as they stand behind `#`.
  public let ids: [String]
}

/// An asset of an earlier publication.
public struct FormerAsset: Sendable, Hashable {
  /// Its path from the root of the site.
  public let path: String
  /// The digest of its bytes.
  public let sha256: SHA256
  /// How many bytes it has.
  public let size: Int
  /// How many publications have gone by without it.
  public let publications: Int
}

/// A record of a publication.
public struct PublishedRecord: Sendable, Hashable {
  /// Its collection and id, like `reports/east-midlands-2008`.
  public let name: String
  /// The digest of its source file.
  public let source: SHA256
  /// The fingerprint of its facts: the digest of their canonical text.
  public let facts: SHA256
  /// What it says: each fact by its name, short ones in full and long ones as `#` and the first 16 digits of
  /// their digest.
  public let says: RecordFacts

  /// A fact's value as the list gives it.
  static func abridged(_ value: String) -> String {
    abridgement(of: Array(value.utf8)[...]).map { String(decoding: $0, as: UTF8.self) } ?? value
  }

  /// What the list gives in place of a value; nil for a short one, which it gives as it is.
  static func abridgement(of value: ArraySlice<UInt8>) -> [UInt8]? {
    guard value.count > mostOfValue || value.first == UInt8(ascii: "#") else { return nil }
    var digest: [UInt8] = []
    digest.reserveCapacity(17)
    digest.append(UInt8(ascii: "#"))
    SHA256(of: value).appendHexadecimal(first: 16, to: &digest)
    return digest
  }

  private static let mostOfValue = 80
}
