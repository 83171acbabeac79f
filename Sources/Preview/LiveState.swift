import Diagnostics
import Publisher
import Site

/// A site as the preview serves it.
protocol ServedSite: Sendable {
  /// The bytes of a file by its path in the output folder; nil where there is none.
  func file(at path: String) async -> [UInt8]?
  /// The file whose record a page shows, as messages name it; nil for lists and the like.
  func file(ofPage page: String) -> String?
  /// What reading a file had to say, before the checks.
  func readingFindings(in path: String) -> [Diagnostic]
  /// Why readers see less of a page's report than an editor does.
  func reservation(ofPage page: String) -> WorkspaceState.Reservation?
}

extension WorkspaceState: ServedSite {}

/// What the preview serves at a moment.
struct Snapshot: Sendable {
  /// Names the site that is served; another one after each change of it.
  let version: String
  /// The last site that could be read, or nil before the first.
  let site: (any ServedSite)?
  /// What there is to say about the last state of the files.
  let notes: PreviewNotes

  /// What tells that nothing of an address has changed: pages show the notes, too.
  var tag: String { "\"\(version)-\(notes.number)\"" }
}

/// A change of what is served, as an open page needs to know of it.
struct LiveChange: Sendable {
  /// What is served now.
  let snapshot: Snapshot
  /// What was served before, with its version; nil where the same is served still.
  let before: (site: any ServedSite, version: String)?
  /// The style sheets that have another address now, where nothing but style sheets changed.
  let styles: [StyleSwap]
  /// The page to turn to, from the site's root; nil for none.
  let target: String?
}

/// A style sheet that takes the place of another.
struct StyleSwap: Sendable, Hashable {
  /// The path of the former one from the site's root.
  let old: String
  /// The path of the new one.
  let new: String
  /// Its subresource-integrity value.
  let integrity: String
}

/// Keeps what is served and tells the open pages when it changes.
actor LiveState {
  /// What a page that listens is told.
  enum Event: Sendable {
    /// This is served now.
    case change(LiveChange)
    /// Nothing happened; a connection that is gone shows when this is sent.
    case beat
  }

  /// What is served as of now.
  private(set) var snapshot: Snapshot
  private let follows: Bool
  private var listeners: [AsyncStream<Event>.Continuation] = []
  // Tells the versions of this run from those of an earlier one in pages that are still open.
  private let run = String(UInt64.random(in: 0...UInt64.max), radix: 36)
  /// The state that is served.
  private var state: WorkspaceState?
  /// The last state, which may be one that cannot be read.
  private var latest: WorkspaceState?

  init(follows: Bool = false) {
    self.follows = follows
    snapshot = Snapshot(version: "\(run)-0", site: nil, notes: .building)
  }

  /// Serves a state; one that cannot be read is only spoken of, on top of the last that could.
  func publish(_ next: WorkspaceState) {
    latest = next
    let notes = PreviewNotes(
      next.readingErrors, isComplete: false, number: snapshot.notes.number + 1)
    guard !notes.isRefused || snapshot.site == nil else { return say(notes) }
    let before = snapshot
    snapshot = Snapshot(version: "\(run)-\(next.number)", site: next, notes: notes)
    tell(
      .change(
        LiveChange(
          snapshot: snapshot, before: before.site.map { ($0, before.version) },
          styles: styleSwaps(to: next), target: follows ? target(in: next) : nil)))
    state = next
  }

  /// Takes what the checks say of a state, unless a later one is there.
  func judge(_ findings: [Diagnostic], of state: WorkspaceState, isComplete: Bool) {
    guard latest === state else { return }
    say(
      PreviewNotes(findings, isComplete: isComplete, number: snapshot.notes.number + 1))
  }

  /// Says something on top of what is served.
  private func say(_ notes: PreviewNotes) {
    snapshot = Snapshot(version: snapshot.version, site: snapshot.site, notes: notes)
    tell(
      .change(LiveChange(snapshot: snapshot, before: nil, styles: [], target: nil)))
  }

  /// Says what the machine would not do.
  func fail(_ words: String) {
    say(PreviewNotes(failure: words, number: snapshot.notes.number + 1))
  }

  /// Sends a sign of life to every page that listens.
  func beat() {
    tell(.beat)
  }

  /// What is served as of now and then every change; of many that a page does not take in time, the last.
  ///
  /// A state is told in three events: that it is there, what is wrong with its records, and with its pages. The
  /// first has what else is new, so the others must not take its place.
  func listen() -> AsyncStream<Event> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Event.self, bufferingPolicy: .bufferingNewest(3))
    if listeners.count >= Limits.listeners { listeners.removeFirst().finish() }
    continuation.yield(
      .change(LiveChange(snapshot: snapshot, before: nil, styles: [], target: nil)))
    listeners.append(continuation)
    return stream
  }

  private func tell(_ event: Event) {
    listeners.removeAll { listener in
      if case .terminated = listener.yield(event) { return true }
      return false
    }
  }

  /// The style sheets with another address, where nothing but style sheets changed.
  private func styleSwaps(to next: WorkspaceState) -> [StyleSwap] {
    guard let state, !next.changed.isEmpty,
      next.changed.allSatisfy({ $0.path.hasSuffix(".css") })
    else { return [] }
    return state.assets.sorted { $0.key < $1.key }.compactMap { name, old in
      guard let new = next.assets[name], new.path != old.path else { return nil }
      return StyleSwap(old: old.path, new: new.path, integrity: new.integrity)
    }
  }

  /// The page of the one record that was saved.
  private func target(in next: WorkspaceState) -> String? {
    guard state != nil, next.changed.count == 1 else { return nil }
    return next.changed.first.flatMap { next.page(of: $0) }
  }
}
