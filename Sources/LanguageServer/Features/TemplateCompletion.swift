import Diagnostics
import Inspections
import Publisher
import Site
import Templates

extension Glance {
  /// What may be typed in a tag of a template.
  func templateCompletion(of name: String, at offset: Int) -> Completion? {
    guard let place = TemplatePlace(text.bytes, at: offset) else { return nil }
    let proposals: [Proposal]
    switch place.purpose {
    case .ending(let open): proposals = [Proposal(label: open, insertion: open, kind: .word)]
    case .template:
      proposals = offers.names.filter { $0 != name }.map {
        Proposal(label: $0, insertion: $0, kind: .file)
      }
    case .block:
      proposals = offers.blocks(of: name).map { Proposal(label: $0, insertion: $0, kind: .word) }
    case .value:
      let typed = text.text(in: place.name.lowerBound..<max(place.name.lowerBound, offset))
      proposals = offers.fields(at: place, typed: typed, in: name).map {
        Proposal(
          label: $0.name, insertion: $0.name, kind: .field, detail: $0.type.words,
          documentation: $0.documentation)
      }
    }
    return Completion(proposals: proposals, word: place.name)
  }

  /// The start of the site's own template that a tag at a byte puts in.
  func templateNamed(at offset: Int) -> Span? {
    guard let place = TemplatePlace(text.bytes, at: offset), place.purpose == .template else {
      return nil
    }
    let name = text.text(in: place.name)
    let path = "\(folders.templates)/\(name)\(ProjectFolders.templateEnding)"
    return state.text(of: path).map { _ in Span(startOf: SourceFile(path: path)) }
  }

  /// The templates of the site as they are, the built-in ones where it has none of its own, and the names
  /// that each may use.
  private var offers: TemplateOffers {
    var sources: [String: TemplateSource] = [:]
    for file in ThemeFile.builtIn where file.path.hasSuffix(ProjectFolders.templateEnding) {
      let name = String(file.path.dropLast(ProjectFolders.templateEnding.count))
      sources[name] = TemplateSource(
        name: name, text: SourceText(file: file.source, bytes: file.bytes))
    }
    for path in state.sourcePaths.sorted() {
      guard case .template(let name) = folders.kind(of: path), let bytes = state.text(of: path)
      else { continue }
      sources[name] = TemplateSource(
        name: name, text: SourceText(file: SourceFile(path: path), bytes: bytes))
    }
    let names = ThemeNames(assets: ThemeFile.builtIn.assets, of: state.register?.site)
    return TemplateOffers(Array(sources.values), pages: names.pages)
  }
}
