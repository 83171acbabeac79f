import Diagnostics
import Inspections
import Site

extension SitePlan {
  /// The entries of the navigation that lead to nothing the site has: `unknown-reference`.
  ///
  /// Where the file of a record could not be read, that is reported and not that its page is missing.
  /// Complexity: O(pages and files), where `site.yml` has a navigation.
  func navigationDiagnostics() -> [Diagnostic] {
    let register = context.register
    guard let entries = register.site.navigation, !entries.isEmpty else { return [] }
    let known = Set(pages.map(\.path) + paths)
    let missing = entries.filter { entry in
      guard !entry.isOutside else { return false }
      let address = entry.to.value.prefix { $0 != "#" && $0 != "?" }
      let path = String(address.dropFirst())
      guard address.hasPrefix("/") else { return true }
      let isToldElsewhere =
        Addresses.record(at: path).map {
          register.isUnreadable($0) || register.header(of: $0)?.isWhole == false
        } ?? false
      return !known.contains(path) && !isToldElsewhere
    }
    guard !missing.isEmpty else { return [] }
    let addresses = pages.filter { $0.alias == nil }.map { "/" + $0.path }
    return missing.map { entry in
      let path = entry.to.value.dropFirst().prefix { $0 != "#" && $0 != "?" }
      guard let key = Addresses.record(at: String(path)), register.isHidden(key) else {
        return .unknownAddress(entry, among: addresses)
      }
      return .hiddenRecord(
        entry.to.value, key, at: entry.to.span, subject: .field("navigation"))
    }
  }
}
