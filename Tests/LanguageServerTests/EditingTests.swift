import Templates
import TestSupport
import Testing

@testable import LanguageServer

/// What an editor is told, of a small register.
@Suite(.endsSometime)
struct EditingTests {
  private static let path = "content/reports/coast-2020.md"

  /// The parameters for the place of `|` in a text, with the text without it.
  private static func marked(
    _ text: String, in client: TestClient, at path: String = path
  ) -> (text: String, parameters: String) {
    let parts = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
    let place = #"{"line": \#(lines.count - 1), "character": \#(lines.last?.utf16.count ?? 0)}"#
    let document = #"{"uri": "\#(client.address(path))"}"#
    return (
      parts.joined(), #"{"textDocument": \#(document), "position": \#(place)}"#
    )
  }

  private static func ask(
    _ method: String, _ text: String, at path: String = path, more: String = ""
  ) async throws -> JSONValue {
    let client = try await TestClient()
    let (text, parameters) = marked(text, in: client, at: path)
    await client.open(path, text)
    return try await client.ask(method, parameters.dropLast() + more + "}")
  }

  /// The name of the file of a place or a document.
  private static func file(_ value: JSONValue?) -> String {
    String(value?["uri"]?.text?.split(separator: "/").last ?? "")
  }

  /// The range of a place or an edit, `line,character,line,character`.
  private static func range(_ value: JSONValue) -> String {
    let numbers: [Int] = value["range"]?.numbers ?? []
    return numbers.map { "\($0)" }.joined(separator: ",")
  }

  private static func errors(_ diagnostics: [JSONValue]) -> [JSONValue] {
    diagnostics.filter { $0["severity"] == .number("1") }
  }

  private static func labels(_ text: String, at path: String = path) async throws -> [String] {
    try await ask("textDocument/completion", text, at: path)["items"]?.list
      .compactMap { $0["label"]?.text } ?? []
  }

  private static func report(_ line: String, body: String = "") -> String {
    TestClient.report.replacing("area: coast", with: line) + body
  }

  // MARK: - Diagnostics

  @Test func `a letter is checked, with the words of a check, and what is mended goes`()
    async throws
  {
    let client = try await TestClient()
    await client.open(Self.path, TestClient.report)
    #expect(try await Self.errors(client.diagnostics(of: Self.path)).isEmpty)
    await client.change(Self.path, to: Self.report("area: coats 🐉"))
    await client.change(Self.path, to: Self.report("area: coats"))
    var found: JSONValue?
    while found == nil {
      // What was found in an earlier state of the text may still be on its way.
      found = try await client.diagnostics(of: Self.path).first {
        $0["code"] == .string("unknown-reference") && $0["message"]?.text?.contains("🐉") == false
      }
    }
    // `area: ` has six letters, and the line is the sixth.
    #expect(found?["range"]?.numbers == [5, 6, 5, 11])
    #expect(found?["severity"] == .number("1"))
    #expect(found?["source"] == .string("findings"))
    let words = try #require(found?["message"]?.text)
    #expect(words.hasPrefix("'coats' "))
    #expect(words.contains("help: did you mean 'coast'?"))
    await client.change(Self.path, to: TestClient.report)
    var last = try await client.diagnostics(of: Self.path)
    while !Self.errors(last).isEmpty { last = try await client.diagnostics(of: Self.path) }
    #expect(!last.contains { $0["code"] == .string("unknown-reference") })
  }

  @Test func `a place behind a dragon is counted in UTF-16`() async throws {
    let client = try await TestClient()
    await client.open(
      Self.path, TestClient.report.replacing("(area:coast)", with: "(area:coats)"))
    let said = try await client.diagnostics(of: Self.path)
    let found = try #require(said.first { $0["code"] == .string("unknown-reference") })
    // `1. The 🐉 [coast](`: seven letters, two units of the dragon, a blank, `[coast](` with eight.
    #expect(found["range"]?.numbers == [13, 18, 13, 28])
  }

  @Test func `other places are told of, each in its file`() async throws {
    let client = try await TestClient()
    await client.open(
      Self.path,
      TestClient.report.replacing(
        "  - {id: 1,", with: "  - {id: 1, text: A., to: board}\n  - {id: 1,"))
    let said = try await client.diagnostics(of: Self.path)
    let found = try #require(said.first { $0["code"] == .string("duplicate-id") })
    let related = try #require(found["relatedInformation"]?.list.first)
    #expect(related["location"]?["uri"] == .string(client.address(Self.path)))
    #expect(related["location"]?["range"]?.numbers == [10, 9, 10, 10])
    #expect(related["message"] == .string("first here"))
  }

  @Test func `files that nobody has open are looked at, too`() async throws {
    let client = try await TestClient(files: [
      "content/areas/far.md": "---\ntitle: Far\nkind: region\norganisation: bord\n---\n"
    ])
    let said = try await client.diagnostics(of: "content/areas/far.md")
    #expect(said.compactMap { $0["code"]?.text } == ["unknown-reference"])
  }

  // MARK: - Completion

  @Test func `fields are offered that are not there yet, with what they mean`() async throws {
    let labels = try await Self.labels(Self.report("area: coast\nre|"))
    #expect(labels.prefix(3) == ["restricted", "reference", "release"])
    #expect(!labels.contains("recommendations"))
    let items = try await Self.ask("textDocument/completion", Self.report("fieldw|"))["items"]
    let field = try #require(items?.list.first)
    #expect(field["label"] == .string("fieldwork"))
    #expect(field["detail"] == .string("a date or two dates like 2007-06/2007-07, or unknown"))
    #expect(field["documentation"]?["value"] == .string("When inspectors were at work."))
    #expect(field["textEdit"]?["newText"] == .string("fieldwork: "))
    #expect(field["textEdit"]?["range"]?.numbers == [5, 0, 5, 6])
  }

  @Test func `words of a list are offered`() async throws {
    #expect(
      try await Self.labels(Self.report("form: |")) == ["full", "digest", "known-of", "restricted"])
    #expect(try await Self.labels(Self.report("form:|")).count == 4)
    #expect(try await Self.labels(Self.report("status: dr|")) == ["draft", "withdrawn"])
  }

  @Test func `ids are offered by id and by title`() async throws {
    #expect(try await Self.labels(Self.report("area: sh|")) == ["shore"])
    #expect(
      try await Self.labels(Self.report("area: |")) == ["coast", "shore", "unknown"].dropLast())
    #expect(try await Self.labels(Self.report("areas: [the s|")) == ["shore"])
    let list = try await Self.ask("textDocument/completion", Self.report("areas: sho|"))["items"]?
      .list
    #expect(list?.first?["textEdit"]?["newText"] == .string("[shore]"))
  }

  @Test func `grades and aspects are those of the framework`() async throws {
    #expect(
      try await Self.labels(Self.report("area: coast\noverall: |"))
        == ["good", "poor", "none", "unknown"])
    let text = TestClient.report.replacing("aspect: lamps, grade: good", with: "aspect: h|")
    #expect(try await Self.labels(text) == ["horns"])
    let other = TestClient.report.replacing("framework: lights", with: "framework: unknown")
      .replacing("grade: good", with: "grade: |")
    #expect(try await Self.labels(other) == ["none", "unknown"])
  }

  @Test func `links are offered: schemes, ids, parts and embeds`() async throws {
    func body(_ text: String) -> String { TestClient.report + "2. See [it](\(text)\n" }
    #expect(try await Self.labels(body("ar|")) == ["area:", "para:", "share:"])
    #expect(try await Self.labels(body("area:|)")) == ["coast", "shore"])
    #expect(try await Self.labels(body("rec:|)")) == ["1", "coast-2020#"])
    #expect(try await Self.labels(body("para:coast-2020#|)")) == ["coast-2020#1", "coast-2020#2"])
    #expect(try await Self.labels(body("aspect:l|)")) == ["lamps", "lights/", "horns"])
    #expect(try await Self.labels(TestClient.report + "![](ti|") == ["timeline:"])
    #expect(try await Self.labels(TestClient.report + "2. words|").isEmpty)
  }

  @Test func `names and templates are offered in templates`() async throws {
    let path = "templates/report.mustache"
    #expect(try await Self.labels("<h1>{{det|", at: path) == ["details"])
    #expect(try await Self.labels("{{page.tit|}}", at: path).contains("page.title"))
    #expect(try await Self.labels("{{< lay|}}", at: path) == ["layout"])
    #expect(try await Self.labels("{{#responses}}{{-f|}}", at: path).first == "-first")
    #expect(try await !Self.labels("{{|}}", at: path).contains("-first"))
    #expect(try await Self.labels("{{#responses}}x{{/|", at: path) == ["responses"])
    #expect(try await Self.labels("{{site.tit|", at: "templates/layout.mustache") == ["site.title"])
    #expect(try await Self.labels("no tag ti|", at: path).isEmpty)
  }

  // MARK: - Hover, places

  @Test func `hovering tells a record's facts, a name's meaning and a field's`() async throws {
    func words(_ text: String) async throws -> String {
      try await Self.ask("textDocument/hover", text)["contents"]?["value"]?.text ?? ""
    }
    let record = try await words(Self.report("area: co|ast"))
    #expect(record.hasPrefix("**The Coast**"))
    #expect(record.contains("`content/areas/coast.md`"))
    #expect(
      try await words(TestClient.report.replacing("grade: good", with: "grade: go|od"))
        == "**Good** (`good`)\n\nAbove what is required.")
    #expect(try await words(Self.report("ar|ea: coast")).hasPrefix("**area**: the id of one of"))
    #expect(
      try await words(TestClient.report.replacing("rec:1", with: "rec:|1")).hasPrefix(
        "**1** Hear the horns."))
    let check = try await words(Self.report("area: coa|ts"))
    #expect(check.contains("**unknown-reference** (error): "))
  }

  @Test func `a definition is where a record, a part or a name is written`() async throws {
    func place(_ text: String) async throws -> (file: String, range: [Int]) {
      let found = try await Self.ask("textDocument/definition", text)
      let address = found["uri"]?.text ?? ""
      return (String(address.split(separator: "/").last ?? ""), found["range"]?.numbers ?? [])
    }
    #expect(try await place(Self.report("area: co|ast")) == ("coast.md", [0, 0, 0, 3]))
    #expect(
      try await place(TestClient.report.replacing("grade: good", with: "grade: goo|d"))
        == ("lights.md", [4, 9, 4, 13]))
    #expect(
      try await place(TestClient.report.replacing("(rec:1)", with: "(rec:1|)"))
        == ("coast-2020.md", [10, 9, 10, 10]))
    #expect(
      try await place(TestClient.report.replacing("area:coast", with: "area|:coast")).file
        == "coast.md")
    #expect(try await place(TestClient.report.replacing("is long", with: "is lo|ng")).file == "")
  }

  @Test func `references are found in front matter and bodies of all files`() async throws {
    let found = try await Self.ask(
      "textDocument/references", Self.report("area: co|ast"),
      more: #", "context": {"includeDeclaration": false}"#)
    let places = found.list.map { "\(Self.file($0)):\(Self.range($0))" }
    #expect(places == ["shore.md:4,8,4,13", "coast-2020.md:5,6,5,11", "coast-2020.md:13,23,13,28"])
  }

  // MARK: - Changes

  @Test func `an id is renamed wherever it stands, and its address kept`() async throws {
    let result = try await Self.ask(
      "textDocument/rename", Self.report("area: co|ast"), more: #", "newName": "long-coast""#)
    let changes = try #require(result["documentChanges"]?.list)
    let edits = changes.dropLast().map { change -> String in
      let edits: [String] = (change["edits"]?.list ?? []).map {
        "\(Self.range($0)) \($0["newText"]?.text ?? "")"
      }
      return "\(Self.file(change["textDocument"])): \(edits.joined(separator: "; "))"
    }
    #expect(
      edits == [
        "coast.md: 4,0,4,0 aliases: [/areas/coast/]\n",
        "shore.md: 4,8,4,13 long-coast",
        "coast-2020.md: 5,6,5,11 long-coast; 13,23,13,28 long-coast",
      ])
    #expect(changes.last?["kind"] == .string("rename"))
    #expect(changes.last?["newUri"]?.text?.hasSuffix("content/areas/long-coast.md") == true)
    // Of the files only the report is open.
    #expect(changes.map { $0["textDocument"]?["version"] } == [.null, .null, .number("1"), nil])
  }

  @Test func `a former address joins those that there are`() async throws {
    let result = try await Self.ask(
      "textDocument/rename", TestClient.report.replacing("to: board", with: "to: boar|d"),
      more: #", "newName": "lights-board""#)
    let own = result["documentChanges"]?.list.first {
      $0["textDocument"]?["uri"]?.text?.hasSuffix("board.md") == true
    }
    #expect(own?["edits"]?.list.first?["newText"] == .string(", /organisations/board/"))
  }

  @Test(arguments: [
    ("Long Coast", "'Long Coast' cannot be an id"),
    ("shore", "'shore' is the id of another record"),
  ])
  func `an id that cannot be is refused`(name: String, words: String) async throws {
    let result = try await Self.ask(
      "textDocument/rename", Self.report("area: co|ast"), more: #", "newName": "\#(name)""#)
    #expect(result["error"]?["message"]?.text?.hasPrefix(words) == true)
  }

  @Test func `what can be put right is offered, and what can be waived`() async throws {
    let client = try await TestClient()
    let text = TestClient.report.replacing("kind: inspection", with: "knd: inspection")
    await client.open(Self.path, text)
    let place = #"{"start": {"line": 2, "character": 1}, "end": {"line": 2, "character": 1}}"#
    let document = #""textDocument": {"uri": "\#(client.address(Self.path))"}"#
    let actions = try await client.ask(
      "textDocument/codeAction",
      #"{\#(document), "range": \#(place), "context": {"diagnostics": []}}"#)
    #expect(
      actions.list.compactMap { $0["title"]?.text } == [
        "Write 'kind'", "Put in everything that is certain",
      ])
    let edit = actions.list.first?["edit"]?["documentChanges"]?.list.first?["edits"]?.list.first
    #expect(edit?["range"]?.numbers == [2, 0, 2, 3])
    #expect(edit?["newText"] == .string("kind"))
    let only = try await client.ask(
      "textDocument/codeAction",
      #"{\#(document), "range": \#(place), "context": {"diagnostics": [], "only": ["source.fixAll"]}}"#
    )
    #expect(only.list.compactMap { $0["kind"]?.text } == ["source.fixAll.findings"])
  }

  @Test func `a waiver leaves its reason to a person`() async throws {
    let client = try await TestClient()
    // Published before the fieldwork ended.
    let text = Self.report("area: coast\nfieldwork: 2020-03-01/2020-04-01")
    await client.open(Self.path, text)
    let place = #"{"start": {"line": 7, "character": 12}, "end": {"line": 7, "character": 12}}"#
    let document = #""textDocument": {"uri": "\#(client.address(Self.path))"}"#
    let actions = try await client.ask(
      "textDocument/codeAction",
      #"{\#(document), "range": \#(place), "context": {"diagnostics": []}}"#)
    let waiver = try #require(
      actions.list.first {
        $0["title"] == .string("Waive 'published-before-fieldwork' with a reason")
      })
    let edit = waiver["edit"]?["documentChanges"]?.list.first?["edits"]?.list.first
    #expect(
      edit?["newText"]
        == .string(
          "waivers:\n  - {check: published-before-fieldwork, field: published, reason: , by: , "
            + "date: 2020-09-13}\n"))
    #expect(edit?["range"]?.numbers == [12, 0, 12, 0])
  }

  // MARK: - The rest

  @Test func `symbols, folds and the lens show what is there`() async throws {
    let client = try await TestClient()
    await client.open(Self.path, TestClient.report + "\n## Horns\n\n2. They are silent.\n")
    let document = #"{"textDocument": {"uri": "\#(client.address(Self.path))"}}"#
    let symbols = try await client.ask("textDocument/documentSymbol", document).list
    #expect(
      symbols.compactMap { $0["name"]?.text } == [
        "title", "kind", "publisher", "framework", "area", "published", "judgements",
        "recommendations", "1", "Horns",
      ])
    #expect(symbols.last?["children"]?.list.compactMap { $0["name"]?.text } == ["2"])
    #expect(symbols[7]["children"]?.list.first?["detail"] == .string("Hear the horns."))
    let folds = try await client.ask("textDocument/foldingRange", document).list
    #expect(
      folds.map { [$0["startLine"], $0["endLine"]].compactMap { $0?.numbers.first } } == [
        [0, 11], [7, 8], [9, 10], [15, 17],
      ])
    let lens = try await client.ask("textDocument/codeLens", document).list.first
    #expect(
      lens?["command"]?["arguments"]?.list == [
        .string("http://localhost:8080/register/reports/coast-2020/")
      ])
    let command = try #require(lens?["command"]?["command"]?.text)
    _ = try await client.ask(
      "workspace/executeCommand",
      #"{"command": "\#(command)", "arguments": ["http://localhost:8080/register/"]}"#)
    #expect(client.told.contains { $0.method == "window/showDocument" })
  }

  @Test func `records of the project are found by what they are called`() async throws {
    let client = try await TestClient()
    let found = try await client.ask("workspace/symbol", #"{"query": "The Sh"}"#).list
    #expect(found.compactMap { $0["name"]?.text } == ["shore: The Shore"])
  }
}
