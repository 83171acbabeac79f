import CommonMark
import Diagnostics
import Inspections
import TestSupport
import Testing

struct SkeletonTests {
  private let register = InventedRegister().register
  private let today = Day(number: 20_000)

  @Test(arguments: SkeletonKind.allCases)
  func `a new file is read without an error`(kind: SkeletonKind) {
    let file = skeleton(kind, id: "north-east-2011", register: register, today: today)
    let read = readRecord(file.text, at: file.path)
    // What kind of body it is, who wrote and what a term means, nobody but its author knows.
    let open =
      switch kind {
      case .organisation: ["'kind' is missing from this organisation"]
      case .coverage: ["'outlet' is missing from this coverage record"]
      case .term: ["'definition' is missing from this term"]
      default: [String]()
      }
    #expect(read.diagnostics.filter { $0.level == .error }.map(\.message) == open, "\(file.text)")
    #expect((read.value == nil) == !open.isEmpty)
  }

  @Test(arguments: SkeletonKind.allCases)
  func `a new file finds nothing to complain of in its register`(kind: SkeletonKind) {
    let file = skeleton(kind, id: "north-east-2011", register: register, today: today)
    let whole = InventedRegister(adding: [file.path: file.text])
    let context = CheckContext(register: whole.register, now: Moment(.day(today), in: nil))
    var found = checkRegister(in: context)
    for report in whole.register.reports.records { found += checkReport(report, in: context) }
    #expect(
      found.filter { $0.primary.span.file.path.hasSuffix(file.path) && $0.level == .error } == [])
  }

  @Test func `a visit lists every recommendation that it must judge`() throws {
    let about = SkeletonFacts(about: ID("north-east-2010"))
    let file = skeleton(
      .monitoring, id: "north-east-2011", facts: about, register: register, today: today)
    #expect(file.path == "reports/north-east-2011.md")
    #expect(file.text.contains("follows: north-east-2010"))
    #expect(file.text.contains("recommendation: 1  # Write plans with every family."))
    let read = try #require(readRecord(file.text, at: file.path).value)
    let register = Register(site: register.site, records: [read])
    let visit = try #require(register.reports[ID("north-east-2011")])
    #expect(visit.visit?.notAssessed.map(\.value) == [1, 2])
    #expect(visit.status == .draft)
    #expect(file.text.contains("\narea: north-east\n"))
    #expect(!file.text.contains("names none"))
  }

  @Test func `a response lists every item that it must answer`() throws {
    let file = skeleton(.response, id: "north-east-2010-service", register: register, today: today)
    let read = try #require(readRecord(file.text, at: file.path).value)
    let register = Register(site: register.site, records: [read])
    let response = try #require(register.responses[ID("north-east-2010-service")])
    #expect(response.report.value.name == "north-east-2010")
    #expect(response.organisation.value.name == "service")
    #expect(response.items.map(\.recommendation.value) == [1, 2])
    #expect(response.items.allSatisfy { $0.stance == .notStated })
  }

  @Test(arguments: [
    (SkeletonKind.organisation, "inspectorate", "kind: inspectorate\n"),
    (.area, "service-area", "kind: service-area\n"), (.area, "Ward: old", "kind: \"Ward: old\"\n"),
    (.coverage, "blog", "kind: blog\n"), (.report, "inspection", "kind: inspection\n"),
    (.report, "thematic", "kind: thematic\n"), (.report, "consultation", "kind: consultation\n"),
  ])
  func `what kind of record it is can be said, and is not asked for again`(
    kind: SkeletonKind, own: String, line: String
  ) {
    let file = skeleton(
      kind, id: "north-east-2011", facts: SkeletonFacts(kind: own), register: register,
      today: today)
    #expect(file.text.contains("\n\(line)"))
    // Whose account it is, nobody but its author knows.
    let open = kind == .coverage ? ["outlet"] : []
    #expect(file.open == open, "\(file.text)")
    let errors = readRecord(file.text, at: file.path).diagnostics.filter { $0.level == .error }
    #expect(errors.allSatisfy { $0.check.name == "missing-field" } && errors.count == open.count)
  }

  @Test func `only an inspection is taken to be of the area that its id begins with`() {
    func begun(_ kind: String?, of area: AreaID? = nil) -> Skeleton {
      skeleton(
        .report, id: "north-east-2011", facts: SkeletonFacts(kind: kind, area: area),
        register: register, today: today)
    }
    #expect(begun(nil).text.contains("\narea: north-east"))
    #expect(begun(nil).assumed.contains { $0.hasPrefix("area") })
    for kind in ["thematic", "consultation"] {
      #expect(begun(kind).text.contains("\n# areas: [one, another]  (what it covers)\n"))
      #expect(!begun(kind).assumed.contains { $0.hasPrefix("area") })
      #expect(begun(kind, of: ID("north-east")).text.contains("\narea: north-east\n"))
    }
    #expect(begun("consultation").text.contains("\n# consultation: {open: "))
    #expect(!begun("consultation").text.contains("judgements"))
  }

  @Test func `the report to follow can be named`() {
    let file = skeleton(
      .monitoring, id: "a-visit", facts: SkeletonFacts(about: ID("north-east-2010")),
      register: register, today: today)
    #expect(file.text.contains("follows: north-east-2010"))
  }

  @Test func `a fact that the register cannot offer is asked for in a comment`() throws {
    let site = try #require(
      readSite(Array(InventedRegister.site.utf8), file: SourceFile(path: "site.yml")).value)
    let empty = Register(site: site, records: [])
    for kind in SkeletonKind.allCases {
      let file = skeleton(kind, id: "first", register: empty, today: today)
      let errors = readRecord(file.text, at: file.path).diagnostics.filter {
        $0.level == .error
      }
      #expect(errors.allSatisfy { $0.check.name == "missing-field" }, "\(file.text)")
    }
  }

  @Test(arguments: [
    ("north-2010", true), ("North", false), ("a--b", false), ("-a", false), ("", false),
    ("a/b", false), ("é", false),
  ])
  func `a new id is plain`(id: String, isPlain: Bool) {
    #expect(isPlainID(id) == isPlain)
  }
}

extension SkeletonTests {
  @Test func `a report offers whom something is put to, how urgent it is and what money is about`()
  {
    let plain = skeleton(.report, id: "north-east-2011", register: register, today: today).text
    #expect(plain.contains("#    also: to: ["))
    #expect(plain.contains("declare them as `priorities` of the framework"))
    #expect(plain.contains("declare them as `amounts` of the framework"))
  }
}
