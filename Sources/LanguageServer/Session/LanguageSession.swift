import Diagnostics
import Inspections
import Publisher

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A client's session: takes its messages one after the other, and answers when there is something to say.
///
/// Notifications are taken at once. Requests are worked on beside one another on the state of the project
/// that holds them, and the session goes on taking messages meanwhile: one that is cancelled, or whose
/// document changes, is answered at that moment and its work given up.
actor LanguageSession {
  /// How far the session has come.
  enum Phase: Hashable {
    case new
    case open
    case shutDown
    /// With the code that the program ends with.
    case ended(Int32)
  }

  /// A request that is being worked on.
  struct Pending {
    /// The document that it is about; nil for the whole project.
    let address: String?
    let work: Task<Void, Never>
  }

  let checks: [Check]
  var request: BuildRequest
  /// Whether the client says where the project is.
  let takesRoot: Bool
  private let send: @Sendable ([UInt8]) -> Void

  var phase = Phase.new
  var place: ProjectPlace
  var client: InitializeParameters?
  var pending: [RequestID: Pending] = [:]
  var documents: [String: TextDocument] = [:]
  private var sentRequests = 0

  // The project: see LanguageSession+Project.
  var workspace: Workspace
  var state: WorkspaceState?
  var isStale = true
  /// Whether the files on the disk may have changed, too.
  var isDiskStale = true
  var refreshing: Task<Void, Never>?
  var trouble: String?
  var changedBuffers: [String: [UInt8]?] = [:]

  // What is said: see LanguageSession+Diagnostics.
  var unsaid: Set<String> = []
  var saying: Task<Void, Never>?
  var sayingAll: Task<Void, Never>?
  var said: [String: SaidOfFile] = [:]

  /// A session about a project; nothing is read before a client begins.
  ///
  /// - Parameters:
  ///   - request: the project.
  ///   - takesRoot: whether the client's folder is the project's, and not the one of the request.
  ///   - send: takes messages to the client, each whole.
  init(
    _ request: BuildRequest, takesRoot: Bool, send: @escaping @Sendable ([UInt8]) -> Void
  ) {
    self.request = request
    self.takesRoot = takesRoot
    self.send = send
    checks = Catalogue.checks
    place = ProjectPlace(root: request.root)
    workspace = Workspace(request)
  }

  /// Which files of the project are what.
  var folders: ProjectFolders {
    ProjectFolders(content: request.content, templates: request.templates)
  }

  /// Takes a piece of what the client sent; the code to end with, once the client asks for the end.
  func receive(_ piece: MessageFramer.Piece) -> Int32? {
    switch piece {
    case .fault(let words): tell(Message.response(to: nil, ResponseError(.parseError, words)))
    case .message(let bytes): take(bytes)
    }
    guard case .ended(let code) = phase else { return nil }
    end()
    return code
  }

  /// Gives up everything that is being worked on.
  func end() {
    for request in pending.values { request.work.cancel() }
    pending = [:]
    saying?.cancel()
    sayingAll?.cancel()
  }

  /// The process of the client, whose end is the session's.
  var clientProcess: Int32? { client?.processId }

  private func take(_ bytes: [UInt8]) {
    guard let envelope = try? JSONDecoder().decode(Envelope.self, from: Data(bytes)) else {
      let isJSON = (try? JSONDecoder().decode(AnyJSON.self, from: Data(bytes))) != nil
      let error =
        isJSON
        ? ResponseError(.invalidRequest, "the message is no request, notification or response")
        : ResponseError(.parseError, "the message is no JSON")
      return tell(Message.response(to: nil, error))
    }
    switch (envelope.method, envelope.id) {
    case (let method?, let id?): ask(method, id, bytes)
    case (let method?, nil): note(method, bytes)
    // Answers to what the server asked need no more than to arrive.
    case (nil, _): break
    }
  }

  private func note(_ method: String, _ bytes: [UInt8]) {
    if method == "exit" {
      phase = .ended(phase == .shutDown ? 0 : 1)
      return
    }
    guard phase == .open else { return }
    do throws(ResponseError) {
      try takeNotification(method, bytes)
    } catch {
      notify(
        "window/logMessage",
        .object([("type", .number(1)), ("message", .string("\(method): \(error.message)"))]))
    }
  }

  private func ask(_ method: String, _ id: RequestID, _ bytes: [UInt8]) {
    do throws(ResponseError) {
      switch (phase, method) {
      case (.new, "initialize"): try initialize(id, bytes)
      case (.new, _):
        throw ResponseError(.serverNotInitialized, "'initialize' comes first")
      case (.open, "initialize"):
        throw ResponseError(.invalidRequest, "the session has begun already")
      case (.open, "shutdown"):
        phase = .shutDown
        end()
        answer(id, .success(.null))
      case (.open, _):
        guard pending.count < Limits.pendingRequests, pending[id] == nil else {
          throw ResponseError(.invalidRequest, "too many requests, or two of one id")
        }
        try takeRequest(method, id, bytes)
      case (.shutDown, _), (.ended, _):
        throw ResponseError(.invalidRequest, "the session is over")
      }
    } catch {
      answer(id, .failure(error))
    }
  }

  // MARK: - To the client

  func tell(_ message: [UInt8]) { send(message) }

  func notify(_ method: String, _ parameters: OrderedJSON) {
    send(Message.notification(method, parameters))
  }

  /// Asks the client for something whose answer does not matter.
  func demand(_ method: String, _ parameters: OrderedJSON) {
    sentRequests += 1
    send(Message.request(.text("findings-\(sentRequests)"), method, parameters))
  }

  func answer(_ id: RequestID, _ result: Result<OrderedJSON, ResponseError>) {
    switch result {
    case .success(let value): send(Message.response(to: id, value))
    case .failure(let error): send(Message.response(to: id, error))
    }
  }
}

/// Any JSON at all, to tell it from what is none.
private struct AnyJSON: Decodable {
  init(from decoder: any Decoder) throws {
    _ = try decoder.singleValueContainer()
  }
}
