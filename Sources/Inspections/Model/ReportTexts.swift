extension Report {
  /// Every text field of the report that readers see, with its dotted path of keys, in the order of
  /// the reference.
  var publishedTexts: [(path: String, text: InlineText)] {
    var texts: [(path: String, text: InlineText)] = [("title", title.value)]
    func add(_ path: String, _ text: InlineText?) {
      if let text { texts.append((path, text)) }
    }
    add("note", header.note)
    add("withdrawal.reason", withdrawal?.reason)
    for judgement in judgements {
      if case .other(let subject) = judgement.subject { add("judgements.subject", subject) }
      add("judgements.note", judgement.note)
      for part in judgement.parts {
        add("judgements.parts.title", part.title)
        add("judgements.parts.note", part.note)
      }
    }
    for recommendation in recommendations {
      let path = "recommendations.\(recommendation.number.value)"
      add("\(path).text", recommendation.text.value)
      add("\(path).due_note", recommendation.dueNote)
      add("\(path).note", recommendation.note)
      for variant in recommendation.variants {
        add("\(path).variants.text", variant.text.value)
        add("\(path).variants.note", variant.note)
      }
    }
    texts += evidenceTexts
    for change in changes { add("changes.note", change.note) }
    for entry in visit?.progress.known() ?? [] {
      let path = "progress.\(entry.recommendation.value)"
      add("\(path).finding", entry.finding)
      add("\(path).further_action", entry.furtherAction)
      add("\(path).note", entry.note)
    }
    for closure in visit?.closes ?? [] { add("closes.note", closure.note) }
    return texts
  }

  private var evidenceTexts: [(path: String, text: InlineText)] {
    var texts: [(path: String, text: InlineText?)] = []
    for sample in samples {
      let path = "samples.\(sample.id.value)"
      texts += [("\(path).title", sample.title), ("\(path).note", sample.note)]
    }
    for survey in surveys {
      let path = "surveys.\(survey.id.value)"
      texts += [
        ("\(path).title", survey.title), ("\(path).question", survey.question),
        ("\(path).results", survey.results), ("\(path).note", survey.note),
      ]
    }
    for indicator in indicators {
      let path = "indicators.\(indicator.id.value)"
      texts += [("\(path).title", indicator.title), ("\(path).note", indicator.note)]
    }
    return texts.compactMap { entry in entry.text.map { (entry.path, $0) } }
  }
}
