import Testing
import VerbundCore

@Suite struct CivilTimeTests {
  private func time(_ y: Int, _ mo: Int, _ d: Int, _ h: Int, _ mi: Int = 0) -> CivilTime {
    CivilTime(year: y, month: mo, day: d, hour: h, minute: mi)
  }

  /// The days on which Berlin's clocks were or will be changed: (year, March, October).
  @Test(arguments: [
    (1996, 31, 27), (2000, 26, 29), (2015, 29, 25), (2024, 31, 27), (2025, 30, 26),
    (2026, 29, 25), (2027, 28, 31), (2030, 31, 27),
  ])
  func berlinSwitches(year: Int, march: Int, october: Int) {
    #expect(time(year, 3, march - 1, 12).berlinOffset == 3_600)
    #expect(time(year, 3, march, 1, 59).berlinOffset == 3_600)
    #expect(time(year, 3, march, 2).berlinOffset == nil)
    #expect(time(year, 3, march, 2, 59).berlinOffset == nil)
    #expect(time(year, 3, march, 3).berlinOffset == 7_200)
    #expect(time(year, 10, october - 1, 12).berlinOffset == 7_200)
    #expect(time(year, 10, october, 2, 59).berlinOffset == 7_200)
    #expect(time(year, 10, october, 3).berlinOffset == 3_600)
  }

  /// Instants by coreutils' date.
  @Test(arguments: [
    (1999, 12, 31, 23, 59, 946_684_740), (2024, 2, 29, 12, 30, 1_709_209_800),
    (2027, 5, 9, 14, 0, 1_809_871_200), (2100, 3, 1, 0, 0, 4_107_542_400),
    (1970, 1, 1, 0, 0, 0),
  ])
  func instants(y: Int, mo: Int, d: Int, h: Int, mi: Int, seconds: Int64) {
    #expect(time(y, mo, d, h, mi).secondsAsUTC == seconds)
    #expect(CivilTime(unixSeconds: seconds, utcOffset: 0) == time(y, mo, d, h, mi))
  }

  @Test func offsetMovesTheClock() {
    #expect(CivilTime(unixSeconds: 1_809_871_200, utcOffset: 7_200) == time(2027, 5, 9, 16))
    #expect(CivilTime(unixSeconds: -60, utcOffset: 0) == time(1969, 12, 31, 23, 59))
  }

  @Test func everyDayComesBack() {
    var expected: Int64 = time(1996, 1, 1, 0).secondsAsUTC
    var wrong: [CivilTime] = []
    for year in 1996...2199 {
      for month in 1...12 {
        for day in 1...CivilTime.daysIn(month: month, year: year) {
          let date = time(year, month, day, 0)
          let back = CivilTime(unixSeconds: expected, utcOffset: 0)
          if date.secondsAsUTC != expected || back != date { wrong.append(date) }
          expected += 86_400
        }
      }
    }
    #expect(wrong.isEmpty)
    // 204 years, 50 of them leap: 2100 is none.
    #expect(expected - time(1996, 1, 1, 0).secondsAsUTC == (204 * 365 + 50) * 86_400)
  }

  @Test(arguments: [
    (2023, 2, 29, 0, 0), (2100, 2, 29, 0, 0), (2024, 4, 31, 0, 0), (2024, 13, 1, 0, 0),
    (2024, 0, 1, 0, 0), (2024, 1, 0, 0, 0), (2024, 1, 1, 24, 0), (2024, 1, 1, 0, 60),
    (1995, 1, 1, 0, 0), (2200, 1, 1, 0, 0), (2024, 1, 1, -1, 0),
  ])
  func noSuchTime(y: Int, mo: Int, d: Int, h: Int, mi: Int) {
    #expect(!time(y, mo, d, h, mi).isValid)
  }

  @Test func leapDays() {
    #expect(time(2024, 2, 29, 0).isValid)
    #expect(time(2000, 2, 29, 0).isValid)
  }
}
