import Diagnostics

extension FirstRegister {
  /// What every file of the example tells its readers.
  private static let notice =
    "This is an example that comes with the program. Nothing in it happened."

  var site: String {
    """
    title: \(quotedYAML(title))
    base_url: \(quotedYAML(address))
    language: \(language)
    publisher: \(quotedYAML("The editors of \(title)"))
    description: >-
      A register that is being set up. The report and the visit in it are an example and made up.
    licences:
      - {id: example, title: Example text, note: Written for this example; replace it with your own.}

    """
  }

  func organisation(_ name: String, _ kind: String) -> String {
    """
    ---
    title: \(quotedYAML(name))
    kind: \(kind)
    ---

    Say here what the body is and does.

    """
  }

  func areaFile(_ name: String) -> String {
    """
    ---
    title: \(quotedYAML(name))
    kind: example
    organisation: \(bodyID)
    note: \(Self.notice)
    ---

    What is inspected: a region, a service, a building. Say here what it is.

    """
  }

  var framework: String {
    """
    ---
    title: Example framework
    inspectorate: \(inspectorateID)
    from: \(start)
    note: \(Self.notice)
    \(grades)progress:
      - {id: enough, title: Enough progress}
      - {id: not-enough, title: Not enough progress}
    aspects:
      - {id: records, title: Keeping of records}
      - {id: people, title: Care for people}
    ---

    A framework says what is judged, on which scale, and by which rules. Grades go from best to worst.

    """
  }

  private var grades: String {
    guard !scale.isEmpty else { return "" }
    let lines = scale.indices.map {
      "  - {id: \(gradeID($0)), title: \(quotedYAML(scale[$0]))}\n"
    }
    return "grades:\n" + lines.joined()
  }

  var report: String {
    """
    ---
    title: "Example: a first report"
    kind: \(area == nil ? "thematic" : "inspection")
    publisher: \(inspectorateID)
    framework: \(Self.frameworkID)
    \(areaLine)fieldwork: \(day(420))/\(day(418))
    published: \(day(390))
    licence: example
    note: \(Self.notice)
    \(judged)recommendations:
      - id: 1
        text: Write down every visit on the day on which it is made.
        aspect: records
        paragraph: 2
        due: within 12 months
        to: [\(bodyID)]
      - id: 2
        text: Ask the people who are cared for what they think, once a year.
        aspect: people
        paragraph: 3
        due: within 24 months
        to: [\(bodyID)]
    ---

    ## What we did

    1. \(Self.notice) It shows what a report can hold. We looked at twelve files.

    ## What we found

    2. Of the twelve files, \(found) [Recommendation 1](rec:1) says what has to change.

       ![What we found](\(scale.isEmpty ? "indicator" : "chart"):files)

    3. People were treated with respect. [Recommendation 2](rec:2) asks for more.

    """
  }

  /// What the report says of the twelve files, in words.
  private var found: String {
    scale.isEmpty
      ? "nine were complete." : "seven were of the best grade and five of the lowest."
  }

  /// The grades and the figures of the chart: a sample by grades, or a measured figure where there are none.
  private var judged: String {
    guard scale.count > 1 else {
      return """
        indicators:
          - id: files
            title: Files that were complete
            unit: files
            value: 9
            target: 12
            better: higher
            paragraph: 2

        """
    }
    let (best, lowest) = (gradeID(0), gradeID(scale.count - 1))
    return """
      overall: \(best)
      judgements:
        - {aspect: records, grade: \(lowest), paragraph: 2, samples: [files]}
        - {aspect: people, grade: \(best), paragraph: 3}
      samples:
        - {id: files, title: Files, size: 12, paragraph: 2, grades: {\(best): 7, \(lowest): 5}}

      """
  }

  var visit: String {
    """
    ---
    title: "Example: a visit to see what became of it"
    kind: monitoring
    publisher: \(inspectorateID)
    framework: \(Self.frameworkID)
    \(areaLine)follows: \(Self.reportID)
    fieldwork: \(day(60))
    published: \(day(30))
    licence: example
    note: \(Self.notice)
    progress:
      - {recommendation: 1, judgement: enough}
      - {recommendation: 2, judgement: not-enough}
    closes:
      - {recommendation: 1, as: implemented}
    ---

    \(Self.notice) The files are kept now; people have not been asked yet.

    """
  }

  var about: String {
    """
    ---
    title: About this register
    summary: What is made up in it, and how to begin.
    ---

    The [first report](report:\(Self.reportID)) and the [visit](report:\(Self.visitID)) are an example: nothing in
    them happened, and the names of bodies stand in it for no judgement of them. Take them out before the
    register is published, and begin your own with `findings new`.

    """
  }

  private var areaLine: String { area == nil ? "" : "area: \(areaID)\n" }

  /// The year in which the example's framework began.
  private var start: String { "\(today.adding(days: -800).components.year)-01" }

  private func day(_ before: Int) -> String { today.adding(days: -before).description }
}
