/// Signatures of lists of publications, made and checked by `ssh-keygen`.
///
/// Source: ssh-keygen(1), `-Y sign` and `-Y verify`.
public enum Signature {
  /// What the signatures are for; one made for something else does not count.
  static let namespace = "findings-manifest"

  /// Signs a file with a key that is there already; the signature is beside it, with `.sig` at its end.
  ///
  /// - Throws: ``EnvironmentError`` where the key cannot be used; one with a passphrase must be held by an agent.
  static func sign(_ path: String, with key: String) throws(EnvironmentError) {
    let ending = try program().run(
      ["-Y", "sign", "-f", try Disk.realPath(key), "-n", namespace, try Disk.realPath(path)],
      limit: .seconds(60))
    try ending.check(key, "could not sign")
  }

  /// Holds the list of a site, in a folder or public, against its signature.
  ///
  /// `signers` is a file of those who may sign, in the form of `ssh-keygen`; `identity` is the one who should have.
  ///
  /// - Returns: what `ssh-keygen` says where that is not so; nil where it is.
  /// - Throws: ``EnvironmentError`` where the list, its signature or the file of signers cannot be read.
  public static func refusal(
    of place: String, signers: String, identity: String
  ) throws(EnvironmentError) -> String? {
    let folder = try Disk.makeTemporaryFolder()
    defer { try? Disk.removeTree(folder) }
    let names = [PublishedSite.name, PublishedSite.signatureName]
    for name in names {
      let isOutside = place.hasPrefix("http://") || place.hasPrefix("https://")
      let path = place.hasSuffix("/") ? place + name : "\(place)/\(name)"
      try Disk.put(
        "\(folder)/\(name)", isOutside ? try WebFetch().bytes(at: path) : Disk.read(path))
    }
    guard let shell = HelperProgram.find("sh", on: HelperProgram.searchPath) else {
      throw EnvironmentError("sh", "is not installed")
    }
    // The program takes what was signed from its standard input, which a shell turns to the file.
    let ending = try shell.run(
      [
        "-c", "file=$1; shift; exec \"$@\" <\"$file\"", "sh", "\(folder)/\(names[0])",
        try program().path, "-Y", "verify", "-f", try Disk.realPath(signers), "-I", identity, "-n",
        namespace, "-s", "\(folder)/\(names[1])",
      ], limit: .seconds(60))
    switch ending {
    case .success: return nil
    case .failure(let words): return words
    case .timeout: throw EnvironmentError(place, "could not be held against its signature in time")
    }
  }

  private static func program() throws(EnvironmentError) -> HelperProgram {
    guard let program = HelperProgram.find("ssh-keygen", on: HelperProgram.searchPath) else {
      throw EnvironmentError("ssh-keygen", "is not installed, and makes and checks signatures")
    }
    return program
  }
}

extension HelperProgram.Ending {
  /// Fails where the program did, with what it said.
  func check(_ path: String, _ reason: String) throws(EnvironmentError) {
    switch self {
    case .success: return
    case .failure(let words): throw EnvironmentError(path, "\(reason): \(words)")
    case .timeout: throw EnvironmentError(path, "\(reason) in time")
    }
  }
}
