import Diagnostics
import Inspections
import Site

// What each request is answered with: a function of a document in its project and of the parameters.

func completion(
  _ asked: Asked, _ parameters: PlaceParameters, inMarkdown: Bool
) -> OrderedJSON {
  let text = asked.glance.text
  let offset = asked.offset(parameters.position)
  guard let completion = asked.glance.completion(at: offset, checks: asked.checks) else {
    return .null
  }
  let start = completion.word.lowerBound
  let typed = text.text(in: start..<max(start, offset))
  return asked.shapes().completion(completion, typed: typed, in: text, inMarkdown: inMarkdown)
}

func hover(_ asked: Asked, _ parameters: PlaceParameters, inMarkdown: Bool) -> OrderedJSON {
  let hover = asked.glance.hover(
    at: asked.offset(parameters.position), diagnostics: asked.diagnostics, checks: asked.checks)
  guard let hover else { return .null }
  return .object([
    ("contents", asked.shapes().words(hover.markdown, inMarkdown: inMarkdown)),
    ("range", asked.glance.text.range(of: hover.words).json),
  ])
}

func definition(_ asked: Asked, _ parameters: PlaceParameters) -> OrderedJSON {
  let offset = asked.offset(parameters.position)
  return asked.glance.definition(at: offset, checks: asked.checks).map(asked.shapes().location)
    ?? .null
}

func references(_ asked: Asked, _ parameters: ReferencesParameters) -> OrderedJSON {
  let offset = asked.offset(parameters.position)
  guard let key = asked.glance.recordNamed(at: offset, checks: asked.checks)?.key else {
    return .null
  }
  let places = asked.glance.references(
    to: key, withDefinition: parameters.context.includeDeclaration)
  return .array(places.map(asked.shapes().location))
}

func renamePreparation(_ asked: Asked, _ parameters: PlaceParameters) -> OrderedJSON {
  let offset = asked.offset(parameters.position)
  guard let named = asked.glance.recordNamed(at: offset, checks: asked.checks) else {
    return .null
  }
  return .object([
    ("range", asked.glance.text.range(of: named.words).json),
    ("placeholder", .string(named.key.id)),
  ])
}

func rename(
  _ asked: Asked, _ parameters: RenameParameters, _ versions: [String: Int]
) throws(ResponseError) -> OrderedJSON {
  let offset = asked.offset(parameters.position)
  guard let key = asked.glance.recordNamed(at: offset, checks: asked.checks)?.key else {
    throw ResponseError(.requestFailed, "no record is named here")
  }
  let renaming = try asked.glance.renaming(key, to: parameters.newName)
  let shapes = asked.shapes()
  let move = OrderedJSON.object([
    ("kind", .string("rename")), ("oldUri", .string(shapes.address(of: renaming.oldPath))),
    ("newUri", .string(shapes.address(of: renaming.newPath))),
  ])
  let edits = shapes.documentEdits(renaming.edits) { versions[$0] }
  return .object([("documentChanges", .array(edits + [move]))])
}

func symbols(_ asked: Asked, _: WholeDocumentParameters) -> OrderedJSON {
  let shapes = asked.shapes()
  let text = asked.glance.text
  return .array(asked.glance.symbols().map { shapes.symbol($0, in: text) })
}

func actions(
  _ asked: Asked, _ parameters: ActionParameters, _ versions: [String: Int], _ today: String
) -> OrderedJSON {
  let bytes = asked.glance.text.bytes(of: parameters.range)
  let actions = asked.glance.actions(for: bytes, diagnostics: asked.diagnostics, today: today)
  let shapes = asked.shapes()
  let wanted = actions.filter { action in
    let kind = action.kind.rawValue
    return parameters.context.only?.contains { kind == $0 || kind.hasPrefix($0 + ".") } ?? true
  }
  return .array(
    wanted.map { action in
      .fields([
        "title": .string(action.title), "kind": .string(action.kind.rawValue),
        "diagnostics": .list(action.diagnostics.map(shapes.diagnostic)),
        "isPreferred": action.isPreferred ? .bool(true) : nil,
        "edit": .object([
          ("documentChanges", .array(shapes.documentEdits(action.edits) { versions[$0] }))
        ]),
      ])
    })
}

func folds(_ asked: Asked, _: WholeDocumentParameters) -> OrderedJSON {
  .array(
    asked.glance.folds().map { fold in
      .fields([
        "startLine": .number(fold.start), "endLine": .number(fold.end),
        "kind": fold.kind.map(OrderedJSON.string),
      ])
    })
}

/// The page of a record in the preview, above its front matter.
func lenses(_ asked: Asked, _ preview: String) -> OrderedJSON {
  guard let record = asked.glance.record else { return .array([]) }
  let address = preview + Addresses.path(of: record.key.target)
  let start = TextPosition(0, 0)
  let command = OrderedJSON.object([
    ("title", .string("Open in the preview")),
    ("command", .string(LanguageSession.openCommand)), ("arguments", .strings([address])),
  ])
  return .array([.object([("range", TextRange(start, start).json), ("command", command)])])
}

/// The records whose id or title holds what is sought.
func found(_ query: String, in state: any ProjectState, _ shapes: Shapes) -> OrderedJSON {
  .array(
    foundRecords(query, in: state.records).map { record in
      .object([
        ("name", .string("\(record.key.id): \(record.plainTitle)")),
        ("kind", .number(DocumentSymbol.Kind.file.rawValue)),
        ("location", shapes.location(record.header.frontMatter)),
        ("containerName", .string(record.key.collection.rawValue)),
      ])
    })
}
