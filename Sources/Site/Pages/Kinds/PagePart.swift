/// A page's worth of a list that is too long for one page.
struct PagePart<Content: Sendable>: Sendable {
  let path: String
  /// Like `2009`, or `2009, part 2`.
  let title: String
  let content: Content

  /// The parts of what is called `title`: the first stands at `path`, the others below it by number.
  static func numbered(_ contents: [Content], of title: String, at path: String) -> [PagePart] {
    contents.enumerated().map { index, content in
      index == 0
        ? PagePart(path: path, title: title, content: content)
        : PagePart(
          path: "\(path)\(index + 1)/", title: "\(title), part \(index + 1)", content: content)
    }
  }

  /// The link to the part, with what it holds beside it.
  func link(_ note: String, in site: SiteContext) -> RecordLink {
    RecordLink(title: title, link: site.addresses.link(path), note: note)
  }
}
