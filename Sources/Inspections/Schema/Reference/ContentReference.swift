/// The reference page of the content format in Markdown, made from the declared schema.
///
/// One section a kind of file, with a table of its fields and one table for each mapping inside it,
/// in the order in which they are first met. Complexity: O(size of the schema).
public func contentReference() -> String {
  var output = """
    # Content reference

    Every file and every field of the content format, as the program itself declares them.

    This page is made by `findings schema --reference`; change the declarations, not the page.

    A Markdown file opens with front matter between two lines of `---`. Scalars need no quotes except where YAML
    itself asks for them: `NO` is the word NO, and `"070205"` and `070205` are the same text. Dates are `2008`,
    `2008-01`, `2008-02-15` or the week `2009-W03`, as far as they are known. Where the type says "or unknown",
    the word `unknown` records that nobody knows; a field left out says nothing at all. Keys that are not
    listed here are errors.

    """
  for subject in SchemaSubject.allCases { output += section(of: subject) }
  return output
}

private func section(of subject: SchemaSubject) -> String {
  let heading =
    switch subject {
    case .site: "## `site.yml`"
    case .collection(let collection): "## `\(collection.rawValue)/`"
    }
  var output = "\n\(heading)\n\n\(subject.record.documentation)\n"
  var written: Set<String> = []
  var waiting = [subject.record]
  while !waiting.isEmpty {
    let record = waiting.removeFirst()
    let mark = record.name + record.fields.map(\.key).joined(separator: ",")
    guard written.insert(mark).inserted else { continue }
    if written.count > 1 {
      output +=
        "\n### \(record.name.capitalizedFirst) (in `\(subject.name)`)\n\n\(record.documentation)\n"
    }
    output += "\n" + table(of: record)
    waiting += record.fields.compactMap { $0.type.innerRecord }
  }
  return output
}

private func table(of record: RecordDescription) -> String {
  var output = "| field | value | required | meaning |\n|---|---|---|---|\n"
  for field in record.fields {
    let required =
      switch field.requirement {
      case .required: "yes"
      case .optional: ""
      case .conditional(let condition): condition
      }
    let cells = ["`\(field.key)`", field.type.reference, required, field.documentation]
    output += "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
  }
  return output
}

extension TypeDescription {
  /// The type in the words of the reference, which leaves mappings to tables of their own.
  fileprivate var reference: String {
    switch self {
    case .inlineMarkdown: "text, inline Markdown"
    case .choice(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .list(.record(let record)): "a list, each entry a \(record.name)"
    case .list(let element): "a list, each entry \(element.reference)"
    case .oneOrMany(.record(let record)): "a \(record.name), or a list of such"
    case .oneOrMany(let element): "\(element.reference), or a list of such"
    case .map(let key, let value): "a mapping from \(key) to \(value.reference)"
    case .record(let record): "a \(record.name)"
    case .orUnknown(let inner): "\(inner.reference), or `unknown`"
    case .text, .flag, .integer, .number, .date, .interval, .duration, .due, .instant, .address,
      .reference, .name, .judgedGrade:
      words
    }
  }

  /// The mapping that a value of this type holds, if it holds one.
  var innerRecord: RecordDescription? {
    switch self {
    case .record(let record): record
    case .list(let inner), .oneOrMany(let inner), .orUnknown(let inner): inner.innerRecord
    case .map(key: _, value: let inner): inner.innerRecord
    case .text, .inlineMarkdown, .flag, .integer, .number, .date, .interval, .duration, .due,
      .instant, .address, .choice, .reference, .name, .judgedGrade:
      nil
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
