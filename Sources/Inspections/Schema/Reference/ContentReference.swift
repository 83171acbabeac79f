/// The reference page of the content format in Markdown, made from the declared schema.
///
/// One section a kind of file, with a table of its fields and one table for each mapping inside it,
/// in the order in which they are first met. Complexity: O(size of the schema).
public func contentReference() -> String {
  var output = """
    # Content reference

    Every file and every field of the content format, as the program itself declares them.

    This page is made from the declarations in `Sources/Inspections/Schema`: change those, and write it anew with
    `make docs`.

    A Markdown file opens with front matter between two lines of `---`. Scalars need no quotes except where YAML
    itself asks for them: `NO` is the word NO, and `"070205"` and `070205` are the same text. Dates are `2008`,
    `2008-01`, `2008-02-15` or the week `2009-W03`, as far as they are known. Where the type says "or unknown",
    the word `unknown` records that nobody knows; a field left out says nothing at all. Keys that are not
    listed here are errors.

    """
  var shared: [RecordDescription] = []
  for subject in SchemaSubject.allCases { output += section(of: subject, shared: &shared) }
  output += "\n## In several kinds of file\n"
  for record in shared { output += section(of: record) }
  return output
}

/// A kind of file with the mappings that only it has; the others are added to `shared`.
private func section(of subject: SchemaSubject, shared: inout [RecordDescription]) -> String {
  let heading =
    switch subject {
    case .site: "## `site.yml`"
    case .collection(let collection): "## `\(collection.rawValue)/`"
    }
  var output = "\n\(heading)\n\n\(subject.record.documentation)\n\n" + table(of: subject.record)
  let elsewhere = SchemaSubject.allCases.filter { $0 != subject }
    .flatMap { $0.record.innerRecords.map(\.identity) }
  for record in subject.record.innerRecords {
    if !elsewhere.contains(record.identity) {
      output += section(of: record)
    } else if !shared.contains(where: { $0.identity == record.identity }) {
      shared.append(record)
    }
  }
  return output
}

private func section(of record: RecordDescription) -> String {
  "\n### \(record.name.capitalizedFirst)\n\n\(record.documentation)\n\n" + table(of: record)
}

extension RecordDescription {
  /// What tells two mappings apart: their name and their keys.
  fileprivate var identity: String { ([name] + fields.map(\.key)).joined(separator: ",") }

  /// The mappings inside this one, each once, in the order in which they are met.
  fileprivate var innerRecords: [RecordDescription] {
    var found: [RecordDescription] = []
    var waiting = fields.compactMap(\.type.innerRecord)
    while !waiting.isEmpty {
      let record = waiting.removeFirst()
      guard !found.contains(where: { $0.identity == record.identity }) else { continue }
      found.append(record)
      waiting += record.fields.compactMap(\.type.innerRecord)
    }
    return found
  }
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
    case .list(.record(let record)): "a list, each entry \(record.nameWithArticle)"
    case .list(let element): "a list, each entry \(element.reference)"
    case .oneOrMany(.record(let record)): "\(record.nameWithArticle), or a list of such"
    case .oneOrMany(let element): "\(element.reference), or a list of such"
    case .map(let key, let value): "a mapping from \(key) to \(value.reference)"
    case .record(let record): record.nameWithArticle
    case .orUnknown(let inner): "\(inner.reference), or `unknown`"
    case .text, .flag, .integer, .number, .printedNumber, .money, .date, .interval,
      .duration, .due, .instant, .address,
      .formed, .params, .reference, .name, .judgedGrade:
      words
    }
  }

  /// The mapping that a value of this type holds, if it holds one.
  var innerRecord: RecordDescription? {
    switch self {
    case .record(let record): record
    case .list(let inner), .oneOrMany(let inner), .orUnknown(let inner): inner.innerRecord
    case .map(key: _, value: let inner): inner.innerRecord
    case .text, .inlineMarkdown, .flag, .integer, .number, .printedNumber, .money, .date, .interval,
      .duration, .due,
      .instant, .address, .formed, .choice, .reference, .name, .judgedGrade, .params:
      nil
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
