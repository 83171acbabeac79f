import Diagnostics
import Inspections

/// The records of a site with what the checks say of them.
struct CheckedRecords: Sendable {
  /// What was checked.
  let linked: LinkedRecords
  /// What stands, at the levels of the site: also what was said while the site was read.
  let standing: [Diagnostic]
  /// What editors accept.
  let waived: [WaivedDiagnostic]
  /// The downloads that are part of the site.
  let downloads: [ProjectFiles.File]
}

/// Runs every check on the linked records, and weighs what there is to say as the site wants it.
///
/// `loading` is what reading had to say, for a waiver or a level may be about that, too.
func checkRecords(
  _ linked: LinkedRecords, loading: [Diagnostic], workers: Int
) async -> CheckedRecords {
  let downloads = await publishedDownloads(of: linked, workers: workers)
  let checking = await diagnostics(of: linked, workers: workers)
  let outcome = applyWaivers(
    loading + checking + downloads.diagnostics, in: linked.register, unseen: linked.unseen,
    catalogue: Catalogue.checks)
  let standing = applyLevels(
    outcome.remaining, of: linked.register.site, catalogue: Catalogue.checks)
  return CheckedRecords(
    linked: linked, standing: standing, waived: outcome.waived, downloads: downloads.value)
}

/// What a stage after the checks has to say, at the levels of the site; what is wrong with the levels
/// themselves was said before.
func laterFindings(_ found: [Diagnostic], of site: SiteSettings) -> [Diagnostic] {
  applyLevels(found, of: site, catalogue: Catalogue.checks)
    .filter { $0.check != CheckLevels.check }
}

/// What the checks find, reports in parallel.
private func diagnostics(of linked: LinkedRecords, workers: Int) async -> [Diagnostic] {
  let register = linked.register
  let context = CheckContext(register: register, now: linked.now)
  async let references = parallelChunks(linked.shown, workers: workers) { chunk in
    chunk.flatMap { checkReferences(of: $0, in: register) }
  }
  async let reports = parallelChunks(register.reports.records, workers: workers) { chunk in
    chunk.flatMap { checkReport($0, in: context) }
  }
  async let whole = checkRegister(in: context)
  let unseen = linked.unseen.flatMap { checkUnseen($0, in: context) }
  return await references + reports + whole + unseen
}
