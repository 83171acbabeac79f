import Diagnostics

extension PageCompiler {
  // MARK: Partials and parents

  /// Puts another template in; `fillings` are what its blocks get.
  mutating func include(
    _ inclusion: TemplateInclusion, fillings: [String: Filling], in setting: Setting
  ) {
    let name = inclusion.name.text
    let span = setting.template.span(inclusion.name.range)
    guard !inclusion.isDynamic else {
      return report(.dynamicTemplate(span, name: name), in: setting)
    }
    guard let template = templates[name] else {
      return report(
        .unknownTemplate(span, name: name, known: templates.keys.sorted()), in: setting)
    }
    let call = Call(
      name: name, fillings: fillings.mapValues { $0.template.span($0.block.tag) })
    guard !calls.contains(call) else {
      return report(.recursion(span, name: name, trail: setting.trail), in: setting)
    }
    guard goDeeper(inclusion.name, in: setting) else { return }
    calls.append(call)
    compile(
      template.nodes[...],
      in: Setting(
        template: template,
        margin: setting.margin.entering(inclusion, in: setting.template.source.bytes),
        fillings: fillings, trail: setting.trail + [name]))
    calls.removeLast()
    depth -= 1
  }

  /// Puts a parent in, with `blocks` filling its own unless a child further out fills them.
  mutating func inherit(
    _ inclusion: TemplateInclusion, blocks: [TemplateBlock], stray: [Range<Int>],
    in setting: Setting
  ) {
    for range in stray {
      let span = setting.template.span(range)
      report(.strayInParent(span, parent: inclusion.name.text), in: setting)
    }
    checkNames(of: blocks, filling: inclusion, in: setting)
    let own = blocks.map {
      ($0.name.text, Filling(block: $0, template: setting.template, trail: setting.trail))
    }
    let fillings = Dictionary(own) { first, _ in first }
      .merging(setting.fillings) { _, outer in outer }
    include(inclusion, fillings: fillings, in: setting)
  }

  private mutating func checkNames(
    of blocks: [TemplateBlock], filling inclusion: TemplateInclusion, in setting: Setting
  ) {
    let template = setting.template
    var first: [String: Span] = [:]
    for block in blocks where block.name.isWellFormed {
      let span = template.span(block.name.range)
      if let earlier = first.updateValue(span, forKey: block.name.text) {
        report(.repeatedBlock(span, name: block.name.text, first: earlier), in: setting)
      }
    }
    guard let parent = templates[inclusion.name.text], !inclusion.isDynamic else { return }
    var visited: Set<String> = []
    let known = templates.blocks(of: parent, visited: &visited)
    for block in blocks where block.name.isWellFormed && !known.contains(block.name.text) {
      report(
        .unknownBlock(
          template.span(block.name.range), name: block.name.text, parent: parent.name,
          known: known.sorted()), in: setting)
    }
  }

  // MARK: Blocks

  /// Puts in what a child fills the block with, or else the block's own content.
  mutating func compileBlock(_ block: TemplateBlock, in setting: Setting) {
    guard goDeeper(block.name, in: setting) else { return }
    defer { depth -= 1 }
    guard let filling = setting.fillings[block.name.text] else {
      return compile(block.nodes[...], in: setting)
    }
    let span = filling.template.span(filling.block.tag)
    guard !activeFillings.contains(span) else {
      let here = setting.template.span(block.name.range)
      return report(
        .blockRecursion(here, name: block.name.text, filling: span), in: setting)
    }
    activeFillings.append(span)
    let margin = setting.margin.filling(
      block, in: setting.template.source.bytes, with: filling)
    let inner = Setting(
      template: filling.template, margin: margin, fillings: setting.fillings, trail: filling.trail)
    let needsLine = filling.needsLine(in: block)
    let start = filling.block.tag.upperBound
    if needsLine { write(margin.added[...], at: start, in: inner) }
    compile(filling.nodes(for: block), in: inner)
    if needsLine { write(Array("\n".utf8)[...], at: start, in: inner) }
    activeFillings.removeLast()
  }
}

extension [String: Template] {
  /// The names of the blocks that a child of `template` may fill.
  func blocks(of template: Template, visited: inout Set<String>) -> Set<String> {
    guard visited.insert(template.name).inserted else { return [] }
    return blocks(in: template.nodes, visited: &visited)
  }

  private func blocks(in nodes: [TemplateNode], visited: inout Set<String>) -> Set<String> {
    var names: Set<String> = []
    for node in nodes {
      switch node {
      case .lineStart, .text, .variable, .partial:
        break
      case .section(let section):
        names.formUnion(blocks(in: section.nodes, visited: &visited))
      case .block(let block):
        names.insert(block.name.text)
        names.formUnion(blocks(in: block.nodes, visited: &visited))
      case .parent(let inclusion, let inner, _):
        for block in inner { names.formUnion(blocks(in: block.nodes, visited: &visited)) }
        if let parent = self[inclusion.name.text] {
          names.formUnion(blocks(of: parent, visited: &visited))
        }
      }
    }
    return names
  }

  /// The templates that `template` puts in, at once or through others, with itself.
  func reach(of template: Template, into names: inout Set<String>) {
    guard names.insert(template.name).inserted else { return }
    reach(of: template.nodes, into: &names)
  }

  private func reach(of nodes: [TemplateNode], into names: inout Set<String>) {
    for node in nodes {
      switch node {
      case .lineStart, .text, .variable:
        break
      case .section(let section):
        reach(of: section.nodes, into: &names)
      case .block(let block):
        reach(of: block.nodes, into: &names)
      case .partial(let inclusion):
        if let template = self[inclusion.name.text] { reach(of: template, into: &names) }
      case .parent(let inclusion, let blocks, _):
        for block in blocks { reach(of: block.nodes, into: &names) }
        if let template = self[inclusion.name.text] { reach(of: template, into: &names) }
      }
    }
  }
}
