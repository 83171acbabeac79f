/// How names that a framework, `site.yml` or the program defines are described, which is also how what
/// may stand in a field is found.
enum DefinedWords {
  /// A grade of a framework's scale.
  static let grade = "a grade of the framework"
  /// A conclusion on progress.
  static let progressGrade = "a conclusion of the framework's progress scale"
  /// An aspect of a framework.
  static let aspect = "an aspect of the framework"
  /// How urgent a recommendation is.
  static let priority = "a priority of the framework"
  /// What an amount of money is.
  static let amountKind = "a kind of amount of the framework"
  /// The terms under which a document may be used.
  static let licence = "a licence of site.yml"
  /// The answers of a survey.
  static let answerScale = "an answer scale of site.yml"
  /// A check of the program.
  static let check = "a check's name"
}
