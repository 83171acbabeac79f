/// Answers requests for a site; the answer follows from the request and the snapshot alone.
struct SiteResponder: Sendable {
  /// The path of the site, with a slash at both ends.
  let basePath: String
  /// What this machine may be called.
  let hosts: HostNames
  /// What is said of pages.
  let notes: NotesView

  /// The answer to a request at a moment.
  ///
  /// Requests that name another host are refused, and those that a page of another site makes, but for a
  /// link that somebody follows.
  func response(to request: PreviewRequest, _ snapshot: Snapshot) async -> PreviewResponse {
    guard let host = request.fields["host"], hosts.contains(host) else {
      return PreviewResponse(
        .misdirected,
        hosts.isOpen
          ? "The preview answers to addresses, and to names that --allow-host gives it."
          : "The preview answers to localhost only.")
    }
    let origin = request.fields["sec-fetch-site"] ?? "none"
    guard
      ["none", "same-origin"].contains(origin) || request.fields["sec-fetch-mode"] == "navigate"
    else { return PreviewResponse(.forbidden, "The preview answers to its own pages only.") }
    guard request.method == "GET" || request.method == "HEAD" else {
      return PreviewResponse(.methodNotAllowed, "The preview only reads.", ["Allow": "GET, HEAD"])
    }
    guard request.path.hasPrefix("/") else {
      return PreviewResponse(.badRequest, "That is not the path of a page.")
    }
    if let file = ownFile(request, snapshot) { return file.answering(request, tag: snapshot.tag) }
    guard let path = RequestPath(request.path) else { return await missing(snapshot) }
    let base = basePath.split(separator: "/").map(String.init)
    guard path.names.starts(with: base) else {
      return path.names.isEmpty ? redirect(to: basePath) : await missing(snapshot)
    }
    if path.names.count == base.count, !path.isFolder { return redirect(to: basePath) }
    return await page(path, path.names.dropFirst(base.count), request, snapshot)
      .answering(request, tag: snapshot.tag)
  }

  /// The path in the output folder of a page that is shown under an address.
  func file(at address: String) -> String? {
    let base = basePath.split(separator: "/").map(String.init)
    guard let path = RequestPath(address), path.names.starts(with: base) else { return nil }
    return (path.names.dropFirst(base.count) + (path.isFolder ? ["index.html"] : []))
      .joined(separator: "/")
  }

  private func page(
    _ path: RequestPath, _ names: ArraySlice<String>, _ request: PreviewRequest,
    _ snapshot: Snapshot
  ) async -> PreviewResponse {
    guard let site = snapshot.site else { return await missing(snapshot) }
    let file = (names + (path.isFolder ? ["index.html"] : [])).joined(separator: "/")
    if let bytes = await site.file(at: file) {
      return found(bytes, file, .ok, snapshot)
    }
    if !path.isFolder, await site.file(at: "\(file)/index.html") != nil {
      return redirect(
        to: "\(request.path)/" + (request.query.isEmpty ? "" : "?\(request.query)"))
    }
    return await missing(snapshot)
  }

  private func missing(_ snapshot: Snapshot) async -> PreviewResponse {
    guard let site = snapshot.site else {
      let title =
        snapshot.notes.stage == .building
        ? "The register is being read" : "The site cannot be built yet"
      let page = LivePage.own(
        title, [], notes: notes.box(snapshot, page: ""), version: snapshot.version)
      return PreviewResponse(.unavailable, type: ContentType.html, .bytes(page[...]))
    }
    guard let bytes = await site.file(at: "404.html") else {
      let page = LivePage.own(
        "There is no such page", [], notes: notes.box(snapshot, page: ""),
        version: snapshot.version)
      return PreviewResponse(.notFound, type: ContentType.html, .bytes(page[...]))
    }
    return found(bytes, "404.html", .notFound, snapshot)
  }

  private func found(
    _ bytes: [UInt8], _ path: String, _ status: PreviewResponse.Status, _ snapshot: Snapshot
  ) -> PreviewResponse {
    let type = ContentType.of(path)
    guard type == ContentType.html else {
      return PreviewResponse(status, type: type, .bytes(bytes[...]))
    }
    let page = LivePage.page(
      bytes, with: notes.box(snapshot, page: Self.page(of: path)), version: snapshot.version)
    return PreviewResponse(status, type: type, .bytes(page[...]))
  }

  /// The place in the site of a page by its file: `areas/kent/` for `areas/kent/index.html`.
  private static func page(of file: String) -> String {
    file.hasSuffix("index.html") ? String(file.dropLast("index.html".count)) : file
  }

  private func redirect(to location: String) -> PreviewResponse {
    PreviewResponse(.found, "See \(location)", ["Location": location])
  }

  private func ownFile(_ request: PreviewRequest, _ snapshot: Snapshot) -> PreviewResponse? {
    func answer(_ type: String, _ bytes: [UInt8]) -> PreviewResponse {
      PreviewResponse(.ok, type: type, .bytes(bytes[...]))
    }
    switch request.path {
    case LivePage.eventsPath:
      return PreviewResponse(.ok, type: ContentType.events, .events)
    case LivePage.scriptPath:
      return answer(ContentType.of(request.path), Array(LivePage.script.utf8))
    case LivePage.stylePath:
      return answer(ContentType.of(request.path), Array(LivePage.style.utf8))
    case LivePage.notesPath:
      let file = request.parameter("page").flatMap(file(at:)) ?? ""
      return answer(ContentType.html, notes.box(snapshot, page: Self.page(of: file)))
    case LivePage.folder:
      let page = LivePage.own(
        "What there is to mend", notes.list(snapshot.notes),
        notes: notes.hiddenBox(snapshot.notes), version: snapshot.version)
      return answer(ContentType.html, page)
    default: return nil
    }
  }
}
