import CommonMark
public import Diagnostics

/// What is wrong with the references in a record's body and text fields.
///
/// Diagnostics: those of ``resolve(_:in:register:)``. Complexity: O(references).
public func checkReferences(of record: ContentRecord, in register: Register) -> [Diagnostic] {
  let scope = record.scope(in: register)
  return record.header.links.compactMap { link in
    switch resolve(link, in: scope, register: register) {
    case .refused(let diagnostic): diagnostic
    case .resolved, .withheld: nil
    }
  }
}

extension ContentRecord {
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
  func scope(in register: Register) -> ReferenceScope {
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
