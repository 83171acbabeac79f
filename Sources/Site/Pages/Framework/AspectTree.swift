import Inspections
import Templates

/// An aspect at the top of a framework's tree with everything below it.
struct AspectTree: Sendable {
  let link: RecordLink
  /// Everything below, parents before their parts; what lies deeper names its parent.
  let parts: [RecordLink]

  static let view = View<AspectTree>(
    "AspectTree", "An aspect with its parts.",
    [
      .record("aspect", "The aspect.", RecordLink.view) { $0.link },
      .list("parts", "Its parts.", RecordLink.view) { $0.parts },
    ])

  /// The tree of a framework's aspects, in the framework's order.
  ///
  /// Complexity: O(n) in the aspects; an aspect in a circle of parents stands at the top.
  static func roots(of framework: Framework, in site: SiteContext) -> [AspectTree] {
    let known = Set(framework.aspects.map(\.id.value))
    var children: [AspectID: [Aspect]] = [:]
    var roots: [Aspect] = []
    for aspect in framework.aspects {
      if let parent = aspect.parent?.value, known.contains(parent), parent != aspect.id.value {
        children[parent, default: []].append(aspect)
      } else {
        roots.append(aspect)
      }
    }
    var seen: Set<AspectID> = []
    func tree(_ root: Aspect) -> AspectTree {
      seen.insert(root.id.value)
      var parts: [RecordLink] = []
      var open = (children[root.id.value] ?? []).reversed().map { ($0, root) }
      while let (aspect, parent) = open.popLast() {
        guard seen.insert(aspect.id.value).inserted else { continue }
        let note = parent.id.value == root.id.value ? "" : "part of \(parent.title)"
        parts.append(site.link(aspect, of: framework, note: note))
        open += (children[aspect.id.value] ?? []).reversed().map { ($0, aspect) }
      }
      return AspectTree(link: site.link(root, of: framework), parts: parts)
    }
    var trees = roots.map(tree)
    for aspect in framework.aspects where !seen.contains(aspect.id.value) {
      trees.append(tree(aspect))
    }
    return trees
  }
}
