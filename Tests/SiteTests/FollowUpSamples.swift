/// A register whose figures can be counted by hand, as of 30 June 2013.
///
/// | asked | time | what came of it |
/// |---|---|---|
/// | north-2008/1, 15 March 2008 | to 15 June 2008 | closed 10 June 2008 |
/// | north-2008/2 | to 15 June 2008 | closed in February 2009 |
/// | north-2008/3 | to 15 June 2008 | nothing |
/// | north-2008/4 | none | superseded in February 2009 |
/// | old-2009/1, May 2009, the words of north-2008/3 | to the end of 2009 | its area ended in April 2010 |
/// | undated/1, nobody knows when | none | nothing |
/// | north-2012/1, 20 November 2012 | to 31 January 2014 | nothing |
let followUpSample = [
  "areas/old.md":
    "title: Old\nkind: region\norganisation: agency\nto: 2010-04\nsuccessors: unknown",
  "reports/north-2009.md": asking("north", published: "2010-01-05", []),
  "reports/north-2008.md": asking(
    "north", published: "2008-03-15",
    [
      "{id: 1, text: Do this, due: within 3 months, to: agency}",
      "{id: 2, text: Do that, due: within 3 months, to: agency}",
      "{id: 3, text: 'Keep the records, all of them.', due: within 3 months, to: agency}",
      "{id: 4, text: Do more, to: agency}",
    ]),
  "reports/visit-2008.md": visiting(
    published: "2008-06-10", ["{recommendation: 1, as: implemented}"]),
  "reports/visit-2009.md": visiting(
    published: "2009-02",
    ["{recommendation: 2, as: implemented}", "{recommendation: 4, as: superseded}"]),
  "reports/old-2009.md": asking(
    "old", published: "2009-05",
    ["{id: 1, text: keep the RECORDS – all of them, due: 2009-12, to: agency}"]),
  "reports/undated.md": asking(
    "north", published: "unknown", ["{id: 1, text: Do it, to: agency}"]),
  "reports/north-2012.md": asking(
    "north", published: "2012-11-20", ["{id: 1, text: Do less, due: 2014-01-31, to: agency}"]),
]

/// A report with what it asks for.
func asking(_ area: String, published: String, _ recommendations: [String]) -> String {
  """
  title: Inspection of \(area), \(published)
  kind: inspection
  publisher: ofsted
  framework: round
  form: known-of
  area: \(area)
  published: \(published)
  recommendations: [\(recommendations.joined(separator: ", "))]
  """
}

/// A visit that follows a report and closes some of what it asked for.
func visiting(
  _ followed: String = "north-2008", area: String = "north", published: String,
  _ closes: [String]
) -> String {
  """
  title: Visit to \(area), \(published)
  kind: monitoring
  publisher: ofsted
  framework: round
  form: known-of
  area: \(area)
  follows: \(followed)
  published: \(published)
  progress: unknown
  closes: [\(closes.joined(separator: ", "))]
  """
}
