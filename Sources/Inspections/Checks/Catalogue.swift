import CommonMark
public import Diagnostics
import FrontMatter

/// The checks that run on a linked register, in the order of the reference page.
let registerChecks: [RegisterCheck] = [
  .both(UnknownReference.check, UnknownReference.run, UnknownReference.run),
  .both(UnknownGrade.check, UnknownGrade.run, UnknownGrade.run),
  .both(UnknownAspect.check, UnknownAspect.run, UnknownAspect.run),
  .eachReport(CarriedGrade.check, CarriedGrade.run),
  .eachReport(TranslationDiffers.check, TranslationDiffers.run),
  .both(DuplicateID.check, DuplicateID.run, DuplicateID.run),
  .wholeRegister(DuplicateReference.check, DuplicateReference.run),
  .eachReport(DistributionSum.check, DistributionSum.run),
  .eachReport(SampleSize.check, SampleSize.run),
  .eachReport(StatedTallyCheck.check, StatedTallyCheck.run),
  .eachReport(ShareFigures.check, ShareFigures.run),
  .eachReport(QuantifierWord.check, QuantifierWord.run),
  .eachReport(ScoreRange.check, ScoreRange.run),
  .eachReport(MixedCurrency.check, MixedCurrency.run),
  .both(PerCentRange.check, PerCentRange.run, PerCentRange.run),
  .eachReport(PublicationDate.check, PublicationDate.run),
  .eachReport(PublishedBeforeFieldwork.check, PublishedBeforeFieldwork.run),
  .eachReport(VisitBeforeReport.check, VisitBeforeReport.run),
  .both(OutsideLife.check, OutsideLife.run, OutsideLife.run),
  .both(DueAfterEnd.check, DueAfterEnd.run, DueAfterEnd.run),
  .eachReport(PublicationLag.check, PublicationLag.run),
  .eachReport(AnswerLag.check, AnswerLag.run),
  .wholeRegister(ReinspectionOverdue.check, ReinspectionOverdue.run),
  .eachReport(OverdueAtVisit.check, OverdueAtVisit.run),
  .eachReport(ContentsList.check, ContentsList.run),
  .eachReport(UnknownParagraph.check, UnknownParagraph.run),
  .eachReport(GradeWithoutRecommendation.check, GradeWithoutRecommendation.run),
  .both(WordingDrift.check, WordingDrift.run, WordingDrift.run),
  .eachReport(VisitIncomplete.check, VisitIncomplete.run),
  .eachReport(ClosureDiffers.check, ClosureDiffers.run),
  .wholeRegister(ResponseIncomplete.check, ResponseIncomplete.run),
  .eachReport(NeverFollowedUp.check, NeverFollowedUp.run),
  .wholeRegister(ClaimDiffers.check, ClaimDiffers.run),
  .both(NearMissName.check, NearMissName.run, NearMissName.run),
  .eachReport(StaffName.check, StaffName.run),
]

/// Every check of this module and of the modules below it, in the order of the reference page.
public let inspectionChecks: [Check] =
  FrontMatterChecks.all
  + CommonMarkChecks.all
  + [UnknownField.check, MissingField.check, WrongType.check, BadDate.check, ExtraFieldKey.check]
  + [PersonalData.check, RestrictedText.check]
  + registerChecks.map(\.check) + [UnusedWaiver.check, CheckLevels.check]
