import Diagnostics

extension Judgement {
  /// The dotted path of the entry, by its aspects or by the words of its subject.
  var path: String {
    switch subject {
    case .aspects(let aspects):
      "judgements.\(aspects.map(\.value.name).joined(separator: "+"))"
    case .other(let text):
      "judgements.\(words(of: text.source).map(\.text).joined(separator: "-"))"
    }
  }
}

extension Recommendation {
  /// The dotted path of the entry, by its number.
  var path: String { "recommendations.\(number.value)" }
}
