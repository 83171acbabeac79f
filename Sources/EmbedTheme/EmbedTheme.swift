import Foundation

/// Writes the files of a folder into a Swift source, so that the built-in theme is in the binary.
///
/// Arguments: the folder, the file to write, and the name of the type that holds them. Text stays readable,
/// what is not UTF-8 becomes base 64; the result depends on nothing but the names and bytes.
@main
enum EmbedTheme {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4 else {
      throw EmbedError("usage: embed-theme FOLDER OUTPUT TYPE")
    }
    let folder = URL(fileURLWithPath: arguments[1], isDirectory: true)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var source = """
      /// Files that `findings` brings along, by their paths in the folder `\(folder.lastPathComponent)`.
      enum \(arguments[3]) {
        static let files: [ThemeFile] = [

      """
    for name in names {
      let file = folder.appending(path: name)
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        continue
      }
      let data = try Data(contentsOf: file)
      let content =
        String(data: data, encoding: .utf8).map { "text: \(literal($0))" }
        ?? "base64: \"\(data.base64EncodedString())\""
      source += "    ThemeFile(path: \(literal(name)), \(content)),\n"
    }
    source += "  ]\n}\n"
    try Data(source.utf8).write(to: URL(fileURLWithPath: arguments[2]))
  }

  /// A raw string literal of one line that stands for `text`.
  private static func literal(_ text: String) -> String {
    var hashes = "#"
    while text.contains("\"" + hashes) || text.contains("\\" + hashes) { hashes += "#" }
    let escaped = text.unicodeScalars.map { scalar in
      scalar.value < 0x20 || scalar == "\u{7F}"
        ? "\\\(hashes)u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }
    return "\(hashes)\"\(escaped.joined())\"\(hashes)"
  }
}

/// Why a theme cannot be embedded.
struct EmbedError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
