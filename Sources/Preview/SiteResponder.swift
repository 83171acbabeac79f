import Site

/// Answers requests for a site; a pure function of the request and the state.
struct SiteResponder: Sendable {
  /// The path of the site, with a slash at both ends.
  let basePath: String

  /// The answer to a request at a moment.
  ///
  /// Requests that name another host are refused: a page from elsewhere could have its name lead
  /// to this machine (DNS rebinding) and read what is only being written.
  func response(to request: PreviewRequest, _ snapshot: Snapshot) -> PreviewResponse {
    guard let host = request.fields["host"], isOwn(host) else {
      return PreviewResponse(.misdirected, "The preview answers to localhost only.")
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      return PreviewResponse(.methodNotAllowed, "The preview only reads.", ["Allow": "GET, HEAD"])
    }
    guard request.path.hasPrefix("/") else {
      return PreviewResponse(.badRequest, "That is not the path of a page.")
    }
    if let file = ownFile(request.path) { return file.answering(request, tag: snapshot.tag) }
    guard let path = RequestPath(request.path) else { return missing(snapshot) }
    let base = basePath.split(separator: "/").map(String.init)
    guard path.names.starts(with: base) else {
      return path.names.isEmpty ? redirect(to: basePath) : missing(snapshot)
    }
    if path.names.count == base.count, !path.isFolder { return redirect(to: basePath) }
    return page(path, path.names.dropFirst(base.count), request, snapshot)
      .answering(request, tag: snapshot.tag)
  }

  private func page(
    _ path: RequestPath, _ names: ArraySlice<String>, _ request: PreviewRequest,
    _ snapshot: Snapshot
  ) -> PreviewResponse {
    guard let site = snapshot.site else { return missing(snapshot) }
    let file = (names + (path.isFolder ? ["index.html"] : [])).joined(separator: "/")
    if let bytes = site[file] {
      return found(bytes, file, .ok, snapshot)
    }
    if !path.isFolder, site["\(file)/index.html"] != nil {
      return redirect(
        to: "\(request.path)/" + (request.query.isEmpty ? "" : "?\(request.query)"))
    }
    return missing(snapshot)
  }

  private func missing(_ snapshot: Snapshot) -> PreviewResponse {
    guard let site = snapshot.site else {
      let page = LivePage.withoutSite(snapshot)
      return PreviewResponse(.unavailable, type: ContentType.html, .bytes(page[...]))
    }
    guard let bytes = site["404.html"] else {
      let page = LivePage.withoutSite(snapshot)
      return PreviewResponse(.notFound, type: ContentType.html, .bytes(page[...]))
    }
    return found(bytes, "404.html", .notFound, snapshot)
  }

  private func found(
    _ bytes: [UInt8], _ path: String, _ status: PreviewResponse.Status, _ snapshot: Snapshot
  ) -> PreviewResponse {
    let type = ContentType.of(path)
    let body = type == ContentType.html ? LivePage.page(bytes, snapshot) : bytes
    return PreviewResponse(status, type: type, .bytes(body[...]))
  }

  private func redirect(to location: String) -> PreviewResponse {
    PreviewResponse(.found, "See \(location)", ["Location": location])
  }

  private func ownFile(_ path: String) -> PreviewResponse? {
    switch path {
    case LivePage.eventsPath: PreviewResponse(.ok, type: ContentType.events, .events)
    case LivePage.scriptPath:
      PreviewResponse(.ok, type: ContentType.of(path), .bytes(Array(LivePage.script.utf8)[...]))
    case LivePage.stylePath:
      PreviewResponse(.ok, type: ContentType.of(path), .bytes(Array(LivePage.style.utf8)[...]))
    default: nil
    }
  }

  /// Whether a host header means this machine; any port will do, for a tunnel may have its own.
  private func isOwn(_ host: String) -> Bool {
    var name = host.lowercased()[...]
    if let colon = name.lastIndex(of: ":"), !name.hasSuffix("]") {
      guard UInt16(name[name.index(after: colon)...]) != nil else { return false }
      name = name[..<colon]
    }
    return name == "localhost" || name == "127.0.0.1" || name == "[::1]"
  }
}
