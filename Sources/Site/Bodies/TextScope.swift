import HTML
import Inspections

/// Something that shows text fields of one record, whose short references mean what they mean there.
protocol TextScope {
  var site: SiteContext { get }
  var scope: ReferenceScope { get }
}

extension TextScope {
  /// A text field's HTML without a paragraph around it, marked with the language of its record;
  /// nothing where there is no text.
  func text(_ text: InlineText?) -> HTMLFragment { site.text(text, in: scope) }

  /// The same for a place that says the language itself.
  func html(_ text: InlineText?) -> HTMLFragment { site.html(text, in: scope) }

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
  /// The language of what a record says; empty where it is the site's.
  func language(of scope: ReferenceScope) -> String {
    register.header(of: scope.record)?.language?.value ?? ""
  }

  /// The language of words of ours among those of a record, where these are in another; else empty.
  func ownLanguage(in scope: ReferenceScope) -> String {
    language(of: scope).isEmpty ? "" : register.site.language.value
  }

  /// A text field's HTML, marked with the language of its record where that is not the site's.
  func text(_ text: InlineText?, in scope: ReferenceScope) -> HTMLFragment {
    let html = html(text, in: scope)
    let language = language(of: scope)
    guard !html.isEmpty, !language.isEmpty else { return html }
    var buffer = HTMLBuffer(capacity: html.bytes.count + 32)
    buffer.markup("<span")
    buffer.language(language)
    buffer.markup(">")
    buffer.fragment(html)
    buffer.markup("</span>")
    return buffer.fragment()
  }

  /// A text field's HTML with links in place of what opens on a page; nothing where there is no text.
  func html(_ text: InlineText?, in scope: ReferenceScope) -> HTMLFragment {
    var filler = BodyFiller(site: self, manner: .brief)
    return text.map { filler.html($0, in: scope) } ?? .empty
  }
}
