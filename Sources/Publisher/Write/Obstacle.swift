/// Why a site cannot change places with the one before it in one step.
///
/// Its files are then put in place one by one, and whoever looks meanwhile sees pages of both.
public enum Obstacle: Sendable, Hashable {
  /// The user wants the folder itself to stay.
  case asked
  /// The folder is a mount.
  case mounted
  /// Something is mounted inside it, at this path.
  case mountInside(String)
  /// Another mount shows it or a part of it, at this path, and would go on showing the old folder.
  case shownElsewhere(String)
  /// The system does not tell what is mounted.
  case mountsUnknown
  /// Nothing can be made in the folder above it.
  case parent
  /// What lies at this path in it belongs to another user, and could only be copied.
  case owner(String)
  /// The system does not let the two folders change places.
  case refused
  /// The file system exchanges nothing: the old folder goes aside and the new one comes after it.
  case noExchange

  /// The obstacle in words that follow 'for'.
  public var words: String {
    switch self {
    case .asked: "the folder itself was to stay"
    case .mounted: "the folder is a mount"
    case .mountInside(let path): "something is mounted at '\(path)'"
    case .shownElsewhere(let path): "it is also shown at '\(path)'"
    case .mountsUnknown: "this system does not tell what is mounted in it"
    case .parent: "the folder above it cannot be written"
    case .owner(let path): "'\(path)' in it belongs to another user"
    case .refused: "the system does not let it change places"
    case .noExchange: "its file system cannot exchange folders"
    }
  }
}

extension OutputFolder {
  /// What stands in the way of one step, as far as the folder itself and what is mounted tell.
  func obstacle(keepsFolder: Bool) -> Obstacle? {
    guard status != nil else { return nil }
    guard let mounts = Mounts.read() else { return .mountsUnknown }
    if mounts.isPoint(location) { return .mounted }
    if !Disk.isWritable(parent) { return .parent }
    if keepsFolder { return .asked }
    if let point = mounts.point(inside: location) { return .mountInside(point) }
    return mounts.point(showing: location).map { .shownElsewhere($0) }
  }
}
