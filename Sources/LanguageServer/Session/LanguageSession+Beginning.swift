import Diagnostics
import Publisher

extension LanguageSession {
  /// The command that opens a record's page in the preview; its argument is the address.
  static let openCommand = "findings.openInPreview"

  /// Begins the session: learns where the project is, and says what the server can do.
  func initialize(_ id: RequestID, _ bytes: [UInt8]) throws(ResponseError) {
    let client = try parameters(InitializeParameters.self, of: bytes)
    let folder = client.workspaceFolders?.first?.uri ?? client.rootUri
    if takesRoot, let location = folder.flatMap(ProjectPlace.location) {
      request.root = location
      place = ProjectPlace(root: location)
      workspace = Workspace(request)
    }
    self.client = client
    phase = .open
    answer(id, .success(Self.abilities))
  }

  private static let abilities: OrderedJSON = {
    let yes = OrderedJSON.bool(true)
    let capabilities: [(key: String, value: OrderedJSON)] = [
      ("positionEncoding", .string("utf-16")),
      (
        "textDocumentSync",
        .object([("openClose", yes), ("change", .number(2)), ("save", .object([]))])
      ),
      (
        "completionProvider",
        .object([("triggerCharacters", .strings([":", "/", "#", "(", "{", ">", ".", " "]))])
      ),
      ("hoverProvider", yes), ("definitionProvider", yes), ("referencesProvider", yes),
      ("renameProvider", .object([("prepareProvider", yes)])), ("documentSymbolProvider", yes),
      ("workspaceSymbolProvider", yes),
      (
        "codeActionProvider",
        .object([
          (
            "codeActionKinds",
            .strings([Action.Kind.quickFix.rawValue, Action.Kind.fixAll.rawValue])
          )
        ])
      ),
      ("foldingRangeProvider", yes), ("codeLensProvider", .object([])),
      ("executeCommandProvider", .object([("commands", .strings([openCommand]))])),
    ]
    return .object([
      ("capabilities", .object(capabilities)),
      ("serverInfo", .object([("name", .string("findings"))])),
    ])
  }()

  /// Whether the client tells of files that change on the disk.
  var watchesFiles: Bool {
    client?.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration == true
  }

  /// Reads the project for the first time, and asks to be told of files that change on the disk.
  func begin() {
    if watchesFiles {
      let watchers = [request.content, request.templates].map { folder in
        OrderedJSON.object([("globPattern", .string("**/\(folder)/**"))])
      }
      let registration = OrderedJSON.object([
        ("id", .string("files")), ("method", .string("workspace/didChangeWatchedFiles")),
        ("registerOptions", .object([("watchers", .array(watchers))])),
      ])
      demand("client/registerCapability", .object([("registrations", .array([registration]))]))
    }
    projectChanged()
  }
}
