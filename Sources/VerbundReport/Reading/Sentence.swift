/// A sentence that stays readable: parts are added while it has no more words than that.
struct Sentence: Sendable {
  /// Words of a sentence that is read once and understood.
  static let most = 48

  private(set) var text: String

  init(_ start: String) { text = start }

  /// Words between ordinary spaces: a figure with its unit and interval is one.
  var words: Int { text.split(separator: " ").count }

  /// Adds a part that must be said.
  mutating func add(_ part: String) { text += part }

  /// Adds a part if the sentence stays short enough, else the shorter one, if any.
  mutating func addIfShort(_ part: String?, or shorter: String? = nil) {
    for candidate in [part, shorter].compactMap(\.self) {
      let longer = Sentence(text + candidate)
      guard longer.words <= Self.most else { continue }
      text = longer.text
      return
    }
  }
}

extension String {
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Voice {
  /// Two to twelve in words, the rest in digits.
  func word(_ count: Int) -> String {
    let words = say(
      "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
      "two three four five six seven eight nine ten eleven twelve"
    ).split(separator: " ")
    return words.indices.contains(count &- 2) ? String(words[count - 2]) : numbers.whole(count)
  }

  /// EUR with the unit: cents where they matter, whole from a thousand on.
  func euros(_ value: Double) -> String { numbers.join(bareEuros(value), "EUR") }

  func bareEuros(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return value == 0 ? "0" : NumberStyle.none }
    let size = abs(value)
    if size < 0.01 { return (value < 0 ? "−" : "") + "<" + numbers.fixed(0.01, decimals: 2) }
    return numbers.fixed(value, decimals: size < 1 ? 2 : size < 1_000 ? 1 : 0)
  }

  /// EUR of a year: whole, and no better known than four digits.
  func yearlyEuros(_ value: Double) -> String {
    value > 0 && value < 1
      ? "<1" : numbers.fixed(value.rounded(toDigits: 4).rounded(), decimals: 0)
  }
}
