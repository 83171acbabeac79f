public import Inspections

/// Where a register's repository lies, for the workflow that checks and publishes it.
public enum CodeHost: String, Sendable, CaseIterable {
  /// GitHub, with Pages.
  case github
  /// GitLab, with Pages.
  case gitlab
  /// None, or another.
  case none

  /// The files of its workflow, by their paths in the project.
  var files: [(path: String, source: String)] {
    switch self {
    case .github:
      [
        (".github/workflows/register.yml", "github.yml"),
        (".github/workflows/register-daily.yml", "github-daily.yml"),
      ]
    case .gitlab: [(".gitlab-ci.yml", "gitlab-ci.yml")]
    case .none: []
    }
  }
}

/// The files of a new project: its first register, and what belongs beside it.
public struct StarterFiles: Sendable {
  /// A file to write.
  public struct File: Sendable {
    /// Where it goes, from the project's folder.
    public let path: String
    /// What is in it.
    public let bytes: [UInt8]
  }

  /// Every file, in the order in which they are told.
  public let files: [File]

  /// The files of a project that begins with a register and is kept at a host.
  public init(_ register: FirstRegister, at host: CodeHost) {
    let records = register.files.map {
      File(path: "content/\($0.path)", bytes: Array($0.text.utf8))
    }
    let workflow = host.files.compactMap { path, source in
      BuiltInWorkflows.files.first { $0.path == source }.map { File(path: path, bytes: $0.bytes) }
    }
    let settings = BuiltInEditorSettings.files.map {
      File(path: ".vscode/\($0.path)", bytes: $0.bytes)
    }
    files =
      records + workflow + settings + [
        File(path: ".gitignore", bytes: Array(Self.ignored.utf8)),
        File(path: ".editorconfig", bytes: Array(Self.editing.utf8)),
      ]
  }

  private static let ignored = """
    # What a build writes, and what it leaves when it is killed.
    /public/
    .*.findings-work
    # Written by: findings schema --folder .schemas
    /.schemas/

    """

  private static let editing = """
    root = true

    [*]
    charset = utf-8
    end_of_line = lf
    insert_final_newline = true
    indent_style = space
    indent_size = 2

    """
}
