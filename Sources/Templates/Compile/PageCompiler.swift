import Diagnostics
import HTML

/// Unfolds the templates of one page into a program and checks every name and place on the way.
///
/// Partials and parents are put in where they are called, so each is checked with the names and
/// the markup around it. Complexity: O(unfolded templates × names in reach).
struct PageCompiler {
  /// A template being unfolded, and how it stands in the others.
  struct Setting {
    let template: Template
    var margin = Margin()
    /// What children put into this template's blocks.
    var fillings: [String: Filling] = [:]
    /// The templates from the page's own to this one.
    var trail: [String]
  }

  /// A template being unfolded, to notice when it comes again with the same blocks filled.
  struct Call: Hashable {
    let name: String
    let fillings: [String: Span]
  }

  let page: PageTemplate
  let templates: [String: Template]
  var problems: Problems
  var scopes: Scopes
  var place = HTMLPlace.content
  /// Where the tag or comment opened that ``place`` is in.
  var opened: Span?
  var instructions: [Program.Instruction] = []
  var literals: [UInt8] = []
  var paths: [[Int]] = []
  /// The index of each way in ``paths`` by where it starts: frame, slot and then the way.
  private var pathIndices: [[Int]: Int] = [:]
  /// Literals before this step are behind a jump and must not grow.
  var sealed = 0
  var calls: [Call] = []
  var depth = 0
  /// How many parts of templates have been gone through, shown or not: templates that put in two each
  /// need no text to be without end.
  private var steps = 0
  var activeFillings: [Span] = []
  /// Inside sections whose names cannot be known, because the section's own name was wrong.
  var mutedSections = 0
  var isSound = true
  var isTooLarge = false

  init(_ page: PageTemplate, templates: [String: Template], problems: Problems) {
    self.page = page
    self.templates = templates
    self.problems = problems
    scopes = Scopes(page.shape)
  }

  /// Unfolds the page's own template; the program is of use only if the result is sound.
  mutating func compile(_ template: Template) -> Program {
    calls.append(Call(name: template.name, fillings: [:]))
    let setting = Setting(template: template, trail: [template.name])
    compile(template.nodes[...], in: setting)
    if place.region != .content, !isTooLarge {
      report(
        .pageEndsInside(template.source.file, name: page.name, place: place, opened: opened),
        in: setting)
    }
    return Program(
      instructions: instructions, literals: HTMLFragment(trusted: literals), paths: paths,
      slotCount: page.shape.slotCount)
  }

  mutating func compile(_ nodes: ArraySlice<TemplateNode>, in setting: Setting) {
    for node in nodes where !isTooLarge {
      steps += 1
      boundSize(in: setting)
      let bytes = setting.template.source.bytes
      switch node {
      case .lineStart(let range):
        write(setting.margin.applied(to: bytes[range])[...], at: range.lowerBound, in: setting)
      case .text(let range):
        write(bytes[range], at: range.lowerBound, in: setting)
      case .variable(let name, let isRaw):
        compileVariable(name, isRaw: isRaw, in: setting)
      case .section(let section):
        compileSection(section, in: setting)
      case .partial(let inclusion):
        include(inclusion, fillings: [:], in: setting)
      case .parent(let inclusion, let blocks, let stray):
        inherit(inclusion, blocks: blocks, stray: stray, in: setting)
      case .block(let block):
        compileBlock(block, in: setting)
      }
    }
  }

  /// Adds literal bytes that stand at `offset` of the template.
  mutating func write(_ bytes: ArraySlice<UInt8>, at offset: Int, in setting: Setting) {
    guard !bytes.isEmpty else { return }
    for (distance, byte) in bytes.enumerated() {
      let wasContent = place.region == .content
      place.read(byte)
      if wasContent, place.region != .content {
        opened = setting.template.span(offset + distance..<offset + distance + 1)
      }
    }
    let start = literals.count
    literals.append(contentsOf: bytes)
    if instructions.count > sealed, case .literal(let range) = instructions.last {
      instructions[instructions.count - 1] = .literal(range.lowerBound..<literals.count)
    } else {
      emit(.literal(start..<literals.count), in: setting)
    }
    boundSize(in: setting)
  }

  mutating func emit(_ instruction: Program.Instruction, in setting: Setting) {
    instructions.append(instruction)
    boundSize(in: setting)
  }

  /// The slot of a place, with its path kept aside so that steps stay small.
  mutating func slot(_ place: Scopes.Place) -> Program.Slot {
    guard !place.rest.isEmpty else {
      return Program.Slot(frame: place.frame, index: place.index, path: -1)
    }
    let way = [place.frame, place.index] + place.rest
    let path = pathIndices[way] ?? paths.count
    if path == paths.count {
      paths.append(place.rest)
      pathIndices[way] = path
    }
    return Program.Slot(frame: place.frame, index: place.index, path: path)
  }

  private mutating func boundSize(in setting: Setting) {
    guard !isTooLarge,
      max(steps, instructions.count) > Limits.unfoldedSteps || literals.count > Limits.unfoldedBytes
    else { return }
    isTooLarge = true
    let file = templates[page.name]?.source.file ?? setting.template.source.file
    isSound = false
    problems.add(.templatesTooLarge(file, page: page.name), page: page.name, trail: [page.name])
  }

  /// Goes one step deeper, if that is not too deep; the caller comes back by lowering ``depth``.
  mutating func goDeeper(_ name: TemplateName, in setting: Setting) -> Bool {
    guard depth < Limits.unfoldedDepth else {
      let span = setting.template.span(name.range)
      report(.nestedTooDeep(span, name: name.text, limit: Limits.unfoldedDepth), in: setting)
      return false
    }
    depth += 1
    return true
  }

  mutating func report(_ diagnostic: Diagnostic, in setting: Setting) {
    isSound = false
    problems.add(diagnostic, page: page.name, trail: setting.trail)
  }
}
