public import Diagnostics

/// The checks of this module, for the catalogue.
public enum FrontMatterChecks {
  /// Every check that reading front matter and YAML files carries out.
  public static let all: [Check] = [
    yamlSyntax, droppedText, duplicateKey, notUTF8, hiddenCharacter, controlCharacter,
    directionControl,
  ]

  /// Whether the diagnostics of a file mean that fields may be in it which were not read, so that a
  /// missing field must not be reported.
  public static func hidesFields(_ diagnostics: [Diagnostic]) -> Bool {
    diagnostics.contains {
      $0.check == yamlSyntax || $0.check == notUTF8 || $0.check == droppedText
    }
  }

  /// Whether the diagnostics of a YAML file mean that whole fields of it were not read.
  public static func losesFields(_ diagnostics: [Diagnostic]) -> Bool {
    diagnostics.contains {
      ($0.check == yamlSyntax || $0.check == notUTF8) && $0.level == .error
    }
  }
}

/// What is wrong with the characters that a text of Markdown in front matter has by their numbers.
///
/// Diagnostics: `control-character`, `direction-control`. Complexity: O(n).
public func checkCharacters(byNumberIn text: String, at span: Span) -> [Diagnostic] {
  ControlCharacters.diagnosticsOfReferences(in: text, at: span)
}
