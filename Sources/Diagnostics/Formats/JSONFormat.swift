/// Writes the report of a run in our own JSON, version 1; `docs/diagnostics.schema.json` describes it.
///
/// Every place has its bytes; line and column, from 1 and in Unicode scalars, are there when the file
/// can be read. A clean run has an empty list and counts of zero.
func writeJSON(_ report: DiagnosticReport, to output: ([UInt8]) -> Void) {
  let summary = report.summary
  var buffer = JSONBuffer(isIndented: true)
  buffer.object { buffer in
    buffer.key("version")
    buffer.integer(1)
    buffer.key("summary")
    buffer.object { buffer in
      for (name, count) in [
        ("errors", summary.errors), ("warnings", summary.warnings), ("notices", summary.notices),
        ("files", summary.files),
      ] {
        buffer.key(name)
        buffer.integer(count)
      }
    }
    buffer.key("diagnostics")
    buffer.array { buffer in
      _ = report.forEachFile { diagnostics, places in
        for diagnostic in diagnostics { json(diagnostic, places: places).write(to: &buffer) }
        output(buffer.drain())
      }
    }
  }
  buffer.newLine()
  output(buffer.drain())
}

private func json(_ diagnostic: Diagnostic, places: Places) -> OrderedJSON {
  .fields([
    "check": .string(diagnostic.check.name),
    "level": .string(diagnostic.level.rawValue),
    "message": .string(diagnostic.message),
    "place": json(diagnostic.primary.span, places: places),
    "label": .string(diagnostic.primary.text),
    "labels": .array(
      diagnostic.secondary.map { label in
        .fields(["place": json(label.span, places: places), "label": .string(label.text)])
      }),
    "notes": .strings(diagnostic.notes),
    "help": diagnostic.help.map(OrderedJSON.string),
    "fix": diagnostic.fix.map { fix in
      .fields([
        "place": json(fix.span, places: places), "replacement": .string(fix.replacement),
      ])
    },
    "subject": diagnostic.subject.map(json),
  ])
}

private func json(_ span: Span, places: Places) -> OrderedJSON {
  let extent = places.extent(of: span)
  return .fields([
    "file": .string(span.file.path),
    "bytes": .fields(["start": .number(span.start), "end": .number(span.end)]),
    "start": extent.map { json($0.start) },
    "end": extent.map { json($0.end) },
  ])
}

private func json(_ position: LineIndex.Position) -> OrderedJSON {
  .fields(["line": .number(position.line), "column": .number(position.column)])
}

private func json(_ subject: Diagnostic.Subject) -> OrderedJSON {
  switch subject {
  case .field(let path): .fields(["field": .string(path)])
  case .paragraph(let number): .fields(["paragraph": number.json])
  }
}
