import Diagnostics

extension LanguageSession {
  func takeNotification(_ method: String, _ bytes: [UInt8]) throws(ResponseError) {
    switch method {
    case "initialized": begin()
    case "$/cancelRequest": cancel(try parameters(CancelParameters.self, of: bytes).id)
    case "textDocument/didOpen": open(try parameters(OpenParameters.self, of: bytes))
    case "textDocument/didChange": try change(parameters(ChangeParameters.self, of: bytes))
    case "textDocument/didClose":
      close(try parameters(WholeDocumentParameters.self, of: bytes).textDocument.uri)
    case "textDocument/didSave", "workspace/didChangeWatchedFiles": projectChanged()
    // What is not known is none of our business, as the protocol wants it.
    default: break
    }
  }

  private func cancel(_ id: RequestID) {
    guard let request = pending.removeValue(forKey: id) else { return }
    request.work.cancel()
    answer(id, .failure(.cancelled))
  }

  private func open(_ opened: OpenParameters) {
    let document = opened.textDocument
    // A file that nobody wrote by hand is not read, on the disk or from an editor.
    guard document.text.utf8.count <= Limits.fileBytes else { return }
    let path = place.path(of: document.uri)
    let text = TextDocument(
      address: document.uri, path: path, version: document.version, text: document.text)
    documents[document.uri] = text
    documentChanged(text)
  }

  private func change(_ changed: ChangeParameters) throws(ResponseError) {
    let address = changed.textDocument.uri
    guard var document = documents[address] else {
      throw ResponseError(.invalidParams, "'\(address)' is not open")
    }
    document.apply(changed.contentChanges, version: changed.textDocument.version)
    documents[address] = document
    for (id, request) in pending where request.address == address {
      pending[id] = nil
      request.work.cancel()
      answer(id, .failure(.outdated))
    }
    documentChanged(document)
  }

  private func close(_ address: String) {
    guard let document = documents.removeValue(forKey: address), let path = document.path else {
      return
    }
    changedBuffers[path] = .some(nil)
    projectChanged()
  }
}
