import Diagnostics
import Inspections
import TestSupport
import Testing

@testable import Publisher

struct RecordEntriesTests {
  private func entry(heldBytes: Int, _ folder: TemporaryFolder) async throws -> [PublishedRecord] {
    let text = "---\ntitle: About\n---\n\nWhat was read.\n"
    try folder.write(
      "content/site.yml",
      """
      title: A register
      base_url: https://register.example.org/
      language: en-GB
      publisher: The tests of findings

      """)
    try folder.write("content/pages/about.md", text)
    let request = BuildRequest(
      root: folder.path, now: .instant(Instant(secondsSince1970: 1_763_900_000)))
    let files = try ProjectFiles.find(request).value.content
    let archive = try #require(BodyScratch(in: Disk.temporaryFolder, after: heldBytes))
    var readings = Readings(isKept: false)
    let content = try await loadContent(
      files, workers: 1, archive: archive, entries: { _ in .abridged }, readings: &readings)
    // What comes to the disk later is in no page of the site.
    try folder.write("content/pages/about.md", text.replacing("read", with: "written"))
    let register = try #require(linkRecords(content.value, for: request)).register
    let records = await content.value.entries.records(of: register, workers: 1)
    try content.value.entries.checkReading()
    #expect(records.map(\.source) == [SHA256(of: Array(text.utf8))])
    return records
  }

  @Test func `a list speaks of what was read, whatever becomes of the file, and wherever it lay`()
    async throws
  {
    let held = try await entry(heldBytes: 1 << 20, TemporaryFolder())
    #expect(held.first?.says["text.start"] == "What was read.")
    #expect(held.first?.name == "pages/about")
    #expect(try await entry(heldBytes: 0, TemporaryFolder()) == held)
  }

  @Test
  func `a long value stands in a list by its digest, and so does one that looks like a digest`()
    throws
  {
    let long = String(repeating: "x", count: 81)
    let values = ["said", String(repeating: "y", count: 80), long, "#said", "\"\\\u{2028}é", ""]
    let facts = RecordFacts(
      values.enumerated().map { RecordFacts.Fact(name: "\($0)\"", value: $1) })
    func said(_ extent: RecordEntries.Extent) throws -> [String] {
      let entry = PublishedRecord.entry(
        "reports/a", source: SHA256(of: "source"), saying: facts, extent)
      let record = try #require(PublishedRecord(entry: entry))
      #expect(record.name == "reports/a" && record.source == SHA256(of: "source"))
      #expect(record.facts == SHA256(of: facts.canonicalText))
      #expect(record.says.all.map(\.name) == facts.all.map(\.name))
      return record.says.all.map(\.value)
    }
    #expect(try said(.full) == values)
    let short = try said(.abridged)
    #expect(short == values.map(PublishedRecord.abridged))
    #expect(
      short[2...3] == [long, "#said"].map { "#" + SHA256(of: $0).hexadecimal(first: 16) }[...])
    #expect(short[..<2] == values[..<2] && short[4...] == values[4...])
  }
}
