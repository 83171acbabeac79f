/// The opening tags of the elements of a page whose whole text is `title`, without their brackets.
///
/// What is not read out as the page's words is left out: the name of the window, what is kept for
/// search, and drawings, which name what they show in a list beside them.
public func tags(around title: String, in html: String) -> [Substring] {
  html.split(separator: "<").compactMap { piece in
    guard let end = piece.firstIndex(of: ">"), piece[piece.index(after: end)...] == title else {
      return nil
    }
    let tag = piece[..<end]
    let name = tag.prefix { $0 != " " }
    return ["title", "text", "tspan"].contains(name) || tag.contains("data-pagefind") ? nil : tag
  }
}
