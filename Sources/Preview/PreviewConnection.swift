import Diagnostics
import FlyingSocks

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One connection of a browser, from its first request to its end.
///
/// Nobody holds it for long: a request must be there within some seconds and some kilobytes, and a
/// browser that does not take its answer is let go.
struct PreviewConnection {
  /// What is read next.
  private enum Next {
    case request(PreviewRequest)
    case malformed
    case tooLarge
  }

  /// A browser kept the preview waiting for too long.
  private struct Overdue: Error {}

  /// How many bytes of an answer are sent under one time limit.
  private static let part = 64 << 10

  /// How much is read, and for how long, of what comes after an answer that refuses.
  private static let readAwayBytes = 256 << 10
  private static let parting = Duration.milliseconds(200)

  private let socket: AsyncSocket
  private let responder: SiteResponder
  private let live: LiveState
  private let patience: Duration
  /// What has been read and belongs to the next request.
  private var unread: [UInt8] = []

  init(_ socket: AsyncSocket, _ responder: SiteResponder, _ live: LiveState, patience: Duration) {
    self.socket = socket
    self.responder = responder
    self.live = live
    self.patience = patience
  }

  /// Answers every request and closes the connection.
  consuming func serve() async {
    defer { try? socket.close() }
    // Whatever is thrown means that nobody is there any more, or that nobody should be.
    while (try? await answerNext()) == true {}
  }

  /// Answers the next request; false where it was the last.
  private mutating func answerNext() async throws -> Bool {
    switch try await nextRequest() {
    case .request(let request):
      return try await answer(request)
    case .malformed:
      try await refuse(.badRequest, "That is not a request.")
    case .tooLarge:
      let most = "\(Limits.requestBytes) bytes"
      try await refuse(.tooLarge, "The line and the headers of a request have at most \(most).")
    }
    return false
  }

  private func answer(_ request: PreviewRequest) async throws -> Bool {
    let answer = await responder.response(to: request, await live.snapshot)
    switch answer.body {
    case .bytes(let bytes):
      let head = answer.head(keepsConnection: request.keepsConnection)
      // The answer to HEAD says how long the body would be and has none.
      try await send(request.method == "HEAD" ? head : head + bytes)
      return request.keepsConnection
    case .events:
      try await send(answer.head(keepsConnection: false))
      guard request.method != "HEAD" else { return false }
      let page = request.parameter("page").flatMap(responder.file(at:))
      var version = request.parameter("version") ?? ""
      for await event in await live.listen() {
        switch event {
        case .change(let change):
          let isChanged = await self.isChanged(page, from: version, by: change)
          version = change.snapshot.version
          try await send(
            LiveEvent(change, isChanged: isChanged, basePath: responder.basePath).bytes)
        case .beat: try await send(Array(": still here\n\n".utf8))
        }
      }
      return false
    }
  }

  /// Whether a page that shows a version is another one after a change.
  private func isChanged(
    _ page: String?, from version: String, by change: LiveChange
  ) async -> Bool {
    guard change.snapshot.version != version else { return false }
    guard let page, let before = change.before, before.version == version,
      let site = change.snapshot.site
    else { return true }
    return await before.site.file(at: page) != site.file(at: page)
  }

  private func refuse(_ status: PreviewResponse.Status, _ words: String) async throws {
    let answer = PreviewResponse(status, words)
    guard case .bytes(let bytes) = answer.body else { return }
    try await send(answer.head(keepsConnection: false) + bytes)
    await readAway()
  }

  /// Reads a little of what is still sent to a connection that is about to be closed.
  ///
  /// The system resets a connection that is closed with something unread, and the other side then may lose the
  /// answer that it has not read yet (RFC 9112, section 9.6).
  private func readAway() async {
    let socket = socket
    try? await Self.within(Self.parting) {
      var read = 0
      while read < Self.readAwayBytes { read += try await socket.read(atMost: 65_536).count }
    }
  }

  // MARK: - Reading and writing

  /// Reads until the empty line that ends a head.
  ///
  /// Complexity: O(n); no byte is looked at twice.
  private mutating func nextRequest() async throws -> Next {
    let (socket, start) = (socket, unread)
    let read = try await Self.within(patience) {
      var bytes = start
      var looked = 0
      while true {
        if let end = Self.endOfHead(bytes, from: looked) { return (bytes, end as Range<Int>?) }
        guard bytes.count <= Limits.requestBytes else { return (bytes, nil) }
        looked = max(0, bytes.count - 3)
        bytes += try await socket.read(atMost: 4_096)
      }
    }
    guard let end = read.1, end.lowerBound <= Limits.requestBytes else { return .tooLarge }
    unread = Array(read.0[end.upperBound...])
    let head = Array(read.0[..<end.lowerBound])
    return PreviewRequest(head: head).map(Next.request) ?? .malformed
  }

  /// The line ends that end a head.
  private static func endOfHead(_ bytes: [UInt8], from start: Int) -> Range<Int>? {
    var start = start
    while let place = bytes.firstPlace(of: UInt8(ascii: "\n"), in: start..<bytes.count) {
      let rest = bytes[(place + 1)...].prefix(2)
      if rest.first == UInt8(ascii: "\n") { return place..<place + 2 }
      if rest.elementsEqual([UInt8(ascii: "\r"), UInt8(ascii: "\n")]) { return place..<place + 3 }
      start = place + 1
    }
    return nil
  }

  private func send(_ bytes: [UInt8]) async throws {
    let socket = socket
    var sent = 0
    while sent < bytes.count {
      let part = Data(bytes[sent..<min(sent + Self.part, bytes.count)])
      try await Self.within(patience) { try await socket.write(part) }
      sent += part.count
    }
  }

  /// What some work comes to, or an error when it takes too long; the work is cancelled then.
  private static func within<Value: Sendable>(
    _ patience: Duration, _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
      group.addTask(operation: work)
      group.addTask {
        try await Task.sleep(for: patience)
        throw Overdue()
      }
      defer { group.cancelAll() }
      guard let value = try await group.next() else { throw Overdue() }
      return value
    }
  }
}
