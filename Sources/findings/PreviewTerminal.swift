import Diagnostics
import Preview
import Publisher
import Synchronization

/// What a preview says on the terminal: each thing once, for as long as it stands.
final class PreviewTerminal: Sendable {
  private let root: String
  private let host: String?
  /// What was said already, and whether a look at everything was.
  private let said = Mutex(Said())

  private struct Said {
    var findings: [Diagnostic] = []
    var summary = ""
    var failure = ""
  }

  init(root: String, host: String?) {
    self.root = root
    self.host = host
  }

  /// Says what is new of some news.
  @Sendable func hear(_ news: PreviewNews) {
    switch news {
    case .started(let address):
      Console.say("findings: preview at \(address)")
      if let host {
        Console.say("findings: it listens on \(host), so others on the network may read drafts")
      }
    case .failed(let error):
      let words = "error: \(error)"
      let isNew = said.withLock { said in
        defer { said.failure = words }
        return said.failure != words
      }
      if isNew { Console.say(words) }
    case .judged(_, let findings, let isComplete): judge(findings, isComplete)
    }
  }

  private func judge(_ findings: [Diagnostic], _ isComplete: Bool) {
    let urgent = findings.filter { $0.level != .notice }
    let summary = DiagnosticSummary(findings)
    let (fresh, isOther) = said.withLock { said in
      let fresh = ChangedDiagnostics(urgent, since: said.findings).new
      said.failure = ""
      // What only rendered pages show stands until they were rendered again.
      said.findings = isComplete ? urgent : said.findings + fresh
      guard isComplete else { return (fresh, false) }
      defer { said.summary = summary.description }
      return (fresh, said.summary != summary.description)
    }
    for finding in fresh.sorted().prefix(Limits.shownOfOneCheck) {
      Console.say(
        terminalFrame(of: finding) { [root] in shownSource(of: $0, root: root) })
    }
    if fresh.count > Limits.shownOfOneCheck {
      Console.say("findings: and \((fresh.count - Limits.shownOfOneCheck).grouped) more")
    }
    if isOther { Console.say("findings: \(summary)") }
  }
}
