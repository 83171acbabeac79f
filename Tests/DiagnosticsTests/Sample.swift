import Diagnostics

/// One set of diagnostics that uses everything a diagnostic can have, for every format.
enum Sample {
  static let grade = Check(
    "unknown-grade", .references, .error, summary: "A grade is one of its framework's scale.",
    explanation: "Grades stand in the framework's file.\n\nWrite one of them.")
  static let sum = Check(
    "distribution-sum", .figures, .warning, summary: "A distribution adds up to its size.",
    explanation: "Add the figures.")
  static let lag = Check(
    "publication-lag", .dates, .notice, summary: "A report is published in time.",
    explanation: "Count the days.")
  static let unused = Check(
    "never-met", .structure, .error, summary: "A rule that this run did not break.",
    explanation: "It is in the catalogue all the same.")
  static let catalogue = [grade, sum, lag, unused]

  static let report = SourceText(
    path: "content/reports/far south-west, 2009.md",
    text: """
      \u{FEFF}---
      title: "Far South West: “café” 東京"
      framework: ofsted-cafcass-2009
      samples:
        - id: private
          size: 33
      \t  grades: {good: 1, adequate: 7,
            inadequate: 24}
      overall: outstandin
      published: 2009-02
      ---
      東京 e\u{301}t\u{301} 👩‍👩‍👧 here

      """)
  static let framework = SourceText(
    path: "content/frameworks/ofsted-cafcass-2009.md",
    text: "---\r\ntitle: Round\r\ngrades:\r\n  - {id: outstanding}\r\n---\r\n")
  static let long = SourceText(
    path: "content/reports/long.md",
    text: String(repeating: "word ", count: 60) + "HERE" + String(repeating: " more", count: 60)
      + "\n\u{1B}[31m and \u{202E}red\n")

  static func source(_ file: SourceFile) -> SourceText? {
    [report, framework, long].first { $0.file == file }
  }

  /// Where `words` first stand in a text.
  static func span(_ words: String, in text: SourceText) -> Span {
    let needle = Array(words.utf8)
    let start = text.bytes.indices.first { text.bytes[$0...].starts(with: needle) } ?? 0
    return Span(text.file, start..<start + needle.count)
  }

  static let diagnostics: [Diagnostic] = [
    Diagnostic(
      sum, "'grades' adds up to 32, not to 33",
      at: .init(span("grades: {good: 1, adequate: 7,\n      inadequate: 24}", in: report), "32"),
      secondary: [.init(span("33", in: report), "the size")],
      notes: ["1 + 7 + 24 = 32"], subject: .field("samples.private.grades")),
    Diagnostic(
      grade, "'outstandin' is not a grade of framework 'ofsted-cafcass-2009'",
      at: .init(span("outstandin", in: report), "not in the scale"),
      secondary: [
        .init(span("outstanding", in: framework), "the nearest grade"),
        .init(span("ofsted-cafcass-2009", in: report), "the framework"),
      ], notes: ["grades are outstanding"], help: "did you mean 'outstanding'?",
      fix: .init(span("outstandin", in: report), replacement: "outstanding"),
      subject: .field("overall")),
    Diagnostic(
      lag, level: .warning, "'2009-02' is late: 100% of the time, and more",
      at: .init(span("2009-02", in: report)), notes: ["two lines\nin one note"]),
    Diagnostic(
      lag, "wide 'letters'", at: .init(span("t\u{301} 👩‍👩‍👧 h", in: report), "cafés 東"),
      subject: .paragraph(48)),
    Diagnostic(
      lag, "the whole front matter", at: .init(Span(report.file, 3..<report.bytes.count - 20))),
    Diagnostic(
      grade, "'HERE' is far to the right", at: .init(span("HERE", in: long), "far"),
      secondary: [.init(Span(long.file, 0..<4), "the start")]),
    Diagnostic(
      grade, "'\u{1B}[31m' steers a terminal", at: .init(span("\u{1B}[31m", in: long), "red?"),
      secondary: [.init(span("red", in: long), "turned")]),
    Diagnostic(
      grade, "a file that cannot be shown",
      at: .init(Span(SourceFile(path: "content/photo.jpg"), 12..<16), "here"),
      fix: .init(Span(SourceFile(path: "content/photo.jpg"), 12..<16), replacement: "x")),
    Diagnostic(
      grade, "an empty place", at: .init(Span(framework.file, 5..<5), "a title is due here")),
    Diagnostic(
      grade, "an empty place", at: .init(Span(framework.file, 5..<5), "a title is due here")),
  ]
}
