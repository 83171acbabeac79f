/// Fields of an area.
enum AreaFields {
  static let title = Field("title", Values.inline, .required, "Its name.")
  static let kind = Field(
    "kind", Values.text.orUnknown, .required,
    "What kind of unit it is: region, service-area, national, or the body's own word.")
  static let organisation = Field(
    "organisation", ValueType<OrganisationID>.reference(.organisations), .optional,
    "The body it is part of.")
  static let code = Field(
    "code", Values.text, .optional, "The body's own code; unique within an organisation and time.")
  static let parent = Field(
    "parent", ValueType<AreaID>.reference(.areas).orUnknown, .optional, "The area it is part of.")
  static let covers = Field(
    "covers", Values.text.list.orUnknown, .optional, "Places that it covers.")
  static let alsoKnownAs = Field(
    "also_known_as", Values.text.located.list, .optional, "Other names it goes by.")
  static let life = LifeFields<Area>(.areas)

  static let schema = RecordSchema<Area>(
    "area", "What is inspected: a region, a service area, a nation.",
    [
      title.description, kind.description, organisation.description, code.description,
      parent.description, covers.description,
    ] + life.all + [alsoKnownAs.description] + HeaderFields.all
  ) { decoding in
    let header = decoding.header()
    let title = decoding.required(title)
    let kind = decoding.required(kind)
    let organisation = decoding.optional(organisation)
    let code = decoding.optional(code)
    let parent = decoding.optional(parent)
    let covers = decoding.optional(covers)
    let life = decoding.life(life)
    let alsoKnownAs = decoding.value(alsoKnownAs, default: [])
    guard let title, let kind else { return nil }
    return Area(
      header: header, title: title, kind: kind, organisation: organisation, code: code,
      parent: parent, covers: covers, life: life, alsoKnownAs: alsoKnownAs)
  }
}
