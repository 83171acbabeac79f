import Diagnostics
import FrontMatter
import Site
import Templates

/// A site's templates and assets: the built-in theme with the site's own files in place of those of
/// the same name.
struct LoadedTheme: Sendable {
  /// Every template, ordered by path.
  let templates: [TemplateSource]
  /// Every asset, ordered by path, with its path below `assets/`.
  let assets: [ThemeFile]
  /// What there is to say of files that are too large, are no text or whose originals have changed, and
  /// of assets with one name.
  let diagnostics: [Diagnostic]

  /// Puts the files of the site's templates folder over the built-in theme.
  init(
    overriding files: [ProjectFiles.File], in request: BuildRequest
  ) throws(EnvironmentError) {
    var sources: [String: SourceText] = [:]
    for file in ThemeFile.builtIn {
      sources[file.path] = SourceText(file: file.source, bytes: file.bytes)
    }
    var diagnostics: [Diagnostic] = []
    if files.count > Limits.files { diagnostics.append(.tooManyFiles(files[Limits.files].source)) }
    for file in files.prefix(Limits.files) {
      let isTemplate = file.name.hasSuffix(Self.ending)
      let text = isTemplate ? try file.readText() : Diagnosed(try file.read())
      diagnostics += text.diagnostics
      guard let bytes = text.value else { continue }
      if isTemplate { diagnostics += checkText(bytes, file: file.source) }
      let source = SourceText(file: file.source, bytes: bytes)
      sources[file.name] = source
      if isTemplate { diagnostics += lostMarkup(in: source) }
      let override = try ThemeOverride(file, bytes: bytes, in: request)
      if let outdated = Diagnostic.outdated(override) { diagnostics.append(outdated) }
    }
    let ordered = sources.sorted { $0.key.precedesByBytes($1.key) }
    templates = ordered.filter { $0.key.hasSuffix(Self.ending) }.map {
      TemplateSource(
        name: String($0.key.dropLast(Self.ending.count)), text: $0.value,
        isOptional: $0.value.file.isBuiltIn)
    }
    let named = AssetsView.named(
      ordered.map {
        ThemeFile(path: $0.key, bytes: $0.value.bytes, source: $0.value.file)
      }.assets)
    assets = named.value
    self.diagnostics = diagnostics + named.diagnostics
  }

  private static let ending = ".mustache"
}
