import VerbundCore
import VerbundModel

/// Turns times of day into nanoseconds since the start of a horizon.
struct TimeFrame: Sendable {
  let horizon: Horizon
  /// Minutes since local midnight at the start.
  private let startMinute: Int

  init(_ horizon: Horizon) {
    self.horizon = horizon
    let clock = CivilTime(unixSeconds: horizon.start, utcOffset: horizon.utcOffset)
    startMinute = clock.hour * 60 + clock.minute
  }

  /// The first such time at or after the start; nil where it is beyond the horizon.
  func instant(minuteOfDay: Int) -> Nanoseconds? {
    let minutes = minuteOfDay - startMinute
    let wait = Nanoseconds(minutes < 0 ? minutes + 1_440 : minutes) * .minute
    return wait <= horizon.length ? wait : nil
  }

  /// The first such time after another one; nil where it is beyond the horizon.
  func instant(minuteOfDay: Int, after begin: Nanoseconds) -> Nanoseconds? {
    guard var wait = instant(minuteOfDay: minuteOfDay) else { return nil }
    while wait <= begin { wait += 1_440 * .minute }
    return wait <= horizon.length ? wait : nil
  }
}

/// A local date and minute as an author writes it, with or without its offset.
struct Instant: Sendable {
  let unixSeconds: Int64
  let utcOffset: Int
  /// Whether the offset was found by the rule of Europe/Berlin.
  let isLocal: Bool

  /// `2027-05-09 16:00`, `2027-05-09T16:00:00+02:00`, `2027-05-09T14:00Z`.
  static func parse(_ text: String) throws(ValueFault) -> Instant {
    var rest = Substring(text)
    let malformed = ValueFault(
      "\"\(text)\" is no date and time", hint: "for example \"2027-05-09 16:00\"")
    guard let year = digits(4, &rest), take("-", &rest), let month = digits(2, &rest),
      take("-", &rest), let day = digits(2, &rest), take(" ", &rest) || take("T", &rest),
      let hour = digits(2, &rest), take(":", &rest), let minute = digits(2, &rest)
    else { throw malformed }
    if take(":", &rest) {
      guard let second = digits(2, &rest) else { throw malformed }
      guard second == 0 else { throw ValueFault("must be a whole minute") }
    }
    let civil = CivilTime(year: year, month: month, day: day, hour: hour, minute: minute)
    guard civil.isValid else {
      throw ValueFault("\"\(text)\" does not exist in the calendar", hint: "years 1996 to 2199")
    }
    if rest.isEmpty {
      guard let offset = civil.berlinOffset else {
        throw ValueFault(
          "\"\(text)\" does not exist: the clocks skip this hour", hint: "take the hour after it")
      }
      return Instant(
        unixSeconds: civil.secondsAsUTC - Int64(offset), utcOffset: offset, isLocal: true)
    }
    guard let offset = offset(&rest), rest.isEmpty else { throw malformed }
    return Instant(
      unixSeconds: civil.secondsAsUTC - Int64(offset), utcOffset: offset, isLocal: false)
  }

  /// With its offset, as it stands in a frozen file.
  var text: String {
    let local = CivilTime(unixSeconds: unixSeconds, utcOffset: utcOffset)
    let minutes = abs(utcOffset) / 60
    let date = "\(local.year)-\(two(local.month))-\(two(local.day))"
    let offset = "\(utcOffset < 0 ? "-" : "+")\(two(minutes / 60)):\(two(minutes % 60))"
    return "\(date)T\(two(local.hour)):\(two(local.minute)):00\(offset)"
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func offset(_ rest: inout Substring) -> Int? {
    if take("Z", &rest) { return 0 }
    let sign = rest.first == "-" ? -1 : 1
    guard take("+", &rest) || take("-", &rest), let hours = digits(2, &rest), take(":", &rest),
      let minutes = digits(2, &rest), hours <= 14, minutes < 60
    else { return nil }
    return sign * (hours * 3_600 + minutes * 60)
  }

  private static func take(_ character: Character, _ rest: inout Substring) -> Bool {
    guard rest.first == character else { return false }
    rest.removeFirst()
    return true
  }

  static func digits(_ count: Int, _ rest: inout Substring) -> Int? {
    let part = rest.prefix(count)
    guard part.count == count, part.allSatisfy({ ("0"..."9").contains($0) }), let value = Int(part)
    else { return nil }
    rest = rest.dropFirst(count)
    return value
  }
}
