import Diagnostics
import HTML
import Templates
import Testing

@testable import Site

/// The built-in theme, compiled once for all tests.
private let builtInTheme = {
  let ending = ".mustache"
  let templates = ThemeFile.builtIn.filter { $0.path.hasSuffix(ending) }.map { file in
    TemplateSource(
      name: String(file.path.dropLast(ending.count)),
      text: SourceText(file: SourceFile(path: file.path), bytes: file.bytes))
  }
  return TemplateLibrary.compile(
    templates, pages: ThemeNames(assets: ThemeFile.builtIn.assets).pages)
}()

extension String {
  /// A page with its ranges of numbers as readers see them, without what keeps each on one line.
  var withPlainRanges: String {
    replacing(/<span class="whole">([^<]*)<\/span>/) { $0.1 }
  }
}

extension SiteContext {
  /// Every page.
  var pages: [PlannedPage] { PageKind.all.flatMap { $0.planned(self).value } }

  /// A page as the built-in theme renders it.
  func rendered(_ path: String) throws -> String {
    try render(try #require(pages.first { $0.path == path }))
  }

  /// Every page as the built-in theme renders it, by its path.
  func renderedPages() throws -> [String: String] {
    var pages: [String: String] = [:]
    for page in self.pages { pages[page.path] = try render(page) }
    return pages
  }

  /// Every page and every file that is made from the register, by its path.
  func everything() throws -> [String: String] {
    let files = files + plannedReportFiles(self)
    var all = try renderedPages()
    for file in files { all[file.path] = String(decoding: file.bytes(), as: UTF8.self) }
    return all
  }

  private func render(_ page: PlannedPage) throws -> String {
    try #require(builtInTheme.diagnostics.isEmpty)
    let template = try #require(builtInTheme.value.page(page.kind.name))
    let names = ThemeNames(assets: ThemeFile.builtIn.assets, of: register.site).values(in: self)
    var buffer = HTMLBuffer()
    let problem = builtInTheme.value.render(
      template, page.fill(), beside: names.values(beside: page), into: &buffer)
    #expect(problem == nil)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  /// One of the files that are no pages.
  func file(_ path: String) -> String? {
    files.first { $0.path == path }.map { String(decoding: $0.bytes(), as: UTF8.self) }
  }

  /// The files that belong to no single report.
  private var files: [PlannedFile] {
    dataFiles(self) + feedFiles(self) + recommendationFiles(self)
  }

  /// A file of a report.
  func reportFile(_ path: String) throws -> [UInt8] {
    try #require(plannedReportFiles(self).first { $0.path == path }).bytes()
  }
}
