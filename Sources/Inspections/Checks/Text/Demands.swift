/// Whether a text tells what is or was so where a recommendation, in much the same words, asks for it.
///
/// A demand is in the imperative or says "should". Its echo denies it, tells of the past, or begins
/// with who does it: "not all staff record it", "we have ensured that …", "the service records …".
func isStatement(_ text: String, after recommendation: String) -> Bool {
  let asked = words(of: withoutLabel(recommendation)).map(\.text)
  let told = words(of: withoutLabel(text)).map(\.text)
  guard let verb = asked.first, let opening = told.first else { return false }
  let added = Set(told).subtracting(asked)
  let tells = !added.isDisjoint(with: telling)
  let denies = !added.isDisjoint(with: denials)
  // A copy asks as its original does.
  if !isObliging(asked), opening == verb { return false }
  if isObliging(told) { return tells && denies }
  if tells || denies { return true }
  if isObliging(asked) { return added.contains { $0.hasSuffix("ed") && $0.utf8.count > 4 } }
  return added.contains { isForm($0, of: verb) } || openings.contains(opening)
    || stands(opening, insideClauseOf: asked)
}

private func isObliging(_ words: [String]) -> Bool { words.contains(where: obliging.contains) }

/// A text without the number, letter or word that lists it: `Q1.`, `3.2`, `(a)`, `Question 3:`.
func withoutLabel(_ text: String) -> String {
  var rest = text[...]
  for _ in 0..<2 {
    rest = rest.drop { $0 == " " || $0 == "•" || $0 == "–" || $0 == "-" }
    let end = rest.firstIndex(of: " ") ?? rest.endIndex
    let first = rest[..<end]
    let isNamed = listing.contains(first.lowercased())
    guard isNamed || isLabel(first), end < rest.endIndex else { break }
    let after = rest[end...].drop { $0 == " " }
    let last = after.firstIndex(of: " ") ?? after.endIndex
    guard isNamed else {
      rest = after
      continue
    }
    guard after[..<last].contains(where: \.isNumber), last < after.endIndex else { break }
    rest = after[last...]
  }
  return String(rest.drop { $0 == " " })
}

/// Whether a word is a number or a letter with a sign, like `1.`, `3.2`, `(a)`, `b)`, `Q1:`, `R-20-1`.
private func isLabel(_ word: Substring) -> Bool {
  guard let last = word.last, word.utf8.count <= 8 else { return false }
  let inner = word.filter { $0.isLetter || $0.isNumber }
  let letters = inner.prefix { $0.isLetter }
  let hasDigits = inner.contains { $0.isNumber }
  if hasDigits {
    return letters.count <= 2 && inner.dropFirst(letters.count).allSatisfy(\.isNumber)
  }
  return inner.count == 1 && (last == ")" || last == "." || last == ":")
}

private let listing: Set<String> = [
  "question", "recommendation", "action", "item", "point", "requirement", "no", "no.",
]

/// Whether a word is another form of a verb: `ensured`, `ensures`, `planning`, `kept`.
private func isForm(_ word: String, of verb: String) -> Bool {
  if irregular[verb]?.contains(word) == true { return true }
  let stem = verb.hasSuffix("e") ? String(verb.dropLast()) : verb
  guard word.hasPrefix(stem.hasSuffix("y") ? String(stem.dropLast()) : stem) else { return false }
  return ["s", "es", "ies", "d", "ed", "ied", "ing"].contains { ending in
    word.hasSuffix(ending) && word.utf8.count <= stem.utf8.count + 4
  }
}

/// Whether a text takes up a demand behind its "that", as in "Ensure that staff record it".
private func stands(_ opening: String, insideClauseOf asked: [String]) -> Bool {
  guard let joint = asked.prefix(4).firstIndex(of: "that"),
    let place = asked[(joint + 1)...].firstIndex(of: opening)
  else { return false }
  return place <= joint + 4
}

private let denials: Set<String> = [
  "not", "no", "never", "none", "nobody", "hardly", "rarely", "seldom", "few", "fewer", "some",
  "yet", "lacked", "lacks", "failed", "fails", "without", "didn't", "don't", "doesn't", "hasn't",
  "wasn't", "weren't", "isn't", "aren't", "only",
]

private let obliging: Set<String> = ["should", "must", "shall", "ought", "need", "needs"]

private let telling: Set<String> = [
  "has", "have", "had", "was", "were", "been", "did", "does", "do", "we", "our", "i", "now",
  "already", "since", "currently", "is", "are", "will", "it", "they", "he", "she",
]

private let openings: Set<String> = [
  "the", "a", "an", "all", "most", "many", "every", "each", "staff", "managers", "leaders",
  "inspectors", "there", "this", "these", "those", "their", "its", "his", "her", "both", "in", "on",
  "at", "since", "when", "while", "although", "because", "as", "by",
]

private let irregular: [String: [String]] = [
  "make": ["made", "making"], "give": ["gave", "given", "giving"], "keep": ["kept"],
  "write": ["wrote", "written", "writing"], "take": ["took", "taken", "taking"],
  "bring": ["brought"], "build": ["built"], "hold": ["held"], "find": ["found"],
  "teach": ["taught"], "send": ["sent"], "set": ["sets", "setting"], "put": ["puts", "putting"],
  "tell": ["told"], "see": ["saw", "seen"], "speak": ["spoke", "spoken"], "meet": ["met"],
  "begin": ["began", "begun"], "draw": ["drew", "drawn"], "hear": ["heard"], "get": ["got"],
  "plan": ["planned", "planning"], "stop": ["stopped", "stopping"], "have": ["had", "has"],
]
