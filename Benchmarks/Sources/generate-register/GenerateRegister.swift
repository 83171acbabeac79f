import ArgumentParser
import MadeUpRegister

/// Writes a made-up register of any size; the same arguments give the same bytes.
@main
struct GenerateRegister: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate-register",
    abstract: "Write a made-up register of any size; the same arguments give the same bytes.")

  @Option(help: "What the pseudorandom numbers start from.")
  var seed: UInt64 = 1

  @Option(help: "How many reports, monitoring visits included.")
  var reports = 1000

  @Option(help: "Bytes of text in each report, about.")
  var size = 16_384

  @Flag(help: "Give reports nothing but their text and where, when and by whom it was written.")
  var plain = false

  @Option(help: "The folder in which to write content/.")
  var output: String

  func validate() throws {
    guard reports > 0, size > 0 else {
      throw ValidationError("the number and the size of reports must be positive")
    }
  }

  func run() throws {
    let register = Register(seed: seed, reports: reports, isPlain: plain)
    try ContentWriter(register: register, size: size, folder: output).write()
  }
}
