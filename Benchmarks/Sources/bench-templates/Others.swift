import Mustache
import Stencil

extension Page {
  /// The data as the other two engines take it: dictionaries, for they are slower with structures.
  private var dictionary: [String: Any] {
    var dictionary: [String: Any] = [:]
    for (name, value) in values {
      dictionary[name] = value
    }
    for (name, rows) in lists {
      dictionary[name] = rows.map { Dictionary(uniqueKeysWithValues: $0.map { ($0, $1) }) }
    }
    dictionary["body"] = html
    return dictionary
  }

  /// Rendering with swift-mustache, the template parsed before.
  func renderingWithMustache() throws -> () -> String {
    let template = try MustacheTemplate(string: mustache)
    let dictionary = dictionary
    return { template.render(dictionary) }
  }

  /// Rendering with Stencil, which parses the template's tokens anew each time and escapes nothing.
  func renderingWithStencil() throws -> () throws -> String {
    let template = Template(templateString: stencil, environment: Environment())
    let dictionary = dictionary
    return { try template.render(dictionary) }
  }
}
