import CommonMark

extension Report {
  /// Every reference in the body and in the text fields of the report.
  var references: [Reference] {
    var references = header.body.references
    for text in texts where !text.rendered.references.isEmpty {
      references += text.rendered.references
    }
    return references
  }

  /// The `share:` links of the report that lead to figures, with these.
  func shares(in register: Register) -> [(Reference, Share)] {
    let scope = ReferenceScope(self)
    return references.compactMap { link in
      guard link.scheme == "share",
        case .resolved(.share(let share)) = resolve(link, in: scope, register: register)
      else { return nil }
      return (link, share)
    }
  }

  /// The text fields of the report, but for its title.
  var texts: [InlineText] {
    var texts = [header.note].compactMap { $0 }
    texts += header.sources.compactMap(\.note)
    for judgement in judgements {
      texts += [judgement.note].compactMap { $0 } + judgement.parts.compactMap(\.note)
    }
    for recommendation in recommendations {
      texts.append(recommendation.text.value)
      texts += [recommendation.note, recommendation.dueNote].compactMap { $0 }
      texts += recommendation.variants.map(\.text.value)
    }
    for sample in samples {
      texts += [sample.note].compactMap { $0 } + sample.alsoPrinted.compactMap(\.note)
    }
    for survey in surveys {
      texts += [survey.question, survey.results, survey.note].compactMap { $0 }
      texts += survey.alsoPrinted.compactMap(\.note)
    }
    for indicator in indicators { texts += [indicator.note].compactMap { $0 } }
    for entry in visit?.progress.known() ?? [] {
      texts += [entry.finding, entry.furtherAction, entry.note].compactMap { $0 }
    }
    texts += changes.map(\.note)
    return texts
  }
}
