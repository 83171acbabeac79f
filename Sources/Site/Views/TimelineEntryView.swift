import HTML
import Inspections
import Templates

/// One entry of a timeline's list, which says everything that the drawing shows.
struct TimelineEntry: Sendable {
  /// When, in words.
  let when: String
  /// When, as ISO 8601; empty where no single date says it.
  var date = ""
  /// Whether when is not known.
  var isUnknown = false
  /// What happened, in a few words.
  let lead: String
  /// Where the lead leads; nil where it is no link.
  var link: String?
  /// The language of the lead; empty where it is the site's.
  var language = ""
  /// The rest of the sentence.
  var said = ""
  /// What is meant, each a link.
  var links: [RecordLink] = []
  /// The mark of a grade or a conclusion.
  var mark = HTMLFragment.empty
  /// What the mark stands for, before it.
  var markName = ""
  /// A remark or a finding in the record's words.
  var remark = HTMLFragment.empty
  /// What nobody knows.
  var unknown = ""
  /// What was worked out.
  var workedOut = ""
  /// What the report makes of what was asked before; nil where it does not.
  var followUp: FollowUp?
  /// What the report asks for; nil where that is nothing.
  var asked: Asked?
  /// Whether the scale or the body changes here.
  var isBreak = false
  /// Whether it says how things stand today.
  var isToday = false

  /// What a report makes of what was asked before.
  struct FollowUp: Sendable {
    /// Its conclusion on the whole.
    let mark: HTMLFragment
    /// How many of each conclusion are recorded where the single ones are not.
    let recorded: String
    /// Its conclusion on the one item that it follows up.
    let single: HTMLFragment
    /// What its single conclusions add up to, or how long that item was past its date.
    let workedOut: String
    /// What it closes, or that it closes nothing.
    let closes: String
  }

  /// What a report asks for, folded into one line that opens to its items.
  struct Asked: Sendable {
    let lead: String
    /// Where each stands, where the items are not listed.
    let link: String?
    let standing: String
    let items: [RecordLink]
  }

  static let view = View<TimelineEntry>(
    "TimelineEntry", "One entry of a timeline's list.",
    [
      .text("when", "When, in words.") { $0.when },
      .text("date", "When, as ISO 8601; empty where no single date says it.") { $0.date },
      .flag("is-unknown", "Whether when is not known.") { $0.isUnknown },
      .text("lead", "What happened, in a few words.") { $0.lead },
      .address("link", "Where the lead leads; absent where it is no link.") { $0.link },
      .text("language", "The language of the lead, where it is not the site's.") { $0.language },
      .text("said", "The rest of the sentence; may be empty.") { $0.said },
      .list("links", "What is meant, each a link.", PhraseLink.view) { PhraseLink.list($0.links) },
      .html("mark", "The mark of a grade or a conclusion; may be empty.") { $0.mark },
      .text("mark-name", "What the mark stands for; may be empty.") { $0.markName },
      .html("remark", "A remark or finding in the record's words; may be empty.") { $0.remark },
      .text("unknown", "What nobody knows; may be empty.") { $0.unknown },
      .text("worked-out", "What was worked out; may be empty.") { $0.workedOut },
      .record("follow-up", "What the report makes of what was asked before.", FollowUp.view) {
        $0.followUp
      },
      .record("asked", "What the report asks for.", Asked.view) { $0.asked },
      .flag("is-break", "Whether the scale or the body changes here.") { $0.isBreak },
      .flag("is-today", "Whether it says how things stand today.") { $0.isToday },
    ])
}

extension TimelineEntry.FollowUp {
  static let view = View<TimelineEntry.FollowUp>(
    "TimelineFollowUp", "What a report makes of what was asked before.",
    [
      .html("mark", "Its conclusion on the whole; empty where none is recorded.") { $0.mark },
      .text(
        "recorded", "How many of each conclusion are recorded where the single ones are not."
      ) { $0.recorded },
      .html("single", "What it concludes on the one item that it follows up; may be empty.") {
        $0.single
      },
      .text(
        "worked-out",
        "What its single conclusions add up to, or how long that item was past its date; may be empty."
      ) { $0.workedOut },
      .text("closes", "What it closes and why, or that it closes nothing; may be empty.") {
        $0.closes
      },
    ])
}

extension TimelineEntry.Asked {
  static let view = View<TimelineEntry.Asked>(
    "TimelineAsked", "What a report asks for, as one line that opens to its items.",
    [
      .text("lead", "When it was asked, and how much.") { $0.lead },
      .address("link", "Where each stands; absent where they are listed.") { $0.link },
      .text("standing", "Where that stands, counted.") { $0.standing },
      .list("items", "Each with when it is due and where it stands.", RecordLink.view) { $0.items },
    ])
}

extension TimelineEntry {
  /// An entry on a date or over a time; nil means that when is not known.
  init(_ when: AreaEvent.When?, lead: String) {
    switch when {
    case .date(let date):
      self.init(when: DateWords.words(date), date: date.description, lead: lead)
    case .interval(let interval):
      let date = interval.start == interval.end ? interval.start.description : ""
      self.init(when: DateWords.words(interval), date: date, lead: lead)
    case nil:
      self.init(when: "not known", isUnknown: true, lead: lead)
    }
  }

  private init(when: String, date: String = "", isUnknown: Bool = false, lead: String) {
    self.when = when
    self.date = date
    self.isUnknown = isUnknown
    self.lead = lead
  }

  /// How things stand; it names no day, so that it changes when they do.
  static func today(said: String) -> TimelineEntry {
    var entry = TimelineEntry(when: "today", lead: "As things stand")
    entry.said = ": \(said)"
    entry.isToday = true
    return entry
  }
}
