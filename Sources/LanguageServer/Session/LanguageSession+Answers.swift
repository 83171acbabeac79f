import Diagnostics
import Inspections
import Publisher
import Site

/// A document that a request is about, with all that an answer may need.
struct Asked: Sendable {
  let glance: Glance
  let shapes: @Sendable () -> Shapes
  let diagnostics: [Diagnostic]
  let checks: [Check]

  /// The byte of a place in the document.
  func offset(_ position: TextPosition) -> Int { glance.text.offset(of: position) }
}

extension LanguageSession {
  func takeRequest(_ method: String, _ id: RequestID, _ bytes: [UInt8]) throws(ResponseError) {
    let markdown = client?.capabilities.takesMarkdown ?? (completion: false, hover: false)
    switch method {
    case "textDocument/completion":
      try answer(id, bytes) { completion($0, $1, inMarkdown: markdown.completion) }
    case "textDocument/hover":
      try answer(id, bytes, needsDiagnostics: true) { hover($0, $1, inMarkdown: markdown.hover) }
    case "textDocument/definition": try answer(id, bytes, with: definition)
    case "textDocument/references": try answer(id, bytes, with: references)
    case "textDocument/prepareRename": try answer(id, bytes, with: renamePreparation)
    case "textDocument/rename":
      guard renamesFiles else {
        throw ResponseError(
          .requestFailed, "the editor cannot rename files, and an id is the name of its file")
      }
      let versions = documentVersions
      try answer(id, bytes) { (asked, parameters) throws(ResponseError) in
        try rename(asked, parameters, versions)
      }
    case "textDocument/documentSymbol": try answer(id, bytes, with: symbols)
    case "textDocument/codeAction":
      let (versions, today) = (documentVersions, self.today)
      try answer(id, bytes, needsDiagnostics: true) { asked, parameters in
        actions(asked, parameters, versions, today)
      }
    case "textDocument/foldingRange": try answer(id, bytes, with: folds)
    case "textDocument/codeLens":
      let preview = previewAddress
      try answer(id, bytes) { (asked, _: WholeDocumentParameters) in lenses(asked, preview) }
    case "workspace/symbol":
      let query = try parameters(SearchParameters.self, of: bytes).query
      answerFromProject(id) { state, shapes in found(query, in: state, shapes) }
    case "workspace/executeCommand":
      try execute(parameters(CommandParameters.self, of: bytes))
      answer(id, .success(.null))
    default: throw ResponseError(.methodNotFound, "'\(method)' is not offered")
    }
  }

  /// Works on a request about a document, away from the session.
  private func answer<Value: DocumentParameters>(
    _ id: RequestID, _ bytes: [UInt8], needsDiagnostics: Bool = false,
    with work: @escaping @Sendable (Asked, Value) throws(ResponseError) -> OrderedJSON
  ) throws(ResponseError) {
    let value = try parameters(Value.self, of: bytes)
    let address = value.textDocument.uri
    let task = Task {
      let result: Result<OrderedJSON, ResponseError>
      do throws(ResponseError) {
        guard let asked = try await self.asked(about: address, needsDiagnostics: needsDiagnostics)
        else {
          return finish(id, .success(.null))
        }
        result = .success(try await apart { () throws(ResponseError) in try work(asked, value) })
      } catch {
        result = .failure(error)
      }
      finish(id, result)
    }
    pending[id] = Pending(address: address, work: task)
  }

  /// The same for a request about the whole project.
  private func answerFromProject(
    _ id: RequestID, _ work: @escaping @Sendable (WorkspaceState, Shapes) -> OrderedJSON
  ) {
    let task = Task {
      do throws(ResponseError) {
        let state = try await currentState()
        finish(id, .success(work(state, Shapes(state, open: openDocuments, place: place))))
      } catch {
        finish(id, .failure(error))
      }
    }
    pending[id] = Pending(address: nil, work: task)
  }

  /// The document of an address in the project as of now; nil where it is no part of that.
  private func asked(
    about address: String, needsDiagnostics: Bool
  ) async throws(ResponseError) -> Asked? {
    let state = try await currentState()
    guard let glance = glance(at: address, in: state) else { return nil }
    let diagnostics = needsDiagnostics ? diagnostics(of: glance.path, in: state) : []
    if Task.isCancelled { throw .cancelled }
    let (open, place) = (openDocuments, self.place)
    return Asked(
      glance: glance, shapes: { Shapes(state, open: open, place: place) }, diagnostics: diagnostics,
      checks: checks)
  }

  /// Sends the answer of a request, unless it was given up.
  private func finish(_ id: RequestID, _ result: Result<OrderedJSON, ResponseError>) {
    guard pending.removeValue(forKey: id) != nil else { return }
    answer(id, result)
  }

  private var documentVersions: [String: Int] { openDocuments.mapValues(\.version) }

  private var renamesFiles: Bool {
    let edits = client?.capabilities.workspace?.workspaceEdit
    return edits?.documentChanges == true && edits?.resourceOperations?.contains("rename") == true
  }

  /// The day on which the project is looked at, as dates are written.
  private var today: String {
    let site = state?.register?.site
    return Moment(request.now, in: site?.timeZone).day.description
  }

  /// Where the preview serves the site, up to the path of a page.
  private var previewAddress: String {
    let server = client?.initializationOptions?.preview ?? "http://localhost:8080"
    let base = (state?.register?.site).map { request.addresses(of: $0).basePath } ?? "/"
    return (server.hasSuffix("/") ? String(server.dropLast()) : server) + base
  }

  private func execute(_ command: CommandParameters) throws(ResponseError) {
    guard command.command == Self.openCommand, let address = command.arguments?.first,
      address.hasPrefix("http://") || address.hasPrefix("https://")
    else {
      throw ResponseError(.invalidParams, "'\(command.command)' is no command of this server")
    }
    guard client?.capabilities.window?.showDocument?.support == true else {
      return notify(
        "window/showMessage",
        .object([("type", .number(3)), ("message", .string("The page is at \(address)"))]))
    }
    demand(
      "window/showDocument", .object([("uri", .string(address)), ("external", .bool(true))]))
  }
}

/// Does work away from the session, so that it can go on taking messages.
@concurrent
private func apart(
  _ work: @Sendable () throws(ResponseError) -> OrderedJSON
) async throws(ResponseError) -> OrderedJSON {
  if Task.isCancelled { throw .cancelled }
  return try work()
}
