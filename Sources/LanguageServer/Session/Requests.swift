import Diagnostics

// The parameters of messages, as far as they are used.

/// A document, by its address.
struct DocumentName: Sendable, Decodable {
  let uri: String
}

/// Parameters that are about a document.
protocol DocumentParameters: Sendable, Decodable {
  var textDocument: DocumentName { get }
}

/// What an editor says of itself before anything else.
struct InitializeParameters: Sendable, Decodable {
  struct Folder: Sendable, Decodable {
    let uri: String
  }

  /// What the person who set the editor up wishes.
  struct Options: Sendable, Decodable {
    /// Where `findings preview` serves, like `http://localhost:8080/`.
    let preview: String?
  }

  struct Capabilities: Sendable, Decodable {
    struct Workspace: Sendable, Decodable {
      struct Edits: Sendable, Decodable {
        let documentChanges: Bool?
        let resourceOperations: [String]?
      }

      struct Watching: Sendable, Decodable {
        let dynamicRegistration: Bool?
      }

      let workspaceEdit: Edits?
      let didChangeWatchedFiles: Watching?
    }

    struct Window: Sendable, Decodable {
      struct Showing: Sendable, Decodable {
        let support: Bool?
      }

      let showDocument: Showing?
    }

    struct Document: Sendable, Decodable {
      struct Completion: Sendable, Decodable {
        struct Item: Sendable, Decodable {
          let documentationFormat: [String]?
        }

        let completionItem: Item?
      }

      struct Hover: Sendable, Decodable {
        let contentFormat: [String]?
      }

      let completion: Completion?
      let hover: Hover?
    }

    let workspace: Workspace?
    let window: Window?
    let textDocument: Document?

    /// Whether what is told of proposals and of words may be Markdown.
    var takesMarkdown: (completion: Bool, hover: Bool) {
      let formats = (
        textDocument?.completion?.completionItem?.documentationFormat,
        textDocument?.hover?.contentFormat
      )
      return (formats.0?.contains("markdown") == true, formats.1?.contains("markdown") == true)
    }
  }

  let processId: Int32?
  let rootUri: String?
  let workspaceFolders: [Folder]?
  let initializationOptions: Options?
  let capabilities: Capabilities

  private enum Key: CodingKey {
    case processId, rootUri, workspaceFolders, initializationOptions, capabilities
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    capabilities = try fields.decode(Capabilities.self, forKey: .capabilities)
    rootUri = try fields.decodeIfPresent(String.self, forKey: .rootUri)
    workspaceFolders = try fields.decodeIfPresent([Folder].self, forKey: .workspaceFolders)
    processId = try fields.decodeIfPresent(Int32.self, forKey: .processId)
    // Editors put all manner of things here.
    initializationOptions = try? fields.decodeIfPresent(
      Options.self, forKey: .initializationOptions)
  }
}

struct OpenParameters: Sendable, Decodable {
  struct Document: Sendable, Decodable {
    let uri: String
    let version: Int
    let text: String
  }

  let textDocument: Document
}

struct ChangeParameters: Sendable, Decodable {
  struct Document: Sendable, Decodable {
    let uri: String
    let version: Int
  }

  let textDocument: Document
  let contentChanges: [TextDocument.Change]
}

struct WholeDocumentParameters: DocumentParameters {
  let textDocument: DocumentName
}

struct PlaceParameters: DocumentParameters {
  let textDocument: DocumentName
  let position: TextPosition
}

struct ReferencesParameters: DocumentParameters {
  struct Context: Sendable, Decodable {
    let includeDeclaration: Bool
  }

  let textDocument: DocumentName
  let position: TextPosition
  let context: Context
}

struct RenameParameters: DocumentParameters {
  let textDocument: DocumentName
  let position: TextPosition
  let newName: String
}

struct ActionParameters: DocumentParameters {
  struct Context: Sendable, Decodable {
    let only: [String]?
  }

  let textDocument: DocumentName
  let range: TextRange
  let context: Context
}

struct SearchParameters: Sendable, Decodable {
  let query: String
}

struct CommandParameters: Sendable, Decodable {
  let command: String
  let arguments: [String]?
}

struct CancelParameters: Sendable, Decodable {
  let id: RequestID
}
