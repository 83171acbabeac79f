/// A hash of a page's place, and from that one of an anchor on the page; the same within a run.
///
/// Takes eight bytes at a step. Source of the steps: MurmurHash64A by Austin Appleby, in the public
/// domain.
struct LinkHash {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  init() {}

  init(_ path: String) {
    self = LinkHash().adding(path)
  }

  init(_ bytes: ArraySlice<UInt8>) {
    self = LinkHash().adding(bytes)
  }

  private func adding(_ text: String) -> LinkHash {
    var text = text
    return text.withUTF8 { unsafe adding(UnsafeRawBufferPointer($0)) }
  }

  func adding(_ bytes: ArraySlice<UInt8>) -> LinkHash {
    unsafe bytes.withUnsafeBytes { unsafe adding($0) }
  }

  /// The hash of the anchor on the page whose hash this is.
  func anchored(_ anchor: ArraySlice<UInt8>) -> LinkHash {
    var hash = self
    hash.mix(0x23)
    return hash.adding(anchor)
  }

  /// The same of an anchor that is a text.
  func anchored(_ anchor: String) -> LinkHash {
    var hash = self
    hash.mix(0x23)
    return hash.adding(anchor)
  }

  private func adding(_ bytes: UnsafeRawBufferPointer) -> LinkHash {
    var hash = self
    var index = 0
    while index + 8 <= bytes.count {
      hash.mix(unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest = UInt64(bytes.count) << 56
    while index < bytes.count {
      rest = rest << 8 ^ UInt64(unsafe bytes[index])
      index += 1
    }
    hash.mix(rest)
    return hash
  }

  private mutating func mix(_ word: UInt64) {
    let factor: UInt64 = 0xC6A4_A793_5BD1_E995
    var word = word &* factor
    word ^= word >> 47
    value = (value ^ (word &* factor)) &* factor
    value ^= value >> 29
  }
}

/// A set of the values of hashes, which are not hashed once more to find them.
struct LinkHashes: Sendable {
  /// Each hash at the first place from that of its lowest bits on that was free; 0 where none is.
  private var places: [UInt64]

  /// Complexity: O(n) in `hashes`.
  init(_ hashes: [UInt64]) {
    var room = 16
    while room < 2 * hashes.count { room *= 2 }
    places = Array(repeating: 0, count: room)
    for hash in hashes { places[place(of: hash)] = hash }
  }

  /// Whether a hash is in the set.
  func contains(_ hash: UInt64) -> Bool { places[place(of: hash)] == hash }

  /// Where a hash stands, or would stand.
  private func place(of hash: UInt64) -> Int {
    let last = places.count - 1
    var place = Int(truncatingIfNeeded: hash) & last
    while places[place] != 0, places[place] != hash { place = (place + 1) & last }
    return place
  }
}

/// Links that were met lately, to be passed over when they come again.
///
/// It forgets a link when another takes its place, which costs only the time to look at it again, and
/// so stays small enough to be at hand.
struct SeenLinks {
  private static let places = 1 << 14
  private var hashes = [UInt64](repeating: 0, count: places)

  /// Whether the link was not known.
  mutating func insert(_ link: LinkHash) -> Bool {
    let place = Int(truncatingIfNeeded: link.value) & (Self.places - 1)
    guard hashes[place] != link.value else { return false }
    hashes[place] = link.value
    return true
  }
}
