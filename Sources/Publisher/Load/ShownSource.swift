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
  let path = file.path.hasPrefix("/") || root == "." ? file.path : "\(root)/\(file.path)"
  return (try? Disk.read(path)).map { coveringWithheldText(SourceText(file: file, bytes: $0)) }
}
