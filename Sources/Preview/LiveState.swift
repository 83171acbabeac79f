import Diagnostics

/// What the preview serves at a moment.
struct Snapshot: Sendable {
  /// Names the site that is served; another one after each good build.
  let version: String
  /// The files of the last good site by their paths, or nil before the first.
  let site: [String: [UInt8]]?
  /// What there is to say about the last build.
  let report: Report

  /// What a page says about the build.
  enum Report: Sendable, Hashable {
    /// Nothing to say.
    case none
    /// The first build is not over.
    case building
    /// The last build had errors, and the site is older than the files.
    case errors(String)
    /// The site is up to date; there are warnings or notices.
    case notes(String)
  }
}

extension Snapshot {
  /// What tells that nothing of an address has changed: pages show the report, too.
  var tag: String {
    "\"\(version)-\(String(UInt(bitPattern: report.hashValue), radix: 36))\""
  }
}

/// Keeps what is served and tells the open pages when it changes.
actor LiveState {
  /// What a page that listens is told.
  enum Event: Sendable {
    /// This is served now.
    case state(Snapshot)
    /// Nothing happened; a connection that is gone shows when this is sent.
    case beat
  }

  /// The state as of now.
  private(set) var snapshot: Snapshot
  private var listeners: [AsyncStream<Event>.Continuation] = []
  // Tells the versions of this run from those of an earlier one in pages that are still open.
  private let run = String(UInt64.random(in: 0...UInt64.max), radix: 36)
  private var builds = 0

  init() {
    snapshot = Snapshot(version: "\(run)-0", site: nil, report: .building)
  }

  /// Takes the outcome of a build: a good one replaces the site, a bad one is said on top of it.
  func publish(_ outcome: PreviewOutcome) {
    switch outcome {
    case .site(let site, let diagnostics):
      builds += 1
      snapshot = Snapshot(
        version: "\(run)-\(builds)", site: site,
        report: diagnostics.isEmpty ? .none : .notes(diagnostics))
    case .errors(let text):
      snapshot = Snapshot(version: snapshot.version, site: snapshot.site, report: .errors(text))
    }
    tell(.state(snapshot))
  }

  /// Sends a sign of life to every page that listens.
  func beat() {
    tell(.beat)
  }

  /// The state as of now and then every change; of several that a page does not take in time, the last.
  func listen() -> AsyncStream<Event> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Event.self, bufferingPolicy: .bufferingNewest(1))
    if listeners.count >= Limits.listeners { listeners.removeFirst().finish() }
    continuation.yield(.state(snapshot))
    listeners.append(continuation)
    return stream
  }

  private func tell(_ event: Event) {
    listeners.removeAll { listener in
      if case .terminated = listener.yield(event) { return true }
      return false
    }
  }
}
