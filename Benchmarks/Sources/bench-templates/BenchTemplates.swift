import Measuring

/// Compares our template engine with swift-mustache and Stencil on two pages.
@main
enum BenchTemplates {
  static func main() throws {
    for page in [Page.report, Page.table] {
      let mustache = try page.renderingWithMustache()
      let stencil = try page.renderingWithStencil()
      let measurement = try Measurement(of: [
        Contender("swift-mustache 2.1.1") { mustache().utf8.count },
        Contender("Stencil 0.15.1") { try stencil().utf8.count },
      ])
      print("\n\(page.name)\n")
      let table = Table("engine", "µs a page", "times ours")
      for (index, name) in measurement.names.enumerated() {
        table.row(
          name, (measurement.median(of: index) * 1e6).short,
          measurement.ratio(of: index, to: 0).short)
      }
    }
  }
}
