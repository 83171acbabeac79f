import CommonMark
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The bytes of a register's bodies, in a file without a name that goes with the value.
///
/// The first bodies stay in memory, so that a register of common size writes nothing; so does what the
/// file does not take. All workers share it, each body in a place of its own.
final class BodyScratch: BodyArchive {
  private let descriptor: CInt
  private let held: Int
  /// How many bytes of bodies there are so far, those in memory included.
  private let taken = Atomic<Int>(0)
  /// The system's reason why something could not be read back; 0 where there is none.
  private let fault = Atomic<CInt>(0)

  /// A file in `folder`, for what comes after the first `held` bytes; nil where none can be made there.
  init?(in folder: String, after held: Int) {
    guard let descriptor = Disk.makeNameless(in: folder) else { return nil }
    self.descriptor = descriptor
    self.held = held
  }

  deinit { close(descriptor) }

  func keep(_ pieces: [UInt8]...) -> Int? {
    let count = pieces.reduce(0) { $0 + $1.count }
    let place = taken.add(count, ordering: .relaxed).oldValue
    guard place >= held else { return nil }
    // Each from where it lies: one copy of all would cost more than a call for each.
    var end = place - held
    for piece in pieces {
      guard Disk.put(piece, at: end, in: descriptor) else { return nil }
      end += piece.count
    }
    return place
  }

  func bytes(in place: Range<Int>) -> [UInt8] {
    let (bytes, code) = Disk.read(
      place.count, at: place.lowerBound - held, in: descriptor)
    if code != 0 { fault.store(code, ordering: .relaxed) }
    return bytes
  }

  /// Fails where anything that was kept could not be read back, so that no site is made without it.
  func checkReading() throws(EnvironmentError) {
    let code = fault.load(ordering: .relaxed)
    if code != 0 { throw Disk.failure("the file for bodies that do not fit into memory", code) }
  }
}
