import Diagnostics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The id by which a request and its answer belong together.
enum RequestID: Sendable, Hashable, Decodable {
  case number(Int)
  case text(String)

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let number = try? value.decode(Int.self) {
      self = .number(number)
    } else {
      self = .text(try value.decode(String.self))
    }
  }

  var json: OrderedJSON {
    switch self {
    case .number(let number): .number(number)
    case .text(let text): .string(text)
    }
  }
}

/// What of a message says which it is: a request has an id and a method, a notification a method, and an
/// answer an id.
struct Envelope: Sendable, Decodable {
  /// The id; nil for a notification.
  let id: RequestID?
  /// What is asked for or told; nil for an answer.
  let method: String?
}

/// The parameters of a message.
struct Parameters<Value: Decodable>: Decodable {
  /// What the message brings.
  let params: Value
}

/// Why a request has no result.
struct ResponseError: Error, Hashable {
  /// The errors of the protocol that this server gives.
  enum Code: Int {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case internalError = -32603
    case serverNotInitialized = -32002
    case requestFailed = -32803
    case contentModified = -32801
    case requestCancelled = -32800
  }

  /// Which error it is.
  let code: Code
  /// What is wrong, for people.
  let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  static let cancelled = ResponseError(.requestCancelled, "the request was cancelled")
  static let outdated = ResponseError(.contentModified, "the document changed meanwhile")
}

/// Messages to the client, as bytes with their heads.
enum Message {
  static func response(to id: RequestID?, _ result: OrderedJSON) -> [UInt8] {
    framed(
      .object([("jsonrpc", .string("2.0")), ("id", id?.json ?? .null), ("result", result)]))
  }

  static func response(to id: RequestID?, _ error: ResponseError) -> [UInt8] {
    let words: OrderedJSON = .object([
      ("code", .number(error.code.rawValue)), ("message", .string(error.message)),
    ])
    return framed(
      .object([("jsonrpc", .string("2.0")), ("id", id?.json ?? .null), ("error", words)]))
  }

  static func notification(_ method: String, _ parameters: OrderedJSON) -> [UInt8] {
    framed(
      .object([
        ("jsonrpc", .string("2.0")), ("method", .string(method)), ("params", parameters),
      ]))
  }

  static func request(_ id: RequestID, _ method: String, _ parameters: OrderedJSON) -> [UInt8] {
    framed(
      .object([
        ("jsonrpc", .string("2.0")), ("id", id.json), ("method", .string(method)),
        ("params", parameters),
      ]))
  }

  private static func framed(_ content: OrderedJSON) -> [UInt8] {
    let bytes = content.encoded(isIndented: false)
    return Array("Content-Length: \(bytes.count)\r\n\r\n".utf8) + bytes
  }
}

/// The parameters of a message, as the value that its method asks for.
///
/// - Throws: `invalidParams` where they are not what they should be.
func parameters<Value: Decodable>(
  _: Value.Type, of message: [UInt8]
) throws(ResponseError) -> Value {
  do {
    return try JSONDecoder().decode(Parameters<Value>.self, from: Data(message)).params
  } catch {
    throw ResponseError(.invalidParams, "the parameters are not those of the method: \(error)")
  }
}
