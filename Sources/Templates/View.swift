public import HTML

/// A view declared once: its names, their meaning, and how a model fills them.
///
/// ```swift
/// static let view = View<Area>(
///   "AreaPage", "One area.",
///   [
///     .text("title", "The area's name.") { $0.title },
///     .list("judgements", "The latest judgements.", JudgementView.view) { $0.judgements },
///   ])
/// ```
public struct View<Model: Sendable>: Sendable {
  /// One declared name and the code that fills it.
  public struct Field: Sendable {
    @usableFromInline let shape: ViewShape.Field
    @usableFromInline let fill: Fill

    @inlinable init(_ shape: ViewShape.Field, fill: Fill) {
      self.shape = shape
      self.fill = fill
    }
  }

  /// The code that fills one name, as it was declared.
  ///
  /// Not wrapped in one more closure, which would be held and let go for every value.
  @usableFromInline
  enum Fill: Sendable {
    case text(@Sendable (Model) -> String)
    case optionalText(@Sendable (Model) -> String?)
    case html(@Sendable (Model) -> HTMLFragment)
    case number(@Sendable (Model) -> Int?)
    case flag(@Sendable (Model) -> Bool)
    case value(@Sendable (Model) -> ViewValue)

    @inlinable
    func value(of model: Model) -> ViewValue {
      switch self {
      case .text(let fill): .text(fill(model))
      case .optionalText(let fill): fill(model).map(ViewValue.text) ?? .none
      case .html(let fill): .html(fill(model))
      case .number(let fill): fill(model).map(ViewValue.number) ?? .none
      case .flag(let fill): .flag(fill(model))
      case .value(let fill): fill(model)
      }
    }
  }

  /// What templates may name.
  public let shape: ViewShape
  @usableFromInline let fills: [Fill]

  /// Declares a view; every list `x` brings a flag `has-x`, unless the view declares one itself.
  public init(_ name: String, _ documentation: String, _ fields: [Field]) {
    let declared = Set(fields.map(\.shape.name))
    let flags = fields.compactMap(\.shape.flag).filter { !declared.contains($0.name) }
    fills = fields.map(\.fill)
    shape = ViewShape(
      name: name, documentation: documentation, fields: fields.map(\.shape) + flags)
  }

  /// A record that fills a slot from `model` when a template asks for it.
  @inlinable
  public func record(of model: Model) -> ViewRecord { Self.record(of: model, fills) }

  @inlinable
  static func record(
    of model: Model, _ fills: [Fill]
  ) -> ViewRecord {
    ViewRecord(count: fills.count) { slot in fills[slot].value(of: model) }
  }
}

extension View.Field {
  /// Text that is always there.
  @inlinable
  public static func text(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Model) -> String
  ) -> Self {
    Self(.init(name, .text, documentation), fill: .text(value))
  }

  /// Text that may be absent.
  @inlinable
  public static func optionalText(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Model) -> String?
  ) -> Self {
    Self(.init(name, .text, documentation), fill: .optionalText(value))
  }

  /// HTML that the generator made.
  @inlinable
  public static func html(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Model) -> HTMLFragment
  ) -> Self {
    Self(.init(name, .html, documentation), fill: .html(value))
  }

  /// JSON for machines, as UTF-8 text; what could end its `script` element is escaped.
  @inlinable
  public static func json(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Model) -> [UInt8]?
  ) -> Self {
    Self(
      .init(name, .json, documentation),
      fill: .value { value($0).map { .html(HTMLFragment(json: $0)) } ?? .none })
  }

  /// An address that may be absent.
  @inlinable
  public static func address(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Model) -> String?
  ) -> Self {
    Self(.init(name, .address, documentation), fill: .optionalText(value))
  }

  /// A whole number that may be absent.
  @inlinable
  public static func number(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Model) -> Int?
  ) -> Self {
    Self(.init(name, .number, documentation), fill: .number(value))
  }

  /// Yes or no.
  @inlinable
  public static func flag(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Model) -> Bool
  ) -> Self {
    Self(.init(name, .flag, documentation), fill: .flag(value))
  }

  /// A view of its own that may be absent.
  @inlinable
  public static func record<Inner: Sendable>(
    _ name: String, _ documentation: String, _ view: View<Inner>,
    _ value: @escaping @Sendable (Model) -> Inner?
  ) -> Self {
    Self(
      .init(name, .record(view.shape), documentation),
      fill: .value { [fills = view.fills] in
        value($0).map { .record(View<Inner>.record(of: $0, fills)) } ?? .none
      })
  }

  /// Any number of views.
  @inlinable
  public static func list<Inner: Sendable>(
    _ name: String, _ documentation: String, _ view: View<Inner>,
    _ value: @escaping @Sendable (Model) -> [Inner]
  ) -> Self {
    Self(
      .init(name, .list(view.shape), documentation),
      fill: .value { [fills = view.fills] in
        .list(value($0).map { View<Inner>.record(of: $0, fills) })
      })
  }

  /// Any number of texts, each `{{.}}` in its section.
  @inlinable
  public static func texts(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Model) -> [String]
  ) -> Self {
    Self(
      .init(name, .texts, documentation),
      fill: .value { .list(value($0).map { text in ViewRecord(count: 1) { _ in .text(text) } }) })
  }
}
