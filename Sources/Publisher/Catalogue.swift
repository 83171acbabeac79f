import CommonMark
public import Diagnostics
import Inspections
import Site
import Templates

/// Every check of the program, from all modules.
public enum Catalogue {
  /// The checks in the order of the reference page.
  public static let checks: [Check] =
    inspectionChecks + [
      .strayFile, .brokenLink, .pageWeight, .lostAddress, .unannouncedChange, .unsafePath,
      .fileLimits,
    ]
    + TemplateChecks.all + [.unknownAsset, .assetName, .outdatedOverride, .lostMarkup]

  /// The names of the checks of records that ask what `site.yml` allows, and so wait for it.
  static let checksOfSettings = Set(
    ([UnknownField.check, PersonalData.check] + CommonMarkChecks.ofOptions).map(\.name))
}
