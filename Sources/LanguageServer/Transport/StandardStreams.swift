import Dispatch
public import Publisher

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Serves an editor on standard input and output until it asks for the end, closes the input or is gone.
///
/// - Parameters:
///   - request: the project.
///   - takesRoot: whether the editor's folder is the project's, and not the one of the request.
/// - Returns: the code for the program to end with: 0 where the editor ended the session in order, else 1.
public func serveLanguage(_ request: BuildRequest, takesRoot: Bool) async -> Int32 {
  // Whoever closes the other end is told by an error, and does not end the program.
  signal(SIGPIPE, SIG_IGN)
  let (input, patience) = standardInput()
  let session = LanguageSession(request, takesRoot: takesRoot) { message in
    // When nobody reads any more, the input ends, too.
    try? Disk.write(message, to: .output)
  }
  let watch = Task { await endWithClient(of: session) }
  defer { watch.cancel() }
  var framer = MessageFramer()
  for await bytes in input {
    for piece in framer.add(bytes) {
      if let code = await session.receive(piece) { return code }
    }
    patience.signal()
  }
  await session.end()
  return 1
}

/// What arrives on standard input, read by a thread of its own, no more than some pieces ahead.
private func standardInput() -> (pieces: AsyncStream<[UInt8]>, patience: DispatchSemaphore) {
  let patience = DispatchSemaphore(value: 64)
  let pieces = AsyncStream<[UInt8]> { continuation in
    DispatchQueue(label: "standard input").async {
      while let bytes = try? Disk.nextInput(), !bytes.isEmpty {
        continuation.yield(bytes)
        patience.wait()
      }
      continuation.finish()
    }
  }
  return (pieces, patience)
}

/// Ends the program when the process of the client is gone, for one that crashed closes nothing that it
/// shares with others.
///
/// One that was never seen runs where its number means nothing here, as outside of a
/// container.
private func endWithClient(of session: LanguageSession) async {
  var wasSeen = false
  while (try? await Task.sleep(for: .seconds(wasSeen ? 2 : 0.2))) != nil {
    guard let process = await session.clientProcess, process > 0 else { continue }
    let isGone = kill(process, 0) != 0 && errno == ESRCH
    if isGone, wasSeen { exit(1) }
    if !isGone { wasSeen = true }
  }
}
