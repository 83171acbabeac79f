import CommonMark
public import Diagnostics
import FrontMatter

/// The checks that run on a linked register, in the order of the reference page.
let registerChecks: [RegisterCheck] = [
  .eachReport(UnknownReference.check, UnknownReference.run, UnknownReference.run),
  .reportAlone(SelfReference.check, SelfReference.run, SelfReference.run),
  .eachReport(WrongParty.check, WrongParty.run, WrongParty.run),
  .reportAlone(UnknownGrade.check, UnknownGrade.run, UnknownGrade.run),
  .reportAlone(UnknownAspect.check, UnknownAspect.run, UnknownAspect.run),
  .eachReport(CarriedGrade.check, CarriedGrade.run),
  .eachReport(TranslationDiffers.check, TranslationDiffers.run),
  .reportAlone(DuplicateID.check, DuplicateID.run, DuplicateID.run),
  .wholeRegister(DuplicateReference.check, DuplicateReference.run),
  .eachReport(DistributionSum.check, DistributionSum.run),
  .eachReport(SampleSize.check, SampleSize.run),
  .reportAlone(
    StatedTallyCheck.check, StatedTallyCheck.run, amongOthers: StatedTallyCheck.runOnVisit),
  .eachReport(ShareFigures.check, ShareFigures.run),
  .eachReport(QuantifierWord.check, QuantifierWord.run),
  .reportAlone(ScoreRange.check, ScoreRange.run),
  .reportAlone(MixedCurrency.check, MixedCurrency.run),
  .reportAlone(PerCentRange.check, PerCentRange.run, PerCentRange.run),
  .reportAlone(PublicationDate.check, PublicationDate.run),
  .reportAlone(PublishedBeforeFieldwork.check, PublishedBeforeFieldwork.run),
  .eachReport(VisitBeforeReport.check, VisitBeforeReport.run),
  .reportAlone(DateOrder.check, DateOrder.run, DateOrder.run),
  .reportAlone(OutsideLife.check, OutsideLife.run, OutsideLife.run),
  .reportAlone(DueAfterEnd.check, DueAfterEnd.run, DueAfterEnd.run),
  .reportAlone(PublicationLag.check, PublicationLag.run),
  .eachReport(AnswerLag.check, AnswerLag.run),
  .wholeRegister(ReinspectionOverdue.check, ReinspectionOverdue.run),
  .wholeRegister(UnreadableRule.check, UnreadableRule.run),
  .eachReport(OverdueAtVisit.check, OverdueAtVisit.run),
  .reportAlone(ContentsList.check, ContentsList.run),
  .reportAlone(UnknownParagraph.check, UnknownParagraph.run),
  .reportAlone(GradeWithoutRecommendation.check, GradeWithoutRecommendation.run),
  .reportAlone(WordingDrift.check, WordingDrift.run, WordingDrift.run),
  .eachReport(VisitIncomplete.check, VisitIncomplete.run),
  .reportAlone(ClosureDiffers.check, ClosureDiffers.run),
  .wholeRegister(ResponseIncomplete.check, ResponseIncomplete.run),
  .eachReport(NeverFollowedUp.check, NeverFollowedUp.run),
  .wholeRegister(ClaimDiffers.check, ClaimDiffers.run),
  .reportAlone(NearMissName.check, NearMissName.run, NearMissName.run),
  .reportAlone(StaffName.check, StaffName.run),
]

/// Every check of this module and of the modules below it, in the order of the reference page.
public let inspectionChecks: [Check] =
  FrontMatterChecks.all
  + CommonMarkChecks.all
  + [UnknownField.check, MissingField.check, WrongType.check, BadDate.check, ExtraFieldKey.check]
  + [PersonalData.check, RestrictedText.check]
  + registerChecks.map(\.check) + [UnusedWaiver.check, CheckLevels.check]
