import Diagnostics
import MadeUpRegister
import Measuring

/// Compares our Markdown layer with plain cmark, then shows how both grow on hostile input.
@main
enum BenchMarkdown {
  static func main() throws {
    try comparePlainReport()
    try showGrowth()
  }

  private static func comparePlainReport() throws {
    let bytes = Body(of: Register(seed: 1, reports: 100), report: 4, size: 16_384).bytes
    let mistakes = ourBody(bytes).diagnostics
    precondition(mistakes.isEmpty, "the generated report is right, but \(mistakes)")
    let measurement = try Measurement(of: [
      Contender("cmark_markdown_to_html") { cmarkLength(of: bytes) },
      Contender("findings") { ourLength(of: bytes) },
    ])
    print("A plain report of \(bytes.count) bytes\n")
    let table = Table("renderer", "µs", "times cmark")
    for (index, name) in measurement.names.enumerated() {
      table.row(
        name, (measurement.median(of: index) * 1e6).short,
        measurement.ratio(of: index, to: 0).short)
    }
  }

  /// Prints the times at a tenth of each size and at the size: linear work takes ten times as long.
  private static func showGrowth() throws {
    print("\nHostile input, in milliseconds\n")
    let table = Table("input", "n", "findings", "at 10 n", "times", "cmark at 10 n")
    for body in HostileBody.all {
      let (small, large) = (Array(body.make(body.size / 10).utf8), Array(body.make(body.size).utf8))
      let measurement = try Measurement(
        of: [
          Contender("n") { ourLength(of: small) },
          Contender("10 n") { ourLength(of: large) },
          Contender("cmark") { cmarkLength(of: large) },
        ], rounds: 5)
      table.row(
        body.name, "\(body.size / 10)", (measurement.median(of: 0) * 1e3).short,
        (measurement.median(of: 1) * 1e3).short, measurement.ratio(of: 1, to: 0).short,
        (measurement.median(of: 2) * 1e3).short)
    }
  }
}
