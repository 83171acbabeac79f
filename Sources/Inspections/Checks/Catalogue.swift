public import Diagnostics
import FrontMatter

/// The checks that run on a linked register, in the order of the reference page.
let registerChecks: [RegisterCheck] = [
  .eachReport(StaffName.check, StaffName.run)
]

/// Every check of this module and of the modules below it, in the order of the reference page.
public let inspectionChecks: [Check] =
  FrontMatterChecks.all
  + [UnknownField.check, MissingField.check, WrongType.check, BadDate.check]
  + [PersonalData.check]
  + registerChecks.map(\.check)
