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
