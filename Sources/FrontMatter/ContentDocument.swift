public import Diagnostics

/// A Markdown file taken apart: its front matter as nodes and the place of its body.
public struct ContentDocument: Sendable {
  /// The file it was read from.
  public let file: SourceFile
  /// The fields as a mapping; empty between two `---` with nothing in them, nil where no front matter
  /// could be made out, which is reported.
  public let frontMatter: Node?
  /// The front matter with both `---` lines; empty, at the place where it would be, when there is none.
  public let frontMatterSpan: Span
  /// The opening `---`, which a missing field points at; empty where there is none.
  public let openingSpan: Span
  /// The bytes after the front matter, counted in the whole file.
  public let body: Range<Int>
  /// False when something of the front matter could not be read: fields that are absent then may be
  /// there in the file, and reporting them as missing would mislead.
  public let isComplete: Bool
}

/// Takes a Markdown file apart: front matter between `---` lines, then the body.
///
/// Front matter opens on the first line (after a byte-order mark, if any) and closes at the next
/// line that holds `---` and nothing but blanks after it, wherever that line stands: inside a quoted
/// value too, as in every other reader of front matter. Lines end with LF, CR LF or CR. A file that
/// opens it in another way, or not at all, has that said and nothing of what is missing in consequence.
///
/// Diagnostics: `yaml-syntax`, `duplicate-key`; in the body too `not-utf8`, `control-character` and
/// `direction-control`. After a syntax error
/// reading goes on at the next line that looks like a field of the top level.
///
/// Complexity: O(n), with one more pass over the rest, or the whole, for each syntax error, of which
/// at most 20 are reported.
public func readDocument(_ bytes: [UInt8], file: SourceFile) -> Diagnosed<ContentDocument> {
  var diagnostics: [Diagnostic] = []
  let encoding = EncodingReport(bytes, file: file)
  diagnostics += encoding.diagnostics
  let mark = encoding.markLength
  guard encoding.isReadable else {
    let start = Span(file, 0..<0)
    return Diagnosed(
      ContentDocument(
        file: file, frontMatter: nil, frontMatterSpan: start, openingSpan: start,
        body: bytes.count..<bytes.count, isComplete: false),
      diagnostics)
  }

  let fence = Fence(bytes, from: mark)
  diagnostics += ControlCharacters.diagnostics(of: bytes, fence.body, file: file)
  diagnostics += fence.diagnostics(file: file, bytes: bytes)
  guard let inner = fence.inner else {
    return Diagnosed(
      ContentDocument(
        file: file, frontMatter: nil, frontMatterSpan: Span(file, fence.whole),
        openingSpan: Span(file, fence.opening), body: fence.body, isComplete: false),
      diagnostics)
  }
  let clean = encoding.cleaned(bytes, inner, file: file)
  diagnostics += clean.diagnostics
  let reader = TreeReader.read(clean.value, inner, file: file)
  var root = reader.root
  diagnostics += reader.diagnostics
  var isComplete = reader.isComplete && fence.isClosed
  if let value = root, !value.isMapping {
    if reader.isComplete { diagnostics.append(.notFields(at: value.span)) }
    root = nil
    isComplete = false
  }
  let empty = Node(.mapping([]), span: Span(file, inner.lowerBound..<inner.lowerBound))
  return Diagnosed(
    ContentDocument(
      file: file, frontMatter: root ?? empty, frontMatterSpan: Span(file, fence.whole),
      openingSpan: Span(file, fence.opening), body: fence.body, isComplete: isComplete),
    diagnostics)
}

/// Reads a whole YAML file: its value, or nil when it holds none.
///
/// Diagnostics: as ``readDocument(_:file:)``. Where ``FrontMatterChecks/hidesFields(_:)``
/// is true of them, absent fields may be there in the file.
///
/// Complexity: as ``readDocument(_:file:)``.
public func readYAML(_ bytes: [UInt8], file: SourceFile) -> Diagnosed<Node?> {
  let encoding = EncodingReport(bytes, file: file)
  guard encoding.isReadable else { return Diagnosed(nil, encoding.diagnostics) }
  let range = encoding.markLength..<bytes.count
  let clean = encoding.cleaned(bytes, range, file: file)
  let reader = TreeReader.read(clean.value, range, file: file)
  return Diagnosed(reader.root, encoding.diagnostics + clean.diagnostics + reader.diagnostics)
}

extension Node {
  fileprivate var isMapping: Bool {
    if case .mapping = content { true } else { false }
  }
}
