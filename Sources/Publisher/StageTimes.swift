/// How long each stage of a build took on the wall's clock, in the order of the stages.
public struct StageTimes: Sendable {
  /// A stage of a build.
  public enum Stage: String, Sendable {
    /// Finding, reading and decoding the files, and turning their Markdown into HTML.
    case reading
    /// Looking for personal data while a file is read; counted as a worker's share.
    case privacy
    /// Reading, checking and compiling the templates.
    case templates
    /// Joining the records to a register.
    case linking
    /// Every check of the records but the one for personal data.
    case checking
    /// Working out which pages and files there are.
    case planning
    /// Filling, rendering and writing the pages.
    case rendering
    /// Holding every link against what was rendered.
    case links
    /// Making and writing the files that are no pages.
    case files
    /// Making the index for search.
    case search
    /// Putting the new site in the place of the old one.
    case publishing
  }

  /// What was measured so far.
  public private(set) var laps: [(stage: Stage, duration: Duration)] = []
  private var last = ContinuousClock.now

  /// Starts the clock.
  init() {}

  /// Ends a stage that began when the one before it ended.
  mutating func lap(_ stage: Stage) {
    let now = ContinuousClock.now
    laps.append((stage, now - last))
    last = now
  }

  /// Tells a part of a stage that was timed by itself from the rest.
  mutating func split(_ part: Stage, _ duration: Duration, from whole: Stage) {
    guard let index = laps.firstIndex(where: { $0.stage == whole }) else { return }
    laps[index].duration -= duration
    laps.insert((part, duration), at: index + 1)
  }

  /// How long the stage took; zero where it did not run.
  public subscript(_ stage: Stage) -> Duration {
    laps.reduce(.zero) { $1.stage == stage ? $0 + $1.duration : $0 }
  }
}
