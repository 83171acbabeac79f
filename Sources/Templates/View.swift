public import HTML

/// A view declared once: its names, their meaning, and how a model fills them.
///
/// ```swift
/// static let view = View<Area>("AreaPage", "One area.") {
///   [.text("title", "The area's name.") { $0.title },
///    .list("judgements", "The latest judgements.", JudgementView.view) { $0.judgements }]
/// }
/// ```
public struct View<Model: Sendable>: Sendable {
  /// One declared name and the code that fills it.
  public struct Field: Sendable {
    @usableFromInline let shape: ViewShape.Field
    @usableFromInline let fill: @Sendable (Model) -> ViewValue

    @usableFromInline init(_ shape: ViewShape.Field, fill: @escaping @Sendable (Model) -> ViewValue)
    {
      self.shape = shape
      self.fill = fill
    }
  }

  /// What templates may name.
  public let shape: ViewShape
  @usableFromInline let fills: [@Sendable (Model) -> ViewValue]

  /// Declares a view.
  public init(_ name: String, _ documentation: String, _ fields: [Field]) {
    fills = fields.map(\.fill)
    shape = ViewShape(name: name, documentation: documentation, fields: fields.map(\.shape))
  }

  /// A record that fills a slot from `model` when a template asks for it.
  @inlinable
  public func record(of model: Model) -> ViewRecord {
    ViewRecord(count: fills.count) { [fills] slot in fills[slot](model) }
  }
}

extension View.Field {
  /// Text that is always there.
  @inlinable
  public static func text(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Model) -> String
  ) -> Self {
    Self(.init(name, .text, documentation)) { .text(value($0)) }
  }

  /// Text that may be absent.
  @inlinable
  public static func optionalText(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Model) -> String?
  ) -> Self {
    Self(.init(name, .text, documentation)) { value($0).map(ViewValue.text) ?? .none }
  }

  /// HTML that the generator made.
  @inlinable
  public static func html(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Model) -> HTMLFragment
  ) -> Self {
    Self(.init(name, .html, documentation)) { .html(value($0)) }
  }

  /// JSON for machines, as UTF-8 text; what could end its `script` element is escaped.
  @inlinable
  public static func json(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Model) -> [UInt8]?
  ) -> Self {
    Self(.init(name, .json, documentation)) {
      value($0).map { .html(HTMLFragment(json: $0)) } ?? .none
    }
  }

  /// An address that may be absent.
  @inlinable
  public static func address(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Model) -> String?
  ) -> Self {
    Self(.init(name, .address, documentation)) { value($0).map(ViewValue.text) ?? .none }
  }

  /// A whole number that may be absent.
  @inlinable
  public static func number(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Model) -> Int?
  ) -> Self {
    Self(.init(name, .number, documentation)) { value($0).map(ViewValue.number) ?? .none }
  }

  /// Yes or no.
  @inlinable
  public static func flag(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Model) -> Bool
  ) -> Self {
    Self(.init(name, .flag, documentation)) { .flag(value($0)) }
  }

  /// A view of its own that may be absent.
  @inlinable
  public static func record<Inner: Sendable>(
    _ name: String, _ documentation: String, _ view: View<Inner>,
    _ value: @escaping @Sendable (Model) -> Inner?
  ) -> Self {
    Self(.init(name, .record(view.shape), documentation)) {
      value($0).map { .record(view.record(of: $0)) } ?? .none
    }
  }

  /// Any number of views.
  @inlinable
  public static func list<Inner: Sendable>(
    _ name: String, _ documentation: String, _ view: View<Inner>,
    _ value: @escaping @Sendable (Model) -> [Inner]
  ) -> Self {
    Self(.init(name, .list(view.shape), documentation)) {
      .list(value($0).map(view.record(of:)))
    }
  }

  /// Any number of texts, each `{{.}}` in its section.
  @inlinable
  public static func texts(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Model) -> [String]
  ) -> Self {
    Self(.init(name, .texts, documentation)) {
      .list(value($0).map { ViewRecord(slots: [.text($0)]) })
    }
  }
}
