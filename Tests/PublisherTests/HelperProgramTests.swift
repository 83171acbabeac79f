import Foundation
import TestSupport
import Testing

@testable import Publisher

/// Programs of others are started where nothing of the project reaches them, and end when they must.
struct HelperProgramTests {
  /// A folder of programs with one stub in it.
  private func stub(_ script: String, as name: String = "pagefind") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(name, "#!/bin/sh\n\(script)\n")
    try Disk.setPermissions(folder[name], 0o755)
    return folder
  }

  /// Indexes a site of one page with the programs in `folder`.
  private func index(
    with folder: TemporaryFolder, _ indexing: SearchIndexing = .auto, limit: Duration = .seconds(60)
  ) throws(EnvironmentError) -> [String]? {
    try Disk.makeFolders(folder["site/pagefind"])
    try Disk.put(folder["site/pagefind/pagefind.js"], [])
    return try SearchIndex.make(
      in: folder["site"], by: SearchIndex.program(for: indexing, on: [folder.path]), limit: limit)
  }

  @Test func `a helper starts in an empty folder with an environment of few words`() throws {
    let folder = try stub(
      """
      [ "$1" = --version ] && exit 0
      cd "$(dirname "$0")" || exit 1
      { ls -A "$OLDPWD"; env | cut -d= -f1 | sort; } > seen
      """)
    #expect(setenv("PAGEFIND_SITE", "/elsewhere", 1) == 0)
    #expect(try index(with: folder) == ["pagefind/pagefind.js"])
    let seen = folder.text("seen")?.split(separator: "\n").map(String.init) ?? []
    #expect(!seen.isEmpty)
    // What a shell sets by itself is none of ours.
    #expect(
      Set(seen).subtracting(["_", "OLDPWD", "PWD", "SHLVL"]).isSubset(
        of: ["HOME", "LC_ALL", "PATH"]))
  }

  @Test func `Python's module is used where there is no program of that name`() throws {
    let folder = try stub("echo \"$@\" >> \"$(dirname \"$0\")/calls\"", as: "python3")
    #expect(try index(with: folder, .required) == ["pagefind/pagefind.js"])
    let site = try Disk.realPath(folder["site"])
    #expect(
      folder.text("calls") == """
        -m pagefind --version
        -m pagefind --site \(site) --output-subdir pagefind

        """)
  }

  @Test func `a helper that is missing is missed only where it is required`() throws {
    let folder = try TemporaryFolder()
    #expect(try index(with: folder) == nil)
    let error = #expect(throws: EnvironmentError.self) { try index(with: folder, .required) }
    #expect(error?.reason == "is not installed, and the build requires the search index")
  }

  @Test func `a helper that fails ends the build with its last words, without what terminals obey`()
    throws
  {
    let folder = try stub(
      "[ \"$1\" = --version ] && exit 0; echo first; printf '\\033[31mno pages\\007\\n\\n'; exit 3")
    let error = #expect(throws: EnvironmentError.self) { try index(with: folder) }
    #expect(error?.path == folder["pagefind"])
    #expect(error?.reason == "ended without an index: [31mno pages")
  }

  @Test func `a helper that ends well and wrote nothing has made no index`() throws {
    let folder = try stub("[ \"$1\" = --version ] && exit 0; rm -r \"$2/pagefind\"")
    let error = #expect(throws: EnvironmentError.self) { try index(with: folder) }
    #expect(error?.path == folder["pagefind"])
    #expect(error?.reason == "ended without an index: it wrote no pagefind/pagefind.js")
  }

  @Test func `a helper that is still at work when its time is over is ended`() throws {
    let folder = try stub("[ \"$1\" = --version ] && exit 0; exec sleep 600")
    let error = #expect(throws: EnvironmentError.self) { try index(with: folder, limit: .zero) }
    #expect(error?.reason == "was still at work after 0.0 seconds and was ended")
  }

  @Test(.endsSometime)
  func `a helper that hangs is ended with the build that waits for it`() async throws {
    let folder = try stub("echo $$ > \"$(dirname \"$0\")/number\"; exec sleep 600")
    let helper = try #require(HelperProgram.find("pagefind", on: [folder.path]))
    let waiting = Task { try helper.run([], limit: .seconds(600)) }
    var number: pid_t?
    while number == nil {
      try await Task.sleep(for: .milliseconds(10))
      let text = folder.text("number") ?? ""
      if text.hasSuffix("\n") { number = pid_t(text.dropLast()) }
    }
    waiting.cancel()
    #expect(try await waiting.value == .timeout)
    #expect(kill(try #require(number), 0) == -1, "it is gone")
  }

  @Test func `only absolute folders of the search path are searched`() {
    #expect(HelperProgram.searchPath.allSatisfy { $0.hasPrefix("/") })
  }
}
