public import Diagnostics

/// Every check of this module, for the catalogue.
public enum TemplateChecks {
  /// The checks in the order of the reference.
  public static let all: [Check] = [
    .templateSyntax, .unknownName, .unknownTemplate, .unknownBlock, .templateType,
    .templateContext, .templateRecursion, .templateSize, .unusedTemplate, .missingAnchor,
    .templateData,
  ]
}
