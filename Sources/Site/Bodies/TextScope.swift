import HTML
import Inspections

/// Something that shows text fields of one record, whose short references mean what they mean there.
protocol TextScope {
  var site: SiteContext { get }
  var scope: ReferenceScope { get }
}

extension TextScope {
  /// A text field's HTML without a paragraph around it; nothing where there is no text.
  func text(_ text: InlineText?) -> HTMLFragment {
    site.html(text, in: scope)
  }

  /// How the beginning and the end of a life are known.
  func notes(on life: Life<some Any>) -> HTMLFragment {
    var buffer = HTMLBuffer()
    for note in [life.fromNote, life.toNote] {
      guard let note else { continue }
      if buffer.count > 0 { buffer.markup(" ") }
      buffer.fragment(text(note))
    }
    return buffer.fragment()
  }
}

extension SiteContext {
  /// A text field's HTML with links in place of what opens on a page; nothing where there is no text.
  func html(_ text: InlineText?, in scope: ReferenceScope) -> HTMLFragment {
    var filler = BodyFiller(site: self, manner: .brief)
    return text.map { filler.html($0, in: scope) } ?? .empty
  }
}
