import Diagnostics

extension Check {
  /// Names used for what they do not hold.
  static let templateType = Check(
    "template-type", .templates, .error,
    summary: "A name is used for what it holds.",
    explanation: """
      A text, address or number is written out with `{{name}}`; a list repeats and a record is \
      entered with `{{#name}}`; a flag shows or hides. `{{{name}}}` and `{{&name}}` write without \
      escaping and are for HTML that the generator made, never for text.

          <p>{{judgements}}</p>      judgements is a list
          <p>{{{title}}}</p>         title is text

      Which name holds what stands in the reference that `findings templates` prints.
      """,
    canBeWaived: false)
}

extension Diagnostic {
  /// A record, list or flag is written out as if it were text.
  static func notWritable(_ span: Span, name: String, type: FieldType) -> Diagnostic {
    let help =
      switch type {
      case .record(let shape):
        shape.fields.first.map { "write '{{\(name).\($0.name)}}' or another of its names" }
      case .list: "repeat it with '{{#\(name)}} … {{/\(name)}}'"
      case .flag: "show something with '{{#\(name)}} … {{/\(name)}}'"
      case .text, .html, .json, .address, .number: String?.none
      }
    var notes: [String] = []
    if case .record(let shape) = type {
      notes = ["\(shape.name) offers \(shape.fields.map(\.name).listed())"]
    }
    return Diagnostic(
      .templateType, "'\(name)' is \(type.words) and cannot be written out",
      at: Label(span, "written out here"), notes: notes, help: help)
  }

  /// `{{{name}}}` over something that is not markup.
  static func rawText(_ span: Span, name: String, type: FieldType) -> Diagnostic {
    Diagnostic(
      .templateType, "'\(name)' is \(type.words) and must be escaped", at: Label(span, "raw here"),
      notes: ["only HTML that the generator made is written without escaping"],
      help: "write '{{\(name)}}'")
  }

  /// A section over something that is not there or absent, and has nothing to enter.
  static func notSection(_ span: Span, name: String, type: FieldType) -> Diagnostic {
    Diagnostic(
      .templateType, "'\(name)' is \(type.words) and has no section",
      at: Label(span, "used as a section"),
      notes: ["sections are for lists, records, flags and values that may be absent or empty"],
      help: "write '{{\(name)}}'")
  }

  /// A dotted name that leads through something without names.
  static func closedName(_ span: Span, name: String, part: String, type: FieldType) -> Diagnostic {
    let isList = if case .list = type { true } else { false }
    return Diagnostic(
      .templateType, "'\(part)' in '\(name)' is \(type.words), which a dot cannot enter",
      at: Label(span), notes: ["dots lead into records"],
      help: isList
        ? "enter it with '{{#\(part)}} … {{/\(part)}}'" : "take away what follows '\(part)'")
  }
}
