import Measuring

/// Compares our template engine with swift-mustache and Stencil on two pages.
@main
enum BenchTemplates {
  static func main() throws {
    for page in [Page.report, Page.table] {
      var ours = try OurPage(page)
      let mustache = try page.renderingWithMustache()
      let stencil = try page.renderingWithStencil()
      guard mustache().utf8.elementsEqual(ours.render()) else {
        throw Mismatch("our page and that of swift-mustache differ")
      }
      let measurement = try Measurement(of: [
        Contender("findings, filling the view") { ours.render().count },
        Contender("swift-mustache 2.1.1") { mustache().utf8.count },
        Contender("Stencil 0.15.1, which escapes nothing") { try stencil().utf8.count },
      ])
      print("\n\(page.name)\n")
      let table = Table("engine", "µs a page", "times ours")
      for (index, name) in measurement.names.enumerated() {
        table.row(
          name, (measurement.median(of: index) * 1e6).short,
          measurement.ratio(of: index, to: 0).short)
      }
      print(
        """

        findings is \(measurement.ratio(of: 1, to: 0).short) times as fast as swift-mustache and \
        \(measurement.ratio(of: 2, to: 0).short) times as fast as Stencil.
        """)
    }
  }
}
