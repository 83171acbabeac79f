import ArgumentParser
import Foundation
import HugoSite
import MadeUpRegister

/// Writes a made-up register of any size; the same arguments give the same bytes.
@main
struct GenerateRegister: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate-register",
    abstract: "Write a made-up register of any size; the same arguments give the same bytes.")

  @Option(help: "What the pseudorandom numbers start from.")
  var seed: UInt64 = 1

  @Option(help: "How many reports, monitoring visits included.")
  var reports = 1000

  @Option(help: "Bytes of text in each report, about.")
  var size = 16_384

  @Option(help: "The folder in which to write content/ for findings.")
  var output: String?

  @Option(help: "The folder in which to write content/, data/ and static/ for Hugo.")
  var hugo: String?

  @Option(help: "The day that facts for Hugo are worked out for.")
  var asOf = "2026-01-01"

  func validate() throws {
    guard reports > 0, size > 0 else {
      throw ValidationError("the number and the size of reports must be positive")
    }
    guard output != nil || hugo != nil else {
      throw ValidationError("name a folder with --output, --hugo or both")
    }
  }

  func run() async throws {
    let register = Register(seed: seed, reports: reports)
    if let output {
      try ContentWriter(register: register, size: size, folder: output).write()
    }
    if let hugo {
      // What findings makes of a register is what Hugo is given, so there must be one to read.
      let source =
        output ?? FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
      if output == nil {
        try ContentWriter(register: register, size: size, folder: source).write()
      }
      defer {
        if output == nil { try? FileManager.default.removeItem(atPath: source) }
      }
      try await HugoWriter(register: register, size: size, source: source, folder: hugo)
        .write(asOf: asOf)
    }
  }
}
