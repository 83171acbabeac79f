import Diagnostics
import Inspections
import Site

extension DueBuilds {
  /// The moments for people, a line each.
  public var text: String {
    guard !builds.isEmpty else { return "until \(until) nothing falls due\n" }
    return builds.map { build in
      "\(build.instant)  \(build.reasons.map(\.words).joined(separator: "; "))\n"
    }.joined()
  }

  /// The moments for programs.
  public var json: [UInt8] {
    var json = JSONBuffer()
    json.object { file in
      file.member("version", "1.0")
      file.member("now", now.description)
      file.member("until", until.description)
      if let next = builds.first { file.member("next", next.instant.description) }
      file.key("builds")
      file.array { list in
        for build in builds {
          list.object { entry in
            entry.member("at", build.instant.description)
            entry.key("reasons")
            entry.array { reasons in
              for reason in build.reasons {
                reasons.object { member in
                  member.member("kind", reason.name)
                  if let path = reason.path { member.member("path", path) }
                }
              }
            }
          }
        }
      }
    }
    json.newLine()
    return json.bytes
  }

  /// The moments as a calendar.
  ///
  /// Source: RFC 5545.
  public var calendar: [UInt8] {
    var calendar = CalendarBuffer()
    calendar.line("BEGIN", "VCALENDAR")
    calendar.line("VERSION", "2.0")
    calendar.line("PRODID", "-//findings//builds//EN")
    for build in builds {
      let moment = build.instant.compact
      calendar.line("BEGIN", "VEVENT")
      calendar.text("UID", "build-\(moment)-\(address)")
      calendar.line("DTSTAMP", now.compact)
      calendar.line("DTSTART", moment)
      calendar.text("SUMMARY", "Build the site")
      calendar.text("DESCRIPTION", build.reasons.map(\.words).joined(separator: "\n"))
      calendar.line("TRANSP", "TRANSPARENT")
      calendar.line("END", "VEVENT")
    }
    calendar.line("END", "VCALENDAR")
    return calendar.bytes
  }
}

extension Instant {
  /// The instant as iCalendar writes it: `20261201T093000Z`.
  fileprivate var compact: String { description.filter { $0 != "-" && $0 != ":" } }
}
