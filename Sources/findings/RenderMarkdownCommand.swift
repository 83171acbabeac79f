import ArgumentParser
import CommonMark
import Diagnostics
import Foundation
import HTML
import Publisher

/// `findings render-markdown`.
struct RenderMarkdownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render-markdown",
    abstract: "Turn a body on standard input into an HTML fragment on standard output.",
    discussion:
      "Links to records stay without an address, for there is no register to find them in.")

  @Flag(help: "Plain CommonMark 0.30: no extensions, raw HTML passed through.")
  var commonmark = false
  @Flag(help: "Typographic quotes, dashes and ellipses.")
  var smart = false

  func run() throws {
    let bytes = Array(FileHandle.standardInput.readDataToEndOfFile())
    let file = SourceFile(path: "standard input")
    let options = commonmark ? RenderOptions.commonMark : RenderOptions(smart: smart)
    let body = renderBody(bytes, range: 0..<bytes.count, in: file, options: options)
    FileHandle.standardOutput.write(Data(body.value.html.bytes))
    guard !body.diagnostics.isEmpty else { return }
    let text = SourceText(file: file, bytes: bytes)
    let words = render(
      body.diagnostics, as: .terminal, sources: { _ in text }, catalogue: Catalogue.checks,
      colour: false)
    FileHandle.standardError.write(Data(words))
  }
}
