import ArgumentParser
import Diagnostics
import Foundation
import Inspections
import MadeUpRegister
import Publisher
import Site

/// Edits a register at random, and holds the workspace against a clean build after each edit.
@main
struct EditRegister: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit-register",
    abstract: "Edit a register at random, and hold the workspace against a clean build.")

  @Option(help: "What the pseudorandom numbers start from; one of today's when absent.")
  var seed: UInt64?

  @Option(help: "How many edits.")
  var edits = 100

  @Option(help: "Reports in the register.")
  var reports = 300

  @Flag(help: "Say which edits were made.")
  var verbose = false

  func run() async throws {
    let seed = seed ?? UInt64.random(in: 1...999_999)
    print("edit-register: seed \(seed), \(reports) reports, \(edits) edits")
    let folder = NSTemporaryDirectory() + "edit-register-\(UInt64.random(in: 0...UInt64.max))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let register = Register(seed: seed, reports: reports, isPlain: false)
    try ContentWriter(register: register, size: 1_500, folder: folder).write()
    var project = EditedProject(folder: folder, seed: seed)
    try project.prepare()
    let request = BuildRequest(
      root: folder, now: .instant(Instant(secondsSince1970: 1_795_000_000)), workers: 2)
    let workspace = Workspace(request)
    var tally = Tally()
    var isRefused = false
    for number in 0...edits {
      let edit = number == 0 ? "nothing" : try project.edit(afterRefusal: isRefused)
      if verbose { print("  \(number): \(edit)") }
      let state = try await workspace.refresh()
      let faults = try await differences(of: state, from: request)
      guard faults.isEmpty else {
        print("FAILED after edit \(number) (\(edit)):")
        for fault in faults.prefix(5) { print("  \(fault)") }
        throw ExitCode.failure
      }
      isRefused = Publisher.isRefused(await state.findings() ?? [], strict: false)
      tally.count(edit, isRefused: isRefused)
    }
    print("edit-register: after each edit every file and diagnostic was a clean build's")
    print("edit-register: \(tally.words)")
  }

  /// In what a state differs from a build from nothing.
  private func differences(
    of state: WorkspaceState, from request: BuildRequest
  ) async throws -> [String] {
    let (files, diagnostics) = try await renderSite(request)
    // In another order than a person would: pages first, so that they come before what the checks say.
    var faults: [String] = []
    if let files {
      for (path, bytes) in files where await state.file(at: path) != bytes {
        faults.append("'\(path)' is another file")
      }
      let paths = Set(await state.paths())
      for path in paths.symmetricDifference(files.keys).sorted() {
        faults.append("'\(path)' is in one of the two only")
      }
    }
    let said = words(await state.findings() ?? [], in: request)
    let clean = words(diagnostics, in: request)
    if said != clean {
      let pair = zip(said, clean).first { $0 != $1 }
      faults.append(
        pair.map { "'\($0)' instead of '\($1)' is said" }
          ?? "\(said.count) lines are said instead of \(clean.count)")
    }
    return faults
  }

  private func words(_ diagnostics: [Diagnostic], in request: BuildRequest) -> [Substring] {
    let text = render(
      diagnostics, as: .json, sources: { shownSource(of: $0, root: request.root) },
      catalogue: Catalogue.checks, colour: false)
    return String(decoding: text, as: UTF8.self).split(separator: "\n")
  }
}

/// What edits there were.
private struct Tally {
  private var kinds: [String: Int] = [:]
  private var refused = 0

  mutating func count(_ edit: String, isRefused: Bool) {
    kinds[String(edit.prefix { $0 != ":" }), default: 0] += 1
    if isRefused { refused += 1 }
  }

  var words: String {
    let all = kinds.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    return "\(all.joined(separator: ", ")); \(refused) states that no build would publish"
  }
}
