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
  let found = await found(of: linked, knowing: nil, workers: workers) { false }
  return await weighed(linked, loading + found.single.all + found.whole, workers: workers)
}

/// The same where much may be known from an earlier state; nil where `isGivenUp` says meanwhile that nobody
/// waits for it any more.
func checkRecords(
  _ linked: LinkedRecords, loading: [Diagnostic], knowing known: KnownFindings?, workers: Int,
  unless isGivenUp: @escaping @Sendable () -> Bool
) async -> (checked: CheckedRecords, single: SingleFindings)? {
  guard !isGivenUp() else { return nil }
  let found = await found(of: linked, knowing: known, workers: workers, unless: isGivenUp)
  guard !isGivenUp() else { return nil }
  let all = loading + found.single.all + found.whole
  return (await weighed(linked, all, workers: workers), found.single)
}

/// What all checks find; part of it where the work is given up.
private func found(
  of linked: LinkedRecords, knowing known: KnownFindings?, workers: Int,
  unless isGivenUp: @escaping @Sendable () -> Bool
) async -> (single: SingleFindings, whole: [Diagnostic]) {
  let context = CheckContext(register: linked.checkable, now: linked.now)
  async let single = singleFindings(
    of: linked, in: context, knowing: known, workers: workers, unless: isGivenUp)
  let whole = wholeFindings(of: linked, in: context)
  return (await single, whole)
}

/// Weighs what was found as the site wants it.
private func weighed(
  _ linked: LinkedRecords, _ found: [Diagnostic], workers: Int
) async -> CheckedRecords {
  let downloads = await publishedDownloads(of: linked, workers: workers)
  let outcome = applyWaivers(
    found + downloads.diagnostics, in: linked.register, unseen: linked.unseen,
    catalogue: Catalogue.checks)
  let standing = applyLevels(
    outcome.remaining, of: linked.register.site, catalogue: Catalogue.checks)
  return CheckedRecords(
    linked: linked, standing: standing, waived: outcome.waived, downloads: downloads.value)
}

/// What a stage after the checks has to say, without what editors accept and at the levels of the site; what
/// is wrong with waivers and levels themselves was said before.
func laterFindings(_ found: [Diagnostic], of register: Register) -> [Diagnostic] {
  let outcome = applyWaivers(found, in: register, checks: [], catalogue: Catalogue.checks)
  return applyLevels(outcome.remaining, of: register.site, catalogue: Catalogue.checks)
    .filter { $0.check != CheckLevels.check && $0.check != UnusedWaiver.check }
}

/// What the other checks find.
private func wholeFindings(of linked: LinkedRecords, in context: CheckContext) -> [Diagnostic] {
  checkRegister(in: context) + linked.unseen.flatMap { checkUnseen($0, in: context) }
    + linked.shown.filter { !$0.header.isWhole }.flatMap { checkPart(of: $0, in: context) }
}
