import CommonMark
import Diagnostics

/// A link from one record to another, with its name in both directions.
struct RegisterEdge: Sendable {
  let from: RecordKey
  let to: RecordKey
  /// What the target is to the record, like "published by".
  let forward: String
  /// What the record is to the target, like "publishes".
  let backward: String
}

extension Register {
  /// Every link between records that front matter makes, in the order of the collections.
  ///
  /// Complexity: O(number of records and links).
  var edges: [RegisterEdge] {
    var edges: [RegisterEdge] = []
    for organisation in organisations.records { edges += self.edges(of: organisation) }
    for framework in frameworks.records { edges += self.edges(of: framework) }
    for area in areas.records { edges += self.edges(of: area) }
    for report in reports.records { edges += self.edges(of: report) }
    for response in responses.records {
      edges.append(.init(response, "answers", response.report.value, "answered by"))
      edges.append(.init(response, "written by", response.organisation.value, "answer"))
    }
    for account in coverage.records {
      let reports = account.about.map(\.value) + account.claims.compactMap(\.report)
      for report in Set(reports).sorted() {
        edges.append(.init(account, "about", report, "told of by"))
      }
    }
    for term in glossary.records {
      if let framework = term.framework {
        edges.append(.init(term, "used in", framework.value, "uses the term"))
      }
    }
    return edges
  }

  private func edges(of organisation: Organisation) -> [RegisterEdge] {
    var edges = successorEdges(organisation, lineage.successors(of: organisation.id))
    for sponsor in organisation.sponsors {
      edges.append(.init(organisation, "sponsored by", sponsor.organisation.value, "sponsors"))
    }
    for duty in organisation.duties {
      if let other = duty.passedTo {
        edges.append(.init(organisation, "passed a duty to", other.value, "took a duty from"))
      }
    }
    return edges
  }

  private func edges(of framework: Framework) -> [RegisterEdge] {
    var edges: [RegisterEdge] = []
    if let inspectorate = framework.inspectorate.value.value {
      edges.append(.init(framework, "framework of", inspectorate, "framework"))
    }
    for mapping in framework.mappings {
      edges.append(.init(framework, "maps its grades to", mapping.to.value, "has grades mapped by"))
    }
    return edges
  }

  private func edges(of area: Area) -> [RegisterEdge] {
    var edges = successorEdges(area, lineage.successors(of: area.id))
    for body in area.bodies { edges.append(.init(area, "area of", body.value, "area")) }
    if let parent = area.parent.known() {
      edges.append(.init(area, "part of", parent, "has the part"))
    }
    return edges
  }

  private func edges(of report: Report) -> [RegisterEdge] {
    var edges: [RegisterEdge] = []
    for publisher in report.publishers {
      edges.append(.init(report, "published by", publisher.value, "publishes"))
    }
    if let framework = report.framework.known() {
      edges.append(.init(report, "made under", framework, "used by"))
    }
    for area in report.areas { edges.append(.init(report, "inspects", area.value, "inspected by")) }
    for followed in report.visit?.follows ?? [] {
      edges.append(.init(report, "follows", followed.value, "followed by"))
    }
    if let original = report.translationOf {
      edges.append(.init(report, "translation of", original.value, "translated as"))
    }
    for judgement in report.judgements {
      if let source = judgement.carriedFrom {
        edges.append(.init(report, "carries a grade over from", source.value, "grade carried by"))
      }
    }
    if let other = report.withdrawal?.supersededBy {
      edges.append(.init(report, "superseded by", other.value, "supersedes"))
    }
    return edges
  }

  private func successorEdges<Stored: Record>(
    _ record: Stored, _ successors: Lineage.Relatives<Stored>
  ) -> [RegisterEdge] {
    switch successors {
    case .known(let ids): ids.map { .init(record, "succeeded by", $0, "succeeds") }
    case .unknown, .notRecorded: []
    }
  }
}

extension RegisterEdge {
  fileprivate init<From: Record, To: Record>(
    _ from: From, _ forward: String, _ to: ID<To>, _ backward: String
  ) {
    self.init(
      from: RecordKey(From.collection, from.header.id), to: RecordKey(To.collection, to.name),
      forward: forward, backward: backward)
  }
}
