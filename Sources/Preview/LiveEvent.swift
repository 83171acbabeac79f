import Diagnostics

/// What a page is told of a change, as a server-sent event.
struct LiveEvent {
  /// The event as it is sent.
  let bytes: [UInt8]

  /// A change as a page needs to know of it; `isChanged` where the page itself is another one now.
  init(_ change: LiveChange, isChanged: Bool, basePath: String) {
    var json = JSONBuffer()
    json.object { json in
      json.member("version", change.snapshot.version)
      json.key("changed")
      json.flag(isChanged)
      json.member("notes", String(change.snapshot.notes.number))
      if let target = change.target { json.member("target", basePath + target) }
      json.key("styles")
      json.array { json in
        for style in change.styles {
          json.array { json in
            json.string(basePath + style.old)
            json.string(basePath + style.new)
            json.string(style.integrity)
          }
        }
      }
    }
    // After the preview was started again, pages find it within half a second.
    bytes = Array("retry: 500\ndata: ".utf8) + json.bytes + Array("\n\n".utf8)
  }
}
