/// How much of anything is taken in: every bound that an input can meet, in one place.
///
/// Content and templates come from many hands, and a machine of a public body builds them. Beyond a
/// bound the rest is left alone, and a diagnostic says so with its place. `docs/limits.md` is made
/// from the comments and numbers here; `scripts/bench-limits` measures what each costs.
public enum Limits {
  // MARK: - Files

  /// Bytes of a record, of `site.yml` or of a template.
  public static let fileBytes = 8 << 20
  /// Bytes of one line of a record, of `site.yml` or of a template.
  public static let lineBytes = 1 << 20
  /// Files in the content folder, and as many in the templates folder.
  public static let files = 500_000

  // MARK: - Front matter

  /// Lists and mappings inside one another in front matter.
  public static let fieldDepth = 64
  /// Fields and list entries of one front matter.
  public static let fields = 20_000
  /// Values that all YAML aliases of one front matter add.
  public static let aliasedValues = 10_000
  /// Syntax errors of one front matter, after which the rest of it is left alone.
  public static let syntaxErrors = 20

  /// Bytes of the printed number of a recommendation or a paragraph.
  public static let printedNumberBytes = 40
  /// Fields that a site adds to the records of one collection.
  public static let extraFields = 100
  /// Values that a site hands to its templates, at any depth.
  public static let params = 1_000

  // MARK: - Bodies

  /// Block quotes, lists and items inside one another in a body.
  public static let blockDepth = 100
  /// Links of one body.
  public static let links = 10_000
  /// Notes that one body cites or defines.
  public static let notes = 10_000
  /// Places in one paragraph where `![` opens an image.
  public static let imageOpeners = 1_000
  /// Columns of a table.
  public static let tableColumns = 1_000
  /// Empty cells that are added in one body where rows are shorter than their table's header.
  public static let addedCells = 100_000
  /// Bytes of the label of a box.
  public static let boxLabelBytes = 80

  // MARK: - Templates

  /// Tags inside one another in one template.
  public static let tagDepth = 100
  /// Tags of one template.
  public static let tags = 50_000
  /// Sections, blocks and templates inside one another once templates are put into one another.
  public static let unfoldedDepth = 200
  /// Steps to which the templates of a page unfold.
  public static let unfoldedSteps = 200_000
  /// Bytes to which the templates of a page unfold.
  public static let unfoldedBytes = 16 << 20
  /// Parts of templates that `findings render-template` goes through.
  public static let dataSteps = 1_000_000
  /// Bytes of a page.
  public static let pageBytes = 64 << 20

  // MARK: - Names of published files

  /// Bytes of the name of a published file or folder; `NAME_MAX` of Linux and macOS.
  public static let nameBytes = 255
  /// Bytes of the path of a published file below the output folder; macOS takes 1,024 with it.
  public static let pathBytes = 800

  // MARK: - Pages

  /// Pages of a register's own that the foot of every page names; of more there is a list.
  public static let footerPages = 20

  // MARK: - Diagnostics

  /// Diagnostics of one check that are shown on a terminal for all files together; the rest are counted.
  public static let shownOfOneCheck = 50
  /// Diagnostics of one check that are shown for one file; the rest are counted.
  public static let shownOfOneKind = 50
  /// Faults of one check that are looked for in one file.
  public static let foundOfOneKind = 1_000
  /// Names among which the one that was meant is sought.
  public static let suggestedNames = 2_000

  // MARK: - The language server

  /// Bytes of a message from an editor.
  public static let messageBytes = 64 << 20
  /// Bytes of what stands before a message and gives its length.
  public static let messageHeadBytes = 4 << 10
  /// Requests of an editor that are worked on at once; others are refused.
  public static let pendingRequests = 1_000
  /// Proposals that complete what is being typed; with more letters typed, others come.
  public static let completions = 200
  /// Records that an editor is shown for a search.
  public static let foundSymbols = 500

  // MARK: - The preview

  /// Bytes of a request's line and headers together.
  public static let requestBytes = 16 << 10
  /// Seconds until a request must be there whole, from the opening of the connection or the last
  /// answer, and until a browser must take the next part of an answer.
  public static let patienceSeconds = 15
  /// Connections that are open at once; others wait.
  public static let connections = 256
  /// Pages that listen for changes at once; the one that has listened longest makes room.
  public static let listeners = 64
}
