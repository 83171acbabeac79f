import Diagnostics

extension PageCompiler {
  // MARK: Values written out

  mutating func compileVariable(_ name: TemplateName, isRaw: Bool, in setting: Setting) {
    defer { place.passValue() }
    guard mutedSections == 0 else { return }
    let span = setting.template.span(name.range)
    switch scopes.resolve(name) {
    case .unknown(let part):
      report(.unknownName(span, name: name.text, part: part, scopes: scopes), in: setting)
    case .closed(let part, let type):
      report(.closedName(span, name: name.text, part: part, type: type), in: setting)
    case .loop(let loop, let frame):
      guard loop == .index else {
        return report(.notWritable(span, name: name.text, type: .flag), in: setting)
      }
      guard admitted(name, .number, isRaw: isRaw, in: setting) != nil else { return }
      emit(.position(frame: frame), in: setting)
    case .value(let place, let type):
      switch type {
      case .record, .list, .flag:
        report(.notWritable(span, name: name.text, type: type), in: setting)
      case .text, .html, .json, .address, .number:
        guard let escape = admitted(name, type, isRaw: isRaw, in: setting) else { return }
        emit(.value(slot(place), escape), in: setting)
      }
    }
  }

  /// How the value is to be written here; reports where it may not be.
  private mutating func admitted(
    _ name: TemplateName, _ type: FieldType, isRaw: Bool, in setting: Setting
  ) -> Escape? {
    let span = setting.template.span(name.range)
    if isRaw {
      switch type {
      case .html, .json: break
      case .text, .address, .number, .flag, .record, .list:
        report(.rawText(span, name: name.text, type: type), in: setting)
        return nil
      }
    }
    switch place.admits(type) {
    case .write(let escape): return escape
    case .refuse(let refusal):
      let place = place.region == .content ? nil : opened
      report(.refused(span, name: name.text, refusal: refusal, opened: place), in: setting)
      return nil
    }
  }

  // MARK: Sections

  mutating func compileSection(_ section: TemplateSection, in setting: Setting) {
    guard mutedSections == 0, section.name.isWellFormed else {
      return compileBody(of: section, isMuted: true, in: setting)
    }
    let name = section.name
    let span = setting.template.span(name.range)
    switch scopes.resolve(name) {
    case .unknown(let part):
      report(.unknownName(span, name: name.text, part: part, scopes: scopes), in: setting)
    case .closed(let part, let type):
      report(.closedName(span, name: name.text, part: part, type: type), in: setting)
    case .loop(.index, _):
      report(.notSection(span, name: name.text, type: .number), in: setting)
    case .loop(let loop, let frame):
      let isInverted = section.isInverted
      return compileBody(of: section, in: setting) {
        .loop(loop, frame: frame, isInverted: isInverted, end: $0)
      }
    case .value(_, .json):
      report(.notSection(span, name: name.text, type: .json), in: setting)
    case .value(let place, let type):
      return compileSection(section, over: place, type, in: setting)
    }
    compileBody(of: section, isMuted: !section.isInverted, in: setting)
  }

  private mutating func compileSection(
    _ section: TemplateSection, over place: Scopes.Place, _ type: FieldType, in setting: Setting
  ) {
    let slot = slot(place)
    guard !section.isInverted else {
      return compileBody(of: section, in: setting) { .absent(slot, end: $0) }
    }
    switch type {
    case .flag:
      compileBody(of: section, in: setting) { .present(slot, end: $0) }
    case .text, .html, .json, .address, .number:
      scopes.enter(place, type)
      compileBody(of: section, in: setting) { .present(slot, end: $0) }
      scopes.leave()
    case .record(let shape):
      scopes.enter(shape, isItem: false)
      compileBody(of: section, in: setting) { .enter(slot, end: $0) }
      scopes.leave()
    case .list(let shape):
      scopes.enter(shape, isItem: true)
      compileBody(of: section, in: setting) { .each(slot, end: $0) }
      scopes.leave()
    }
  }

  /// Unfolds what stands in a section behind a step that may pass over it.
  private mutating func compileBody(
    of section: TemplateSection, isMuted: Bool = false, in setting: Setting,
    step: ((_ end: Int) -> Program.Instruction)? = nil
  ) {
    guard goDeeper(section.name, in: setting) else { return }
    defer { depth -= 1 }
    let before = place
    let index = instructions.count
    if let step { emit(step(index), in: setting) }
    sealed = instructions.count
    if isMuted { mutedSections += 1 }
    compile(section.nodes[...], in: setting)
    if isMuted { mutedSections -= 1 }
    if let step { instructions[index] = step(instructions.count) }
    sealed = instructions.count
    if let joined = before.joined(place) {
      place = joined
    } else {
      report(
        .sectionMovesPlace(
          setting.template.span(section.tag), name: section.name.text, from: before, to: place),
        in: setting)
      place = before
    }
  }
}
