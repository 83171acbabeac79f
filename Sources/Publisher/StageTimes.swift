/// How long each stage of a build took on the wall's clock, in the order in which they ran.
public struct StageTimes: Sendable {
  /// A stage of a build.
  public enum Stage: String, Sendable {
    /// Reading and decoding the files, and turning their Markdown into HTML.
    case reading
    /// Reading, checking and compiling the templates.
    case templates
    /// Joining the records to a register.
    case linking
    /// Every check of the records but those that reading a file makes.
    case checking
    /// Working out which pages and files there are.
    case planning
    /// Filling, rendering and keeping the pages.
    case rendering
    /// Holding every link against what was rendered.
    case links
    /// Holding the site against what was public before.
    case comparing
    /// Making and keeping the files that are no pages.
    case files
    /// Making the index for search.
    case search
    /// Working out and writing the list of what is published.
    case listing
    /// Putting the new site in the place of the old one.
    case publishing
  }

  /// What was measured so far.
  public private(set) var laps: [(stage: Stage, duration: Duration)] = []

  /// Nothing was measured yet.
  init() {}

  /// Does a stage's work, and notes how long it took unless it fails.
  mutating func measure<Value>(
    _ stage: Stage, _ work: @autoclosure () async throws(EnvironmentError) -> Value
  ) async throws(EnvironmentError) -> Value {
    let start = ContinuousClock.now
    let value = try await work()
    note(stage, since: start)
    return value
  }

  /// Notes that a stage which began at `start` is over.
  mutating func note(_ stage: Stage, since start: ContinuousClock.Instant) {
    laps.append((stage, ContinuousClock.now - start))
  }

  /// How long the stage took; zero where it did not run.
  public subscript(_ stage: Stage) -> Duration {
    laps.reduce(.zero) { $1.stage == stage ? $0 + $1.duration : $0 }
  }
}
