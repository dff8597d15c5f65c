/// Calendar arithmetic for Europe/Berlin, without a time-zone database.
///
/// A bare machine has no `tzdata`, and a scenario must mean the same instant everywhere. The rule
/// is that of directive 2000/84/EC, in force since 1996: summer time from the last Sunday of March
/// to the last Sunday of October, 01:00 UTC.
public struct CivilTime: Sendable, Hashable {
  public var year: Int, month: Int, day: Int, hour: Int, minute: Int

  public init(year: Int, month: Int, day: Int, hour: Int, minute: Int) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
  }

  /// Whether the fields name a real day and minute of the years 1996 to 2199.
  public var isValid: Bool {
    (1996...2199).contains(year) && (1...12).contains(month)
      && (1...Self.daysIn(month: month, year: year)).contains(day)
      && (0...23).contains(hour) && (0...59).contains(minute)
  }

  /// Seconds since 1970-01-01T00:00Z if the fields were UTC.
  public var secondsAsUTC: Int64 {
    Int64(Self.daysSince1970(year, month, day)) * 86_400 + Int64(hour) * 3_600 + Int64(minute) * 60
  }

  /// The offset of Berlin's clock from UTC in seconds at this local time, or nil where the local
  /// time does not exist (the hour skipped in March). The doubled hour of October is summer time.
  public var berlinOffset: Int? {
    let spring = Self.switchSeconds(year: year, month: 3)
    let autumn = Self.switchSeconds(year: year, month: 10)
    let local = secondsAsUTC
    if local >= spring + 3_600, local < spring + 7_200 { return nil }
    return local >= spring + 7_200 && local < autumn + 7_200 ? 7_200 : 3_600
  }

  /// The local fields of an instant under a fixed offset from UTC.
  public init(unixSeconds: Int64, utcOffset: Int) {
    let local = unixSeconds + Int64(utcOffset)
    let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    let rest = Int(local - days * 86_400)
    let (y, m, d) = Self.civil(daysSince1970: Int(days))
    self.init(year: y, month: m, day: d, hour: rest / 3_600, minute: rest % 3_600 / 60)
  }

  /// Days of a month, 28 to 31; `month` must be 1 to 12.
  public static func daysIn(month: Int, year: Int) -> Int {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// 01:00 UTC on the last Sunday of a month of 31 days.
  private static func switchSeconds(year: Int, month: Int) -> Int64 {
    let last = daysSince1970(year, month, 31)
    let weekday = (last + 4) % 7  // 1970-01-01 was a Thursday; 0 is Sunday
    return Int64(last - weekday) * 86_400 + 3_600
  }

  /// Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
  private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The inverse: civil_from_days of the same source.
  private static func civil(daysSince1970 days: Int) -> (Int, Int, Int) {
    let z = days + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted + (shifted < 10 ? 3 : -9)
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }
}
