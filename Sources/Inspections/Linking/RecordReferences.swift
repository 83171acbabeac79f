import CommonMark
public import Diagnostics

/// What is wrong with the references in a record's body and text fields.
///
/// After ``Limits/foundOfOneKind`` that lead nowhere the others are not followed.
///
/// Diagnostics: those of ``resolve(_:in:register:)``, `file-limits`. Complexity: O(references).
public func checkReferences(of record: ContentRecord, in register: Register) -> [Diagnostic] {
  let scope = record.scope(in: register)
  var found = BoundedDiagnostics()
  for link in record.header.links {
    guard case .refused(let diagnostic) = resolve(link, in: scope, register: register) else {
      continue
    }
    guard found.append(diagnostic) else { break }
  }
  return found.all
}

/// The downloads that a record's body and text fields lead to; complexity: O(references).
public func downloads(of record: ContentRecord, in register: Register) -> [String] {
  downloads(record.header.links, of: record, in: register)
}

/// The downloads that the words lead to which a report withholds; complexity: O(references).
public func withheldDownloads(of record: ContentRecord, in register: Register) -> [String] {
  downloads(record.header.withheldLinks, of: record, in: register)
}

private func downloads(
  _ links: [Reference], of record: ContentRecord, in register: Register
) -> [String] {
  guard !links.isEmpty else { return [] }
  let scope = record.scope(in: register)
  return links.compactMap { link in
    guard link.scheme == "file" || link.scheme.isEmpty,
      case .resolved(.link(.download(let file, anchor: _))) = resolve(
        link, in: scope, register: register)
    else { return nil }
    return file
  }
}

extension ContentRecord {
  /// The collection and the id.
  public var key: RecordKey {
    switch self {
    case .organisation(let organisation): organisation.key
    case .framework(let framework): framework.key
    case .area(let area): area.key
    case .report(let report): report.key
    case .response(let response): response.key
    case .coverage(let account): account.key
    case .term(let term): term.key
    case .page(let page): page.key
    }
  }

  /// What every record carries.
  public var header: RecordHeader {
    switch self {
    case .organisation(let organisation): organisation.header
    case .framework(let framework): framework.header
    case .area(let area): area.header
    case .report(let report): report.header
    case .response(let response): response.header
    case .coverage(let account): account.header
    case .term(let term): term.header
    case .page(let page): page.header
    }
  }

  /// What short references in it mean.
  public func scope(in register: Register) -> ReferenceScope {
    switch self {
    case .organisation(let organisation): ReferenceScope(organisation.key)
    case .framework(let framework): ReferenceScope(framework)
    case .area(let area): ReferenceScope(area.key)
    case .report(let report): ReferenceScope(report)
    case .response(let response): ReferenceScope(response, in: register)
    case .coverage(let account): ReferenceScope(account.key)
    case .term(let term): ReferenceScope(term)
    case .page(let page): ReferenceScope(page.key)
    }
  }
}

extension Record {
  /// The record's collection and id.
  public var key: RecordKey { RecordKey(Self.collection, header.id) }
}
