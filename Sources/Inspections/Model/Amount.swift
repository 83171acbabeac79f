import CommonMark
import Diagnostics

/// The id of a priority within its framework.
public typealias PriorityID = ID<Priority>
/// The id of a kind of amount within its framework.
public typealias AmountKindID = ID<AmountKind>

/// How urgent a framework's recommendations can be.
public final class Priority: Sendable {
  /// Its name in reports' front matter.
  public let id: Located<PriorityID>
  /// The words in public.
  public let title: String
  /// What it stands for.
  public let meaning: InlineText?

  static let schema = RecordSchema(
    "priority", "How urgent a framework's recommendations can be.", Priority.init(_:))

  init?(_ fields: inout Decoding) {
    let id = fields.required(
      "id", ValueType<PriorityID>.name("a name for the priority"), "Its name in reports.")
    let title = fields.required("title", Values.text, "The words in public.")
    meaning = fields.optional("meaning", Values.inline, "What it stands for.")?.value
    guard let id, let title else { return nil }
    self.id = id
    self.title = title.value
  }
}

/// What a framework's reports put sums of money to.
public final class AmountKind: Sendable {
  /// Its name in reports' front matter.
  public let id: Located<AmountKindID>
  /// The words in public.
  public let title: String

  static let schema = RecordSchema(
    "kind of amount", "What a framework's reports put sums of money to.", AmountKind.init(_:))

  init?(_ fields: inout Decoding) {
    let id = fields.required(
      "id", ValueType<AmountKindID>.name("a name for the kind"), "Its name in reports.")
    let title = fields.required("title", Values.text, "The words in public.")
    guard let id, let title else { return nil }
    self.id = id
    self.title = title.value
  }
}

/// A sum of money that a recommendation is about.
public struct Amount: Sendable {
  /// What it is put to.
  public let kind: Located<AmountKindID>
  /// How much, in its currency.
  public let value: Money
  /// A remark on it.
  public let note: InlineText?

  static let schema = RecordSchema(
    "amount", "A sum of money that a recommendation is about.", Amount.init(_:))

  init?(_ fields: inout Decoding) {
    let kind = fields.required("kind", Values.amountKind, "What it is put to.")
    let value = fields.required("value", Values.money, "How much, in digits without signs.")
    let currency = fields.required("currency", Values.formed(.currency), "Its currency.")
    note = fields.optional("note", Values.inline, "A remark on it.")?.value
    guard let kind, let value, let currency else { return nil }
    self.kind = kind
    self.value = Money(thousandths: value.value, currency: currency.value)
  }
}

/// Money of one currency; two currencies are never added.
public struct Money: Sendable, Hashable {
  /// How many thousandths of the unit, the smallest part that any currency has.
  public let thousandths: Int
  /// The code of the currency, `USD`.
  public let currency: String

  /// How much, in units.
  public var number: Double { Double(thousandths) / 1000 }

  /// A number of thousandths of a currency.
  public init(thousandths: Int, currency: String) {
    self.thousandths = thousandths
    self.currency = currency
  }
}

/// The sum of amounts of one kind and currency.
public struct AmountSum: Sendable {
  /// What they are put to.
  public let kind: AmountKindID
  /// The framework that says so.
  public let framework: FrameworkID?
  /// How much they are together.
  public let value: Money
  /// Of how many recommendations.
  public let count: Int

  /// The sums of what some recommendations are about, by framework, kind and currency, in the order in
  /// which these come; of one currency and kind each, for others are never added.
  public static func all(of histories: [RecommendationHistory]) -> [AmountSum] {
    all(of: histories.lazy.map { ($0.report, $0.recommendation) })
  }

  /// The sums of what a report asks for.
  public static func all(of report: Report) -> [AmountSum] {
    all(of: report.recommendations.lazy.map { (report, $0) })
  }

  private struct Key: Hashable {
    let framework: FrameworkID?
    let kind: AmountKindID
    let currency: String
  }

  private static func all(
    of asked: some Sequence<(report: Report, recommendation: Recommendation)>
  ) -> [AmountSum] {
    var order: [Key] = []
    var sums: [Key: (thousandths: Int, count: Int)] = [:]
    for (report, recommendation) in asked where !recommendation.amounts.isEmpty {
      let framework = report.framework.known()
      for amount in recommendation.amounts {
        let key = Key(
          framework: framework, kind: amount.kind.value, currency: amount.value.currency)
        if sums[key] == nil { order.append(key) }
        let before = sums[key] ?? (0, 0)
        let (sum, isTooMuch) = before.thousandths.addingReportingOverflow(amount.value.thousandths)
        sums[key] = (isTooMuch ? .max : sum, before.count + 1)
      }
    }
    return order.map { key in
      let sum = sums[key] ?? (0, 0)
      return AmountSum(
        kind: key.kind, framework: key.framework,
        value: Money(thousandths: sum.thousandths, currency: key.currency), count: sum.count)
    }
  }
}

extension Values {
  /// A priority of the report's framework.
  static let priority = ValueType<PriorityID>.name(DefinedWords.priority)
  /// A kind of amount of the report's framework.
  static let amountKind = ValueType<AmountKindID>.name(DefinedWords.amountKind)

  /// An amount of money, in thousandths of its unit.
  static let money = ValueType<Int>.scalar(.money) { text in
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...12).contains(parts[0].utf8.count),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let whole = Int(parts[0])
    else { return nil }
    guard parts.count == 2 else { return whole * 1000 }
    guard (1...3).contains(parts[1].utf8.count),
      let rest = Int(parts[1] + String(repeating: "0", count: 3 - parts[1].utf8.count))
    else { return nil }
    return whole * 1000 + rest
  }
}
