/// A place that rsync reaches: over ssh, as a module of a daemon, or on this machine.
struct RsyncTarget: DeployTarget {
  private let place: String
  private let program: HelperProgram

  /// - Throws: ``EnvironmentError`` where rsync is not installed.
  init(_ place: String) throws(EnvironmentError) {
    self.place = place.hasSuffix("/") ? place : place + "/"
    program = try .installed("rsync", passing: ["SSH_AUTH_SOCK", "RSYNC_"])
  }

  func fetch(_ names: [String], to folder: String) throws(EnvironmentError) {
    let wanted = names.map { "--include=/\($0)" }
    try run(["--recursive"] + wanted + ["--exclude=*", "--", place, folder + "/"])
  }

  func send(
    _ paths: [String], from folder: String, caching: DeployPlan.Caching
  ) throws(EnvironmentError) {
    try withList(of: paths) { list throws(EnvironmentError) in
      try run(["--checksum", "--files-from=\(list)", "--from0", "--", folder + "/", place])
    }
  }

  func remove(_ paths: [String]) throws(EnvironmentError) {
    let empty = try Disk.makeTemporaryFolder()
    defer { try? Disk.removeTree(empty) }
    // What is to go is missing from a folder that has the folders above it.
    for above in Set(paths.compactMap(Disk.parent(of:))) {
      try Disk.makeFolders("\(empty)/\(above)")
    }
    try withList(of: paths) { list throws(EnvironmentError) in
      try run([
        "--delete-missing-args", "--files-from=\(list)", "--from0", "--",
        empty + "/",
        place,
      ])
    }
  }

  private func run(_ words: [String]) throws(EnvironmentError) {
    try program.run(words, limit: mostTime).check(place, "could not be reached by rsync")
  }
}

/// A place that rclone reaches, such as object storage.
struct RcloneTarget: DeployTarget {
  private let place: String
  private let program: HelperProgram

  /// - Throws: ``EnvironmentError`` where rclone is not installed.
  init(_ place: String) throws(EnvironmentError) {
    self.place = place
    program = try .installed("rclone", passing: ["RCLONE_", "AWS_", "SSH_AUTH_SOCK"])
  }

  func fetch(_ names: [String], to folder: String) throws(EnvironmentError) {
    try withList(of: names, end: "\n") { list throws(EnvironmentError) in
      try run(["copy", "--no-traverse", "--files-from-raw=\(list)", "--", place, folder])
    }
  }

  func send(
    _ paths: [String], from folder: String, caching: DeployPlan.Caching
  ) throws(EnvironmentError) {
    try withList(of: paths, end: "\n") { list throws(EnvironmentError) in
      try run([
        "copy", "--no-traverse", "--checksum", "--files-from-raw=\(list)",
        "--header-upload=Cache-Control: \(caching.rawValue)", "--", folder, place,
      ])
    }
  }

  func remove(_ paths: [String]) throws(EnvironmentError) {
    try withList(of: paths, end: "\n") { list throws(EnvironmentError) in
      try run(["delete", "--files-from-raw=\(list)", "--", place])
    }
  }

  private func run(_ words: [String]) throws(EnvironmentError) {
    try program.run(words, limit: mostTime).check(place, "could not be reached by rclone")
  }
}

/// How long a program may be at work on one step.
private let mostTime: Duration = .seconds(6 * 3_600)

/// Lends paths as a file, each with an end after it.
private func withList(
  of paths: [String], end: String = "\0", _ work: (String) throws(EnvironmentError) -> Void
) throws(EnvironmentError) {
  let folder = try Disk.makeTemporaryFolder()
  defer { try? Disk.removeTree(folder) }
  try Disk.put("\(folder)/list", Array(paths.map { $0 + end }.joined().utf8))
  try work("\(folder)/list")
}

extension HelperProgram {
  /// A program that is needed, and the variables that it is told of.
  fileprivate static func installed(
    _ name: String, passing variables: [String]
  ) throws(EnvironmentError) -> HelperProgram {
    guard var program = find(name, on: searchPath) else {
      throw EnvironmentError(name, "is not installed, and reaches that place")
    }
    program.passes = variables
    return program
  }
}
