/// Writes the log of a run in SARIF 2.1.0.
///
/// There is one rule for each check of the catalogue and one result for each diagnostic. A clean run
/// has no results and says that it succeeded.
///
/// Columns count Unicode scalars, which SARIF calls `unicodeCodePoints`.
///
/// Source: OASIS, Static Analysis Results Interchange Format 2.1.0, sections 3.13 to 3.49.
func writeSARIF(_ report: DiagnosticReport, catalogue: [Check], to output: ([UInt8]) -> Void) {
  let rules = Set(catalogue).union(report.checks)
    .sorted { $0.name.precedesByBytes($1.name) }
  let indices = Dictionary(
    uniqueKeysWithValues: rules.enumerated().map { ($0.element.name, $0.offset) })
  var buffer = JSONBuffer(isIndented: true)
  buffer.object { buffer in
    buffer.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    buffer.member("version", "2.1.0")
    buffer.key("runs")
    buffer.array { buffer in
      buffer.object { buffer in
        for (key, value) in runDescription(rules) {
          buffer.key(key)
          value.write(to: &buffer)
        }
        buffer.key("results")
        buffer.array { buffer in
          _ = report.forEachFile { diagnostics, places in
            for diagnostic in diagnostics {
              let index = indices[diagnostic.check.name] ?? -1
              result(diagnostic, ruleIndex: index, places: places).write(to: &buffer)
            }
            output(buffer.drain())
          }
        }
      }
    }
  }
  buffer.newLine()
  output(buffer.drain())
}

/// What SARIF says of a run before its results.
private func runDescription(_ rules: [Check]) -> KeyValuePairs<String, OrderedJSON> {
  [
    "tool": .fields([
      "driver": .fields(["name": .string("findings"), "rules": .array(rules.map(rule))])
    ]),
    "invocations": .array([.fields(["executionSuccessful": .bool(true)])]),
    "columnKind": .string("unicodeCodePoints"),
  ]
}

private func rule(_ check: Check) -> OrderedJSON {
  .fields([
    "id": .string(check.name),
    "shortDescription": message(check.summary),
    "help": .fields([
      "text": .string(check.explanation), "markdown": .string(check.explanation),
    ]),
    "defaultConfiguration": .fields(["level": .string(sarifLevel(check.level))]),
    "properties": .fields(["tags": .strings([check.group.rawValue])]),
  ])
}

private func result(_ diagnostic: Diagnostic, ruleIndex: Int, places: Places) -> OrderedJSON {
  let words =
    [diagnostic.message] + diagnostic.notes.map { "note: \($0)" }
    + (diagnostic.help.map { ["help: \($0)"] } ?? [])
  let related = diagnostic.secondary.enumerated().map { index, label in
    location(label, id: index + 1, places: places)
  }
  return .fields([
    "ruleId": .string(diagnostic.check.name),
    "ruleIndex": .number(ruleIndex),
    "level": .string(sarifLevel(diagnostic.level)),
    "message": message(words.joined(separator: "\n")),
    "locations": .array([location(diagnostic.primary, id: nil, places: places)]),
    "relatedLocations": related.isEmpty ? nil : .array(related),
    "fixes": diagnostic.fix.map { .array([change($0, help: diagnostic.help, places: places)]) },
  ])
}

private func location(_ label: Diagnostic.Label, id: Int?, places: Places) -> OrderedJSON {
  .fields([
    "id": id.map(OrderedJSON.number),
    "physicalLocation": .fields([
      "artifactLocation": artifact(label.span.file),
      "region": region(label.span, places: places),
    ]),
    "message": label.text.isEmpty ? nil : message(label.text),
  ])
}

private func change(_ fix: Diagnostic.Fix, help: String?, places: Places) -> OrderedJSON {
  // A replacement needs a region; its bytes are known even where the lines are not.
  let bytes = byteRegion(fix.span)
  return .fields([
    "description": help.map(message),
    "artifactChanges": .array([
      .fields([
        "artifactLocation": artifact(fix.span.file),
        "replacements": .array([
          .fields([
            "deletedRegion": region(fix.span, places: places) ?? .object(bytes),
            "insertedContent": .fields(["text": .string(fix.replacement)]),
          ])
        ]),
      ])
    ]),
  ])
}

private func region(_ span: Span, places: Places) -> OrderedJSON? {
  guard let extent = places.extent(of: span) else { return nil }
  return .object(
    [
      ("startLine", .number(extent.start.line)), ("startColumn", .number(extent.start.column)),
      ("endLine", .number(extent.end.line)), ("endColumn", .number(extent.end.column)),
    ] + byteRegion(span))
}

private func byteRegion(_ span: Span) -> [(key: String, value: OrderedJSON)] {
  [("byteOffset", .number(span.start)), ("byteLength", .number(span.end - span.start))]
}

private func artifact(_ file: SourceFile) -> OrderedJSON {
  .fields(["uri": .string(percentEncoded(file.path))])
}

private func message(_ text: String) -> OrderedJSON { .fields(["text": .string(text)]) }

private func sarifLevel(_ level: Level) -> String {
  switch level {
  case .notice: "note"
  case .warning: "warning"
  case .error: "error"
  }
}

/// A path as a relative URI reference: everything but unreserved characters and `/` in per cent.
///
/// Source: RFC 3986, section 2.3.
private func percentEncoded(_ path: String) -> String {
  var encoded = ""
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      encoded.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      encoded += "%" + (digits.count == 1 ? "0" : "") + digits
    }
  }
  return encoded
}
