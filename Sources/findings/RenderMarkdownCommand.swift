import ArgumentParser
import CommonMark
import Diagnostics
import HTML
import Publisher

/// `findings render-markdown`.
struct RenderMarkdownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render-markdown",
    abstract: "Turn a body on standard input into an HTML fragment on standard output.",
    discussion: "Links to records keep the address that is written, for no register is read.")

  @Flag(help: "Plain CommonMark 0.30: no extensions, raw HTML passed through.")
  var commonmark = false
  @Flag(help: "Typographic quotes, dashes and ellipses.")
  var smart = false

  func run() throws {
    let bytes = try Disk.input()
    let file = SourceFile(path: "standard input")
    var options = commonmark ? RenderOptions.commonMark : RenderOptions.standalone
    options.smart = smart
    let body = renderMarkdown(bytes, in: file, options: options)
    Console.emit(body.value.bytes)
    guard !body.diagnostics.isEmpty else { return }
    let text = SourceText(file: file, bytes: bytes)
    let words = render(
      body.diagnostics, as: .terminal, sources: { _ in text }, catalogue: Catalogue.checks,
      colour: false)
    Console.emit(words, to: .error)
    if isRefused(body.diagnostics, strict: false) { throw ExitCode(1) }
  }
}
