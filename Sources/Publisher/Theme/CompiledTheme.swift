import Diagnostics
import Inspections
import Site
import Templates

/// A site's theme, ready for its pages.
struct CompiledTheme: Sendable {
  /// The compiled templates.
  let library: TemplateLibrary
  /// What templates may name beside what a page declares.
  let names: ThemeNames
  /// Every asset under the name with which it is published.
  let published: PublishedAssets
}

extension LoadedTheme {
  /// Checks and compiles every template for a site, and names the assets; what loading had to say is said
  /// first.
  ///
  /// `site` is nil where `site.yml` could not be read.
  func compiled(for site: SiteSettings?) -> Diagnosed<CompiledTheme> {
    let names = ThemeNames(assets: assets, of: site)
    let library = TemplateLibrary.compile(templates, pages: names.pages)
    let published = publishedAssets(assets)
    return Diagnosed(
      CompiledTheme(library: library.value, names: names, published: published.value),
      diagnostics + library.diagnostics + published.diagnostics)
  }
}
