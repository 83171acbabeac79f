import Diagnostics
import Inspections

/// A former address and the present one, both from the root of the host and encoded as a browser asks for
/// them.
public struct Redirect: Sendable, Hashable {
  /// The former address, which ends in `/` or names a page.
  public let from: String
  /// The present one; it may lead to a place within a page.
  public let to: String

  /// The former addresses that records list, in their order; the pages that lead on from them are made from
  /// the same list.
  public static func all(in site: SiteContext) -> [Redirect] {
    AliasPage.moves(in: site).value.map { move in
      Redirect(
        from: site.addresses.link(Addresses.encoded(move.path)),
        to: site.addresses.link(move.target))
    }
  }

  /// The former address with its percent signs decoded once, as servers compare it.
  var decodedSource: String { Addresses.decoded(from[...]) ?? from }
}
