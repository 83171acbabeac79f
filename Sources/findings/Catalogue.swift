import CommonMark
import Diagnostics
import Inspections
import Publisher
import Templates

/// Every check of the program.
enum Catalogue {
  static let checks: [Check] =
    inspectionChecks + [.strayFile, .brokenLink, .unsafePath] + TemplateChecks.all
}
