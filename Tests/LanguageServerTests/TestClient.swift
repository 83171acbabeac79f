import Diagnostics
import Foundation
import Publisher
import Templates
import TestSupport

@testable import LanguageServer

/// An editor with a project in a folder of its own, which speaks with a session as editors do.
final class TestClient {
  let folder: TemporaryFolder
  private let session: LanguageSession
  private var inbox: AsyncStream<[UInt8]>.AsyncIterator
  private var asked = 0
  /// What the server told by itself, by method, in order.
  private(set) var told: [(method: String, value: JSONValue)] = []
  /// Answers that came while another was waited for.
  private var early: [Int: JSONValue] = [:]
  private var version = 1

  static let settings = """
    title: A small register
    base_url: https://example.org/register/
    language: en
    publisher: Its editors

    """
  static let framework = """
    ---
    title: Lights of 2019
    inspectorate: office
    grades:
      - {id: good, title: Good, meaning: Above what is required.}
      - {id: poor, title: Poor}
    aspects:
      - {id: lamps, title: Lamps}
      - {id: horns, title: Horns and bells}
    ---

    """
  static let report = """
    ---
    title: Inspection of the coast 🐉
    kind: inspection
    publisher: office
    framework: lights
    area: coast
    published: 2020-01-31
    judgements:
      - {aspect: lamps, grade: good}
    recommendations:
      - {id: 1, text: Hear the horns., to: board}
    ---

    1. The 🐉 [coast](area:coast) is long, as [the first](rec:1) says.

    """

  static let files = [
    "content/site.yml": settings,
    "content/frameworks/lights.md": framework,
    "content/areas/coast.md": "---\ntitle: The Coast\nkind: region\norganisation: board\n---\n",
    "content/areas/shore.md":
      "---\ntitle: The Shore\nkind: region\norganisation: board\nparent: coast\n---\n",
    "content/organisations/office.md": "---\ntitle: The Office\nkind: inspectorate\n---\n",
    "content/organisations/board.md":
      "---\ntitle: The Board\nkind: inspected-body\naliases: [/board/]\n---\n",
    "content/reports/coast-2020.md": report,
  ]

  /// Begins a session, or leaves that to the test.
  init(files: [String: String] = [:], begins: Bool = true) async throws {
    folder = try TemporaryFolder()
    for (name, text) in Self.files.merging(files, uniquingKeysWith: { $1 }) {
      try folder.write(name, text)
    }
    let (stream, continuation) = AsyncStream<[UInt8]>.makeStream()
    inbox = stream.makeAsyncIterator()
    let request = BuildRequest(
      root: "/nowhere", now: .instant(.init(secondsSince1970: 1_600_000_000)), workers: 1)
    session = LanguageSession(request, takesRoot: true) { continuation.yield($0) }
    guard begins else { return }
    _ = try await ask("initialize", beginning)
    await tell("initialized", "{}")
  }

  /// What an editor says of itself that can do everything.
  var beginning: String {
    """
    {"processId": null, "rootUri": "file://\(folder.path)", "capabilities": {
      "workspace": {"workspaceEdit": {"documentChanges": true, "resourceOperations": ["rename"]}},
      "window": {"showDocument": {"support": true}},
      "textDocument": {"hover": {"contentFormat": ["markdown"]},
        "completion": {"completionItem": {"documentationFormat": ["markdown"]}}}}}
    """
  }

  func address(_ path: String) -> String { "file://\(folder.path)/\(path)" }

  // MARK: - To the server

  /// Sends bytes as one message; the code to end with, if the server ends.
  @discardableResult
  func send(_ content: String) async -> Int32? {
    await session.receive(.message(Array(content.utf8)))
  }

  func send(fault: String) async { _ = await session.receive(.fault(fault)) }

  func tell(_ method: String, _ parameters: String) async {
    await send(#"{"jsonrpc": "2.0", "method": "\#(method)", "params": \#(parameters)}"#)
  }

  /// Sends a request; its id.
  func begin(_ method: String, _ parameters: String) async -> Int {
    asked += 1
    await send(
      #"{"jsonrpc": "2.0", "id": \#(asked), "method": "\#(method)", "params": \#(parameters)}"#)
    return asked
  }

  func ask(_ method: String, _ parameters: String) async throws -> JSONValue {
    try await answer(to: begin(method, parameters))
  }

  func open(_ path: String, _ text: String) async {
    await tell(
      "textDocument/didOpen",
      """
      {"textDocument": {"uri": "\(address(path))", "languageId": "markdown", "version": 1,
       "text": \(Self.quoted(text))}}
      """)
  }

  /// Puts other text in place of the whole document.
  func change(_ path: String, to text: String) async {
    version += 1
    await tell(
      "textDocument/didChange",
      """
      {"textDocument": {"uri": "\(address(path))", "version": \(version)},
       "contentChanges": [{"text": \(Self.quoted(text))}]}
      """)
  }

  static func quoted(_ text: String) -> String {
    String(decoding: OrderedJSON.string(text).encoded(isIndented: false).dropLast(), as: UTF8.self)
  }

  // MARK: - From the server

  /// The next message, whatever it is.
  func next() async throws -> JSONValue {
    guard let bytes = await inbox.next() else { throw Silence() }
    let head = Array("\r\n\r\n".utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: head) } ?? 0
    let content = SourceText(file: SourceFile(path: "message"), bytes: Array(bytes[(start + 4)...]))
    guard let value = JSONValue.parse(content).value else { throw Silence() }
    return value
  }

  /// The answer to a request: its result, or the whole message where that is an error.
  func answer(to id: Int) async throws -> JSONValue {
    while true {
      if let value = early.removeValue(forKey: id) { return value }
      let message = try await next()
      if case .string(let method)? = message["method"] {
        told.append((method, message["params"] ?? .null))
      } else if case .number(let number)? = message["id"], let id = Int(number) {
        early[id] = message["result"] ?? message
      }
    }
  }

  /// What is said of a file when it is said next, or was said since the last call.
  func diagnostics(of path: String) async throws -> [JSONValue] {
    while true {
      if let place = told.firstIndex(where: {
        $0.method == "textDocument/publishDiagnostics"
          && $0.value["uri"] == .string(address(path))
      }) {
        return told.remove(at: place).value["diagnostics"]?.list ?? []
      }
      let message = try await next()
      guard case .string(let method)? = message["method"] else { continue }
      told.append((method, message["params"] ?? .null))
    }
  }

  struct Silence: Error {}
}

extension JSONValue {
  subscript(key: String) -> JSONValue? {
    guard case .object(let fields) = self else { return nil }
    return fields[key]
  }

  var list: [JSONValue] {
    guard case .array(let items) = self else { return [] }
    return items
  }

  var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// A number, or the numbers of a place or of a range.
  var numbers: [Int] {
    switch self {
    case .number(let number): [Int(number) ?? -1]
    case .object:
      ["start", "end", "line", "character"].flatMap { self[$0]?.numbers ?? [] }
    case .null, .bool, .string, .array: []
    }
  }
}
