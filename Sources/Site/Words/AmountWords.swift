import HTML
import Inspections

/// Sums of money in English.
enum AmountWords {
  /// `USD 3,400,000`, `GBP 1,250.50`: the code of the currency, then the number as it was typed.
  static func words(_ money: Money) -> String {
    let rest = money.thousandths % 1000
    let digits =
      rest == 0 ? "" : "." + padded(rest % 10 == 0 ? rest / 10 : rest, rest % 10 == 0 ? 2 : 3)
    return "\(money.currency) \(NumberWords.grouped(money.thousandths / 1000))\(digits)"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  /// What an amount is put to: `Questioned costs`.
  static func kind(_ id: AmountKindID, in framework: Framework?) -> Wording {
    framework?.amountKinds.first { $0.id.value == id }.flatMap { framework?.wording($0.title) }
      ?? Wording(id.name)
  }

  /// `Questioned costs: USD 3,400,000`.
  static func words(_ amount: Amount, in framework: Framework?) -> String {
    "\(kind(amount.kind.value, in: framework)): \(words(amount.value))"
  }

  /// The same, what it is put to marked with its language.
  static func html(_ amount: Amount, in framework: Framework?) -> HTMLFragment {
    var buffer = HTMLBuffer()
    buffer.counted([(kind(amount.kind.value, in: framework), words(amount.value))])
    return buffer.fragment()
  }

  /// The sums of what some recommendations are about, each like `Questioned costs: USD 3,400,000 in
  /// two amounts; CAD 90,000 in another currency is not added`; none where there is nothing to add.
  static func sums(of all: [RecommendationHistory], in register: Register) -> [String] {
    var groups: [[AmountSum]] = []
    for sum in AmountSum.all(of: all) {
      let place = groups.firstIndex {
        $0[0].kind == sum.kind && $0[0].framework == sum.framework
      }
      if let place { groups[place].append(sum) } else { groups.append([sum]) }
    }
    guard groups.contains(where: { $0.contains { $0.count > 1 } }) else { return [] }
    return groups.map { together($0, in: register) }
  }

  /// The sums of one kind, a currency each: those of several amounts, and what was not added to any.
  private static func together(_ sums: [AmountSum], in register: Register) -> String {
    let framework = sums[0].framework.flatMap { register.frameworks[$0] }
    let added = sums.filter { $0.count > 1 }
    let apart = added.isEmpty ? [] : sums.filter { $0.count == 1 }
    let together = NumberWords.list((added.isEmpty ? sums : added).map(counted))
    let rest = NumberWords.list(apart.map { words($0.value) })
    let others = apart.count == 1 ? "another currency is" : "other currencies are"
    return "\(kind(sums[0].kind, in: framework)): \(together)"
      + (apart.isEmpty ? "" : "; \(rest) in \(others) not added")
  }

  /// A sum with how many amounts it is of, `Questioned costs: USD 3,400,000 in two amounts`; of one
  /// amount, no count is given.
  static func words(_ sum: AmountSum, in register: Register) -> String {
    let framework = sum.framework.flatMap { register.frameworks[$0] }
    return "\(kind(sum.kind, in: framework)): "
      + (sum.count > 1 ? counted(sum) : words(sum.value))
  }

  /// `USD 3,400,000 in two amounts`.
  private static func counted(_ sum: AmountSum) -> String {
    "\(words(sum.value)) in \(NumberWords.count(sum.count, "amount", "amounts"))"
  }

  /// How urgent a recommendation is: `Key concern`; nil where that is not said.
  static func priority(
    of recommendation: Recommendation, in framework: @autoclosure () -> Framework?
  ) -> Wording? {
    recommendation.priority.map { id in
      let framework = framework()
      return framework?.priorities.first { $0.id.value == id.value }
        .flatMap { framework?.wording($0.title) } ?? Wording(id.value.name)
    }
  }
}
