import Diagnostics
import Site
import Templates

/// A site's theme, ready for its pages.
struct CompiledTheme: Sendable {
  /// The compiled templates.
  let library: TemplateLibrary
  /// Every asset, ordered by path.
  let assets: [ThemeFile]
  /// The same under the names with which they are published.
  let published: PublishedAssets
}

extension LoadedTheme {
  /// Checks and compiles every template, and names the assets; what loading had to say is said first.
  func compiled() -> Diagnosed<CompiledTheme> {
    let library = TemplateLibrary.compile(templates, pages: PageKind.templates(assets: assets))
    let published = publishedAssets(assets)
    return Diagnosed(
      CompiledTheme(library: library.value, assets: assets, published: published.value),
      diagnostics + library.diagnostics + published.diagnostics)
  }
}
