import CommonMark
public import Diagnostics
import FrontMatter

/// The checks that run on a linked register, in the order of the reference page.
let registerChecks: [RegisterCheck] = [
  .both(UnknownReference.check, UnknownReference.run, UnknownReference.run),
  .both(UnknownGrade.check, UnknownGrade.run, UnknownGrade.run),
  .both(UnknownAspect.check, UnknownAspect.run, UnknownAspect.run),
  .both(DuplicateID.check, DuplicateID.run, DuplicateID.run),
  .wholeRegister(DuplicateReference.check, DuplicateReference.run),
  .eachReport(DistributionSum.check, DistributionSum.run),
  .eachReport(SampleSize.check, SampleSize.run),
  .eachReport(ShareFigures.check, ShareFigures.run),
  .eachReport(QuantifierWord.check, QuantifierWord.run),
  .both(PerCentRange.check, PerCentRange.run, PerCentRange.run),
  .eachReport(PublicationDate.check, PublicationDate.run),
  .eachReport(PublishedBeforeFieldwork.check, PublishedBeforeFieldwork.run),
  .eachReport(VisitBeforeReport.check, VisitBeforeReport.run),
  .both(OutsideLife.check, OutsideLife.run, OutsideLife.run),
  .eachReport(UnknownParagraph.check, UnknownParagraph.run),
  .eachReport(VisitIncomplete.check, VisitIncomplete.run),
  .eachReport(StaffName.check, StaffName.run)
]

/// Every check of this module and of the modules below it, in the order of the reference page.
public let inspectionChecks: [Check] =
  FrontMatterChecks.all
  + CommonMarkChecks.all
  + [UnknownField.check, MissingField.check, WrongType.check, BadDate.check]
  + [PersonalData.check]
  + registerChecks.map(\.check)
