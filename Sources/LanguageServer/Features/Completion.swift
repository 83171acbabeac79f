import Diagnostics
import Inspections

/// Something that may be typed at a place.
struct Proposal: Sendable, Hashable {
  /// What it is, by the protocol's numbers.
  enum Kind: Int, Sendable {
    case field = 5
    case value = 12
    case word = 14
    case file = 17
    case record = 18
  }

  /// What is shown in the list.
  let label: String
  /// What is put in.
  let insertion: String
  /// What it is.
  let kind: Kind
  /// A few words beside it.
  var detail = ""
  /// More about it, in Markdown.
  var documentation = ""
}

/// What may be typed at a place, and the bytes that it takes the place of.
struct Completion: Sendable, Hashable {
  let proposals: [Proposal]
  let word: Range<Int>
}

extension Glance {
  /// What may be typed at a byte of the document; nil where nothing is known.
  ///
  /// Complexity: O(bytes before the place, and records of a collection).
  func completion(at offset: Int, checks: [Check]) -> Completion? {
    switch kind {
    case .template(let name): return templateCompletion(of: name, at: offset)
    case .other: return nil
    case .site, .record: break
    }
    if let link = LinkContext(text, at: offset) { return completion(of: link, at: offset) }
    guard let fields, fields.lowerBound <= offset, offset <= fields.upperBound else { return nil }
    return fieldCompletion(FieldContext(text.bytes, in: fields, at: offset), checks: checks)
  }

  private func completion(of link: LinkContext, at offset: Int) -> Completion? {
    guard let scheme = link.scheme else {
      let schemes = link.isEmbed ? LinkScheme.ofEmbeds : LinkScheme.ofLinks
      let proposals = schemes.map { scheme in
        Proposal(
          label: "\(scheme):", insertion: "\(scheme):", kind: .word,
          detail: LinkScheme.collection(of: scheme).map { "a record of \($0.rawValue)" } ?? "")
      }
      return Completion(proposals: proposals, word: link.address)
    }
    guard let register = state.register, let scope else { return nil }
    let typed = String(link.typed.dropFirst(scheme.count + 1))
    let proposals = register.candidates(for: scheme, typed: typed, in: scope).map {
      Proposal(
        label: $0.text, insertion: $0.text, kind: scheme == "file" ? .file : .record,
        detail: $0.title, documentation: $0.detail)
    }
    let start = link.address.lowerBound + scheme.utf8.count + 1
    return Completion(proposals: proposals, word: start..<link.address.upperBound)
  }
}

extension Completion {
  /// Those proposals in whose label or detail what is typed stands, best first, and whether there are
  /// more than are shown.
  ///
  /// Complexity: O(proposals).
  func chosen(by typed: String) -> (proposals: [Proposal], isWhole: Bool) {
    let sought = typed.lowercased()
    guard !sought.isEmpty else { return bounded(proposals) }
    var ranked: [[Proposal]] = [[], [], []]
    for proposal in proposals {
      let label = proposal.label.lowercased()
      if label.hasPrefix(sought) {
        ranked[0].append(proposal)
      } else if label.contains(sought) {
        ranked[1].append(proposal)
      } else if proposal.kind == .record, proposal.detail.lowercased().contains(sought) {
        ranked[2].append(proposal)
      }
    }
    return bounded(ranked.flatMap(\.self))
  }

  /// Of records an editor asks again with each letter, for it would look at ids only.
  private func bounded(_ chosen: [Proposal]) -> (proposals: [Proposal], isWhole: Bool) {
    let isWhole = chosen.count <= Limits.completions && !proposals.contains { $0.kind == .record }
    return (Array(chosen.prefix(Limits.completions)), isWhole)
  }
}
