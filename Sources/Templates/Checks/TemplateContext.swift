import Diagnostics

extension Check {
  /// Values and sections where the markup does not allow them.
  static let templateContext = Check(
    "template-context", .templates, .error,
    summary: "A value stands where it can be made safe, and a section leaves the markup as it was.",
    explanation: """
      Values are escaped for their place: between elements, in a quoted attribute, in an address. \
      Nothing makes a text safe in an attribute without quotes, in a tag, in a comment, or in a \
      `script` or `style` element. HTML stands between elements only, JSON in a `script` element \
      whose type is `application/ld+json` or `application/json`, and an attribute like `href` \
      starts with an address. A section may be absent or repeated, so the markup must be in the \
      same place before and after it.

          <a href={{address}}>             no quotes
          <a href="{{title}}">             a text where an address starts
          {{#flag}}<a href="{{/flag}}      ends in an attribute

      Source: the HTML Standard, tokenization; the OWASP cheat sheet on cross-site scripting.
      """,
    canBeWaived: false)
}

extension Diagnostic {
  static func refused(_ span: Span, name: String, refusal: Refusal, opened: Span?) -> Diagnostic {
    Diagnostic(
      .templateContext, "'\(name)' \(refusal.message)", at: Label(span, "not allowed here"),
      secondary: opened.map { [Label($0, "the markup opens here")] } ?? [],
      notes: [refusal.note], help: refusal.help)
  }

  static func sectionMovesPlace(_ span: Span, name: String, from: HTMLPlace, to: HTMLPlace)
    -> Diagnostic
  {
    Diagnostic(
      .templateContext, "'\(name)' begins \(from.words) and ends \(to.words)",
      at: Label(span, "this section"),
      notes: ["a section may be absent, and what follows it must mean the same"],
      help: "close in the section what it opens")
  }

  static func pageEndsInside(_ file: SourceFile, name: String, place: HTMLPlace, opened: Span?)
    -> Diagnostic
  {
    Diagnostic(
      .templateContext, "page '\(name)' ends \(place.words)",
      at: Label(opened ?? Span(startOf: file), "opens here"), help: "close it")
  }
}
