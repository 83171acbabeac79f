/// What came before and after an area or an organisation.
///
/// Either side may say so: `successors` of the older and `replaces` of the newer are read as one.
public struct Lineage: Sendable {
  /// What is known of one side of a lineage.
  public enum Relatives<Subject>: Sendable {
    /// The record names them, in order of id.
    case known([ID<Subject>])
    /// The record says that there were some, and that nobody knows which.
    case unknown
    /// The record says nothing.
    case notRecorded
  }

  private let areas: Tree<Area>
  private let organisations: Tree<Organisation>

  init(areas: Shelf<Area>, organisations: Shelf<Organisation>) {
    self.areas = Tree(areas.records.map { ($0.id, $0.life) })
    self.organisations = Tree(organisations.records.map { ($0.id, $0.life) })
  }

  /// What replaced an area.
  public func successors(of area: AreaID) -> Relatives<Area> { areas.successors(of: area) }

  /// What an area replaced.
  public func predecessors(of area: AreaID) -> Relatives<Area> { areas.predecessors(of: area) }

  /// What replaced an organisation.
  public func successors(of organisation: OrganisationID) -> Relatives<Organisation> {
    organisations.successors(of: organisation)
  }

  /// What an organisation replaced.
  public func predecessors(of organisation: OrganisationID) -> Relatives<Organisation> {
    organisations.predecessors(of: organisation)
  }

  private struct Tree<Subject>: Sendable {
    private var after: [ID<Subject>: Set<ID<Subject>>] = [:]
    private var before: [ID<Subject>: Set<ID<Subject>>] = [:]
    private var unknownAfter: Set<ID<Subject>> = []
    private var unknownBefore: Set<ID<Subject>> = []

    init(_ lives: [(id: ID<Subject>, life: Life<Subject>)]) {
      for (id, life) in lives {
        switch life.successors?.value {
        case .known(let successors): for other in successors { link(id, to: other.value) }
        case .unknown: unknownAfter.insert(id)
        case nil: break
        }
        switch life.replaces?.value {
        case .known(let predecessors): for other in predecessors { link(other.value, to: id) }
        case .unknown: unknownBefore.insert(id)
        case nil: break
        }
      }
    }

    private mutating func link(_ older: ID<Subject>, to newer: ID<Subject>) {
      after[older, default: []].insert(newer)
      before[newer, default: []].insert(older)
    }

    func successors(of id: ID<Subject>) -> Relatives<Subject> {
      relatives(after[id], isUnknown: unknownAfter.contains(id))
    }

    func predecessors(of id: ID<Subject>) -> Relatives<Subject> {
      relatives(before[id], isUnknown: unknownBefore.contains(id))
    }

    private func relatives(_ ids: Set<ID<Subject>>?, isUnknown: Bool) -> Relatives<Subject> {
      if let ids { return .known(ids.sorted()) }
      return isUnknown ? .unknown : .notRecorded
    }
  }
}
