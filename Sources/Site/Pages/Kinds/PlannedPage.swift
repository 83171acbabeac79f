public import Inspections
public import Templates

/// One page of the site before it is rendered: where it goes, which template draws it, and how its
/// names are filled.
public struct PlannedPage: Sendable {
  /// Its place in the site, like `areas/kent/`; a file's path where it is no folder.
  public let path: String
  /// Its kind, which names the template.
  public let kind: PageKind
  /// The record that it is the page of; nil for lists and the like.
  public let record: RecordKey?
  /// The alias that asks for it, as it is written.
  public let alias: Located<String>?
  /// Fills the template's names; pure, so pages may be filled and rendered in parallel.
  public let fill: @Sendable () -> ViewRecord

  /// Plans a page.
  public init(
    path: String, kind: PageKind, record: RecordKey? = nil, alias: Located<String>? = nil,
    fill: @escaping @Sendable () -> ViewRecord
  ) {
    self.path = path
    self.kind = kind
    self.record = record
    self.alias = alias
    self.fill = fill
  }
}
