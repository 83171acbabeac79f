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
    var texts: [InlineText] = []
    func add(_ text: InlineText?) { if let text { texts.append(text) } }
    add(header.note)
    for source in header.sources { add(source.note) }
    for judgement in judgements {
      add(judgement.note)
      for part in judgement.parts { add(part.note) }
    }
    for recommendation in recommendations {
      add(recommendation.text.value)
      add(recommendation.note)
      add(recommendation.dueNote)
      for variant in recommendation.variants { add(variant.text.value) }
    }
    for sample in samples {
      add(sample.note)
      for other in sample.alsoPrinted { add(other.note) }
    }
    for survey in surveys {
      add(survey.question)
      add(survey.results)
      add(survey.note)
      for other in survey.alsoPrinted { add(other.note) }
    }
    for indicator in indicators { add(indicator.note) }
    for entry in visit?.progress.known() ?? [] {
      add(entry.finding)
      add(entry.furtherAction)
      add(entry.note)
    }
    for change in changes { add(change.note) }
    return texts
  }
}
