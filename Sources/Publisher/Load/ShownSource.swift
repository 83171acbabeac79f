public import Diagnostics
import Inspections
import Site

/// The text of a file that a diagnostic points into, with the words of withheld text covered.
///
/// - Parameters:
///   - file: the file under the path that messages show.
///   - root: the project's folder, from which such paths count.
/// - Returns: the file with its bytes, or nil where there is none to show.
public func shownSource(of file: SourceFile, root: String) -> SourceText? {
  if file.isBuiltIn {
    return ThemeFile.builtIn.first { $0.source == file }
      .map { SourceText(file: file, bytes: $0.bytes) }
  }
  guard !file.isUnread else { return nil }
  let path = file.path.hasPrefix("/") || root == "." ? file.path : "\(root)/\(file.path)"
  // What is no file is not opened, and of what is no text there is no line to show.
  guard (try? Disk.status(of: path))?.kind == .file, let bytes = try? Disk.read(path),
    !bytes.prefix(1_024).contains(0)
  else { return nil }
  return coveringWithheldText(SourceText(file: file, bytes: bytes))
}
