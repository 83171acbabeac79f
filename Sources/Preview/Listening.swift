import FlyingSocks

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A port that cannot be listened on.
public struct PortError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The first port that was tried.
  public let port: UInt16
  /// What is the matter with it, in words that follow the number.
  public let reason: String

  /// The port, the reason and what to do.
  public var description: String {
    "port \(port) \(reason)\n  = help: choose another with --port"
  }
}

/// The addresses of this machine at which the preview listens.
enum Listening {
  static func ipv4(_ port: UInt16) throws -> sockaddr_in {
    try .inet(ip4: "127.0.0.1", port: port)
  }

  static func ipv6(_ port: UInt16) -> sockaddr_in6 {
    .loopback(port: port)
  }

  /// Whether the machine has `::1`; containers often do without.
  static var hasIPv6: Bool { (try? bind(ipv6(0))) != nil }

  /// Whether a text is an address to listen on.
  static func isAddress(_ host: String) -> Bool {
    (try? addresses(host, 0)) != nil
  }

  /// The address of a host at a port; of none, those that only this machine can reach.
  private static func addresses(_ host: String?, _ port: UInt16) throws -> [any SocketAddress] {
    guard let host else {
      let first: [any SocketAddress] = [try ipv4(port)]
      return hasIPv6 ? first + [ipv6(port)] : first
    }
    guard host.contains(":") else { return [try sockaddr_in.inet(ip4: host, port: port)] }
    return [try sockaddr_in6.inet6(ip6: host, port: port)]
  }

  /// The first port from `first` on, with `spareRange` more to try, that nobody listens on.
  ///
  /// It is free on each address, so that `localhost` means this preview however the browser looks
  /// it up. Port 0 gives any that is free.
  static func freePort(
    _ first: UInt16, on host: String? = nil, spareRange: UInt16
  ) throws(PortError) -> UInt16 {
    let last = UInt16(clamping: Int(first) + Int(spareRange))
    for candidate in first...last {
      do {
        var port = first == 0 ? 0 : candidate
        for index in try addresses(host, port).indices {
          port = try bind(try addresses(host, port)[index])
        }
        return port
      } catch SocketError.failed(_, EADDRINUSE, _) {
        continue
      } catch SocketError.failed(_, EACCES, _) {
        throw PortError(port: candidate, reason: "is kept for the system")
      } catch {
        throw PortError(port: candidate, reason: "cannot be listened on")
      }
    }
    throw PortError(
      port: first, reason: first == last ? "is taken" : "and those up to \(last) are taken")
  }

  /// A socket that listens at each address of a port.
  static func listen(_ port: UInt16, on host: String? = nil) throws(PortError) -> [Socket] {
    do {
      let sockets = try addresses(host, port).map { try bound(to: $0) }
      for socket in sockets { try socket.listen() }
      return sockets
    } catch {
      throw PortError(port: port, reason: "cannot be listened on")
    }
  }

  /// A socket that has an address, also where a preview that just ended had it.
  private static func bound(to address: some SocketAddress) throws -> Socket {
    let socket = try Socket(domain: Int32(type(of: address).family))
    do {
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: address)
      return socket
    } catch {
      try? socket.close()
      throw error
    }
  }

  /// Takes an address and lets it go again: the port it had.
  @discardableResult
  private static func bind(_ address: some SocketAddress) throws -> UInt16 {
    let socket = try bound(to: address)
    defer { try? socket.close() }
    switch try socket.sockname() {
    case .ip4(_, let port), .ip6(_, let port): return port
    case .unix: return 0
    }
  }
}
