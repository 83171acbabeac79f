import Inspections

/// A column of a table, or a member of an object in JSON, declared once: its key, its meaning and the
/// code that fills it from a row.
///
/// ```swift
/// DataColumn("paragraph", "The numbered paragraph that says so.") { $0.judgement.paragraph }
/// ```
///
/// What its values are follows from what the code gives; see ``DataFact``.
struct DataColumn<Row: Sendable>: Sendable {
  /// What it holds.
  let field: DataField
  /// The value of a row.
  let fill: @Sendable (Row, SiteContext) -> DataValue
  /// What something is called whose id stands in a row; nil where it holds no ids that have titles.
  private var title: Title?
  /// Whether a register has any use for it; nil where every register has.
  private(set) var isUsed: (@Sendable (Register) -> Bool)?

  /// The same column for registers alone that have a use for it: the files of others stay as they are.
  func only(where isUsed: @escaping @Sendable (Register) -> Bool) -> Self {
    var column = self
    column.isUsed = isUsed
    return column
  }

  /// The same column of rows that have its row in them.
  func of<Outer>(_ inner: @escaping @Sendable (Outer) -> Row) -> DataColumn<Outer> {
    var column = DataColumn<Outer>(field) { row, site in fill(inner(row), site) }
    if let title { column.title = { row, id, register in title(inner(row), id, register) } }
    column.isUsed = isUsed
    return column
  }

  /// What something is called whose id stands in a row; nil where that is not known.
  typealias Title = @Sendable (_ row: Row, _ id: String, Register) -> String?

  private init(
    _ field: DataField, title: Title? = nil,
    fill: @escaping @Sendable (Row, SiteContext) -> DataValue
  ) {
    self.field = field
    self.fill = fill
    self.title = title
  }

  /// Declares a column of facts of a row.
  ///
  /// `table` is the one whose ids they are, where their type does not say so, and `title` what they
  /// are called. A member of an object that is recorded by the same key needs no meaning; see
  /// ``DataField/explained(by:)``.
  init<Fact: DataFact>(
    _ key: String, _ meaning: String = "", of table: String? = nil, title: Title? = nil,
    _ fact: @escaping @Sendable (Row) -> Fact
  ) {
    let link = Fact.link
    var isOne = true
    if case .list = Fact.type { isOne = false }
    var titles = title
    if let link, title == nil { titles = { _, id, register in link.title(id, register) } }
    let field = DataField(
      key, meaning, Fact.type, mayBeAbsent: Fact.mayBeAbsent, mayBeUnknown: Fact.mayBeUnknown,
      of: table ?? (isOne ? link?.table : nil))
    self.init(field, title: titles) { row, _ in fact(row).cell }
  }

  /// Declares a column of facts of a row as they are on the day that the site is built for.
  init<Fact: DataFact>(
    _ key: String, _ meaning: String, asOf fact: @escaping @Sendable (Row, Day) -> Fact
  ) {
    let known = DataColumn(key, meaning) { (_: Row) -> Fact? in nil }
    self.init(known.field, title: known.title) { row, site in fact(row, site.now.day).cell }
  }

  /// Declares the column of whole addresses, by what they are of.
  static func address(
    _ meaning: String, _ target: @escaping @Sendable (Row) -> Target
  ) -> Self {
    Self(DataField("address", meaning, .address)) { row, site in
      .text(site.addresses.absolute(site.addresses.place(of: target(row))))
    }
  }

  /// Declares a column of whole addresses, by their paths from the root of the site.
  static func address(
    _ key: String, _ meaning: String, path: @escaping @Sendable (Row) -> String
  ) -> Self {
    Self(DataField(key, meaning, .address)) { row, site in
      .text(site.addresses.absolute(path(row)))
    }
  }
}

// Members that have members of their own, or are many.
extension DataColumn {
  /// Declares an object that may be absent.
  static func object<Inner: Sendable>(
    _ key: String, _ columns: [DataColumn<Inner>], _ meaning: String = "",
    _ inner: @escaping @Sendable (Row, SiteContext) -> Inner?
  ) -> Self {
    Self(DataField(key, meaning, .object(columns.map(\.field)), mayBeAbsent: true)) { row, site in
      inner(row, site).map { .object(columns.cells(of: $0, in: site)) } ?? .absent
    }
  }

  /// Declares any number of objects, absent where there are none.
  static func objects<Inner: Sendable>(
    _ key: String, _ columns: [DataColumn<Inner>], _ meaning: String = "",
    _ inner: @escaping @Sendable (Row, SiteContext) -> [Inner]
  ) -> Self {
    Self(DataField(key, meaning, .objects(columns.map(\.field)), mayBeAbsent: true)) { row, site in
      .objects(inner(row, site), columns, in: site)
    }
  }

  /// Declares any number of objects that may be recorded as not known.
  static func knownObjects<Inner: Sendable>(
    _ key: String, _ columns: [DataColumn<Inner>], _ meaning: String = "",
    _ inner: @escaping @Sendable (Row, SiteContext) -> Known<[Inner]>?
  ) -> Self {
    Self(
      DataField(
        key, meaning, .objects(columns.map(\.field)), mayBeAbsent: true, mayBeUnknown: true)
    ) { row, site in
      switch inner(row, site) {
      case .known(let rows): .objects(rows, columns, in: site)
      case .unknown: .unknown
      case nil: .absent
      }
    }
  }

  /// Declares numbers by the names of what they count, absent where there are none.
  static func counts(
    _ key: String, _ meaning: String = "", _ counts: @escaping @Sendable (Row) -> [(String, Int)]
  ) -> Self {
    Self(DataField(key, meaning, .counts, mayBeAbsent: true)) { row, _ in
      let cells = counts(row).map { DataCell(key: $0, value: .integer($1)) }
      return cells.isEmpty ? .absent : .object(cells)
    }
  }
}

extension DataValue {
  fileprivate static func objects<Row>(
    _ rows: [Row], _ columns: [DataColumn<Row>], in site: SiteContext
  ) -> Self {
    rows.isEmpty ? .absent : .list(rows.map { .object(columns.cells(of: $0, in: site)) })
  }
}

extension DataColumn {
  /// The column and, where it holds ids that have titles, the column of the titles.
  var titled: [DataColumn] {
    guard let title else { return [self] }
    var titles = [
      self,
      DataColumn(DataField("\(field.key) (title)", field.meaning, field.type)) { row, site in
        fill(row, site).mapTexts { title(row, $0, site.register) ?? $0 }
      },
    ]
    titles[1].isUsed = isUsed
    return titles
  }
}

extension Array {
  /// A row, cell by cell.
  func cells<Row>(of row: Row, in site: SiteContext) -> [DataCell]
  where Element == DataColumn<Row> {
    map { DataCell(key: $0.field.key, value: $0.fill(row, site)) }
  }
}
