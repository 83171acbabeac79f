import Diagnostics
import FrontMatter

/// A value that a site hands to its templates under a name of its own, by `params:` of `site.yml`.
public enum Param: Sendable {
  /// Text without markup.
  case text(String)
  /// Yes or no.
  case flag(Bool)
  /// An absolute address of a page or of mail.
  case address(String)
  /// Texts.
  case texts([String])
  /// Texts, flags and addresses under names.
  case group([NamedParam])
  /// Several such groups; a name that one of them has may be missing in another.
  case groups([[NamedParam]])
}

/// A name with what it stands for.
public struct NamedParam: Sendable {
  /// The name in templates.
  public let name: String
  /// What it stands for.
  public let value: Param

  /// Couples a name with what it stands for.
  public init(name: String, value: Param) {
    self.name = name
    self.value = value
  }
}

extension Values {
  /// Everything that `params:` names.
  static let params = ValueType<[NamedParam]>(description: .params) { node, decoding in
    guard case .mapping(let pairs) = node.content else {
      decoding.diagnostics.append(.wrongType(node, expected: .params))
      return nil
    }
    var left = Limits.params
    let params = decoding.named(pairs, left: &left) { node, decoding, left in
      decoding.param(node, left: &left)
    }
    if left < 0 { decoding.diagnostics.append(.tooManyParams(at: node.span)) }
    return params
  }
}

extension Decoding {
  /// The values of a mapping under their names; those whose names templates cannot write are reported.
  fileprivate mutating func named(
    _ pairs: [Node.Pair], left: inout Int,
    _ value: (Node, inout Decoding, inout Int) -> Param?
  ) -> [NamedParam] {
    var params: [NamedParam] = []
    for pair in pairs {
      guard takesOne(from: &left) else { break }
      if let fault = TextForm.paramName.fault(in: pair.key) {
        diagnostics.append(
          .wrongForm(
            Node(.scalar(pair.key, quoted: false), span: pair.keySpan), fault,
            expected: .formed(.paramName)))
      } else if let value = value(pair.value, &self, &left) {
        params.append(NamedParam(name: pair.key, value: value))
      }
    }
    return params
  }

  /// A value of any shape that templates can use.
  fileprivate mutating func param(_ node: Node, left: inout Int) -> Param? {
    switch node.content {
    case .scalar: return single(node)
    case .mapping(let pairs):
      return .group(named(pairs, left: &left) { node, decoding, _ in decoding.single(node) })
    case .sequence(let nodes):
      guard case .mapping = nodes.first?.content else { return texts(nodes, left: &left) }
      var groups: [[NamedParam]] = []
      for node in nodes {
        guard takesOne(from: &left) else { break }
        guard case .mapping(let pairs) = node.content else {
          diagnostics.append(.wrongType(node, expected: .params))
          continue
        }
        groups.append(named(pairs, left: &left) { node, decoding, _ in decoding.single(node) })
      }
      return .groups(groups)
    }
  }

  /// Whether one more value may be read; `left` is below zero once there is one too many.
  private func takesOne(from left: inout Int) -> Bool {
    left -= 1
    return left >= 0
  }

  private mutating func texts(_ nodes: [Node], left: inout Int) -> Param {
    var texts: [String] = []
    for node in nodes {
      guard takesOne(from: &left) else { break }
      if let text = Values.text.decode(node, &self) { texts.append(text) }
    }
    return .texts(texts)
  }

  private mutating func single(_ node: Node) -> Param? {
    guard case .scalar(let text, let isQuoted) = node.content else {
      diagnostics.append(.wrongType(node, expected: .text))
      return nil
    }
    if !isQuoted, let flag = Values.flagOf(text) { return .flag(flag) }
    guard let text = Values.text.decode(node, &self) else { return nil }
    return Values.isAddress(text) ? .address(text) : .text(text)
  }
}

extension Diagnostic {
  fileprivate static func tooManyParams(at span: Span) -> Diagnostic {
    Diagnostic(
      .fileLimits, "'params' has more than \(Limits.params.grouped) values", at: Label(span),
      notes: ["those behind them are left alone"],
      help: "put what belongs to one page on that page")
  }
}
