import Templates
import TestSupport
import Testing

@testable import LanguageServer

/// The protocol: what is answered when, and that nothing ends the session but its client.
@Suite(.endsSometime)
struct SessionTests {
  private static func code(_ answer: JSONValue) -> [Int] { answer["error"]?["code"]?.numbers ?? [] }

  @Test func `a session begins, ends and keeps to the order of the protocol`() async throws {
    let client = try await TestClient(begins: false)
    #expect(try await Self.code(client.ask("textDocument/hover", "{}")) == [-32002])
    let abilities = try await client.ask("initialize", client.beginning)
    #expect(abilities["capabilities"]?["positionEncoding"] == .string("utf-16"))
    #expect(abilities["serverInfo"]?["name"] == .string("findings"))
    #expect(try await Self.code(client.ask("initialize", client.beginning)) == [-32600])
    #expect(try await Self.code(client.ask("textDocument/nonsense", "{}")) == [-32601])
    #expect(try await Self.code(client.ask("textDocument/hover", "{}")) == [-32602])
    #expect(try await client.ask("shutdown", "null") == .null)
    #expect(try await Self.code(client.ask("textDocument/hover", "{}")) == [-32600])
    #expect(await client.send(#"{"jsonrpc": "2.0", "method": "exit"}"#) == 0)
  }

  @Test func `an end without a shutdown is told by the code`() async throws {
    let client = try await TestClient()
    #expect(await client.send(#"{"jsonrpc": "2.0", "method": "exit"}"#) == 1)
  }

  @Test(arguments: [
    ("{", -32700), ("", -32700), ("\u{0}", -32700), ("nonsense", -32700), ("[1, 2]", -32600),
    ("3", -32600), (#"{"id": [], "method": "x"}"#, -32600),
    (#"{"id": 1.5, "method": "x"}"#, -32600),
    (#"{"id": 1, "method": 7}"#, -32600),
    (String(repeating: "[", count: 100_000), -32700),
  ])
  func `what is no message is answered with an error, and the session goes on`(
    text: String, code: Int
  ) async throws {
    let client = try await TestClient()
    await client.send(text)
    var answer = try await client.next()
    while answer["method"] != nil { answer = try await client.next() }
    #expect(Self.code(answer) == [code])
    #expect(answer["id"] == .null)
    #expect(try await client.ask("workspace/symbol", #"{"query": "coast"}"#).list.count == 2)
  }

  @Test func `a head that is none is answered, too`() async throws {
    let client = try await TestClient(begins: false)
    await client.send(fault: "a head without Content-Length")
    #expect(try await Self.code(client.next()) == [-32700])
  }

  @Test func `notifications that make no sense change nothing`() async throws {
    let client = try await TestClient()
    let path = "content/reports/coast-2020.md"
    for text in [
      #"{"method": "textDocument/didChange", "params": {}}"#,
      #"{"method": "textDocument/didOpen", "params": [1]}"#,
      #"{"method": "textDocument/didClose", "params": {"textDocument": {"uri": "file:///none"}}}"#,
      #"{"method": "$/cancelRequest", "params": {"id": 99}}"#,
      #"{"method": "unheard/of", "params": 1}"#, #"{"id": 7, "result": null}"#,
    ] { await client.send(text) }
    await client.tell(
      "textDocument/didChange",
      #"{"textDocument": {"uri": "\#(client.address(path))", "version": 1}, "contentChanges": []}"#)
    #expect(
      try await client.ask(
        "textDocument/foldingRange", #"{"textDocument": {"uri": "\#(client.address(path))"}}"#
      ).list.count == 3)
  }

  @Test func `a request that is cancelled is answered as such, and at once`() async throws {
    let client = try await TestClient()
    let id = await client.begin("workspace/symbol", #"{"query": ""}"#)
    await client.tell("$/cancelRequest", #"{"id": \#(id)}"#)
    #expect(try await Self.code(client.answer(to: id)) == [-32800])
  }

  @Test func `a request whose document changes meanwhile is outdated`() async throws {
    let client = try await TestClient()
    let path = "content/reports/coast-2020.md"
    await client.open(path, TestClient.report)
    let place = #"{"textDocument": {"uri": "\#(client.address(path))"}}"#
    let first = await client.begin("textDocument/documentSymbol", place)
    await client.change(path, to: TestClient.report + "more\n")
    #expect(try await Self.code(client.answer(to: first)) == [-32801])
    #expect(try await !client.ask("textDocument/documentSymbol", place).list.isEmpty)
  }

  @Test func `a file outside of the project is nobody's business`() async throws {
    let client = try await TestClient()
    let address = #"{"textDocument": {"uri": "file:///etc/hostname"}}"#
    #expect(try await client.ask("textDocument/documentSymbol", address) == .null)
  }

  @Test func `a project without a content folder is told once`() async throws {
    let client = try await TestClient()
    try client.folder.remove("content")
    let answer = try await client.ask("workspace/symbol", #"{"query": ""}"#)
    #expect(Self.code(answer) == [-32803] || answer.list.count == 7)
    try client.folder.write("content/site.yml", TestClient.settings)
    await client.tell("textDocument/didSave", #"{"textDocument": {"uri": "file:///x"}}"#)
    #expect(try await client.ask("workspace/symbol", #"{"query": ""}"#).list.isEmpty)
  }
}
