/// What a publication takes from the one before, as `site.yml` says.
public struct PublicationSettings: Sendable {
  /// What was public before; nil where nothing is named.
  public let previous: String?
  /// For how many publications an asset stays that pages no longer ask for.
  public let formerAssets: Int

  init(_ fields: inout Decoding) {
    previous =
      fields.optional(
        "previous", Values.text,
        "What was public before, which a build and a check hold the site against: the folder of a site, "
          + "its `manifest.json`, or the address where it is public; `none` for nothing. A folder counts "
          + "from the project's own."
      )?.value
    formerAssets = fields.value(
      "former_assets", Values.count, default: 10,
      "For how many publications a style sheet, script or picture of the theme stays public that pages "
        + "no longer ask for; 10 when absent.")
  }
}
