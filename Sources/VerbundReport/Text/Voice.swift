import VerbundCore
import VerbundModel

/// One language with its numbers, quotes and lists.
struct Voice: Sendable {
  let language: Language
  let numbers: NumberStyle

  init(_ language: Language) {
    self.language = language
    numbers = NumberStyle(language)
  }

  /// The one of two texts that is in this language.
  func say(_ de: String, _ en: String) -> String { language == .de ? de : en }

  func say(_ text: LocalizedText) -> String { text[language] }

  func quote(_ text: String) -> String { say("„\(text)“", "“\(text)”") }

  /// `a, b und c`.
  func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + say(" und ", " and ") + last
  }

  /// `a, b und 3 weitere`: at most so many by name.
  func list(_ items: [String], atMost most: Int) -> String {
    guard items.count > most, most > 0 else { return list(items) }
    let rest = items.count - most
    return items.prefix(most).joined(separator: ", ")
      + say(" und \(numbers.whole(rest)) weitere", " and \(numbers.whole(rest)) more")
  }

  /// A share that was set, with as many decimals as it needs: `99 %`, `99,5 %`.
  func percent(_ share: Double) -> String {
    numbers.join(numbers.significant((share * 1e6).rounded() / 1e4, digits: 4), "%")
  }

  func duration(_ value: Nanoseconds) -> String {
    let seconds = Double(value) / Double(Nanoseconds.second)
    if seconds < 1 { return numbers.join(numbers.significant(seconds * 1_000), "ms") }
    if seconds < 120 { return numbers.join(numbers.significant(seconds), "s") }
    return numbers.join(numbers.significant(seconds / 60), "min")
  }

  func nights(_ count: Int) -> String {
    count == 1
      ? say("1\u{A0}Nacht", "1\u{A0}night")
      : numbers.join(numbers.whole(count), say("Nächte", "nights"))
  }

  /// `18:00 Uhr` or `18:00`.
  func clock(_ time: CivilTime) -> String { bareClock(time) + say("\u{A0}Uhr", "") }

  func bareClock(_ time: CivilTime) -> String {
    padded(time.hour) + ":" + padded(time.minute)
  }

  /// `09.05.2027` or `2027-05-09`.
  func date(_ time: CivilTime) -> String {
    let (day, month) = (padded(time.day), padded(time.month))
    return say("\(day).\(month).\(time.year)", "\(time.year)-\(month)-\(day)")
  }

  private func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
