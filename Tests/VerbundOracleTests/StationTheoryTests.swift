import Testing
import VerbundCore
import VerbundEngine

/// First-come stations without events (`SortedWorkers`) against their closed forms.
@Suite struct StationTheoryTests {
  /// One night: customers one after the other, the first `skipped` not counted.
  private struct Night {
    var wait = 0.0
    var waited = 0.0
    var refused = 0.0
    /// Little's law for the line.
    var obeysLittle = false
  }

  private func night(
    workers: Int, places: Int?, load: Double, law: WorkLaw, seed: UInt64, _ number: Int
  ) -> Night {
    let draws = Draws(seed: seed, night: number)
    var station = SortedWorkers(workers: workers, queue: places)
    let (skipped, counted) = (2_000, 10_000)
    var now: Nanoseconds = 0
    var night = Night()
    var served = 0.0
    var waits: [(from: Nanoseconds, to: Nanoseconds)] = []
    for customer in 0..<UInt32(skipped + counted) {
      let subject = Subject(visit: customer)
      let gap = -Elementary.log(draws.uniform(.arrival, stream: 0, subject))
      now += wholeNanoseconds(gap * 1e9 / (load * Double(workers)))
      let work = law.quantile(draws.uniform(.work, stream: 0, subject))
      let place = station.arrive(at: now, work: wholeNanoseconds(work * 1e9))
      if let place { waits.append((now, place.start)) }
      if customer < skipped { continue }
      guard let place else {
        night.refused += 1 / Double(counted)
        continue
      }
      served += 1
      night.wait += Double(place.start - now) / 1e9
      night.waited += place.start > now ? 1 : 0
    }
    night.wait /= served
    night.waited /= served
    night.obeysLittle = obeysLittle(waits)
    return night
  }

  /// The integral of the number who wait, by walking through all starts and ends in order, is the
  /// sum of the waits.
  private func obeysLittle(_ waits: [(from: Nanoseconds, to: Nanoseconds)]) -> Bool {
    var line = NumberPresent()
    var starts = waits.map { ($0.to, $0.from) }.sorted { $0 < $1 }[...]
    for (from, _) in waits {
      while let (to, since) = starts.first, to < from {
        line.leave(at: to, since: since)
        starts.removeFirst()
      }
      line.enter(at: from)
    }
    for (to, since) in starts { line.leave(at: to, since: since) }
    let end = waits.map(\.to).max() ?? 0
    let spent = waits.reduce(0 as Int128) { $0 + Int128($1.to - $1.from) }
    return line.obeysLittle(at: end) && line.integral(until: end) == spent && line.count == 0
  }

  private func nights(
    workers: Int, places: Int? = nil, load: Double, law: WorkLaw = .exponential
  ) -> [Night] {
    let nights = (0..<10).map {
      night(workers: workers, places: places, load: load, law: law, seed: 7, $0)
    }
    #expect(nights.allSatisfy { $0.obeysLittle })
    return nights
  }

  /// Erlang C: who waits, and how long.
  @Test(arguments: [(1, 0.6), (4, 0.7), (16, 0.9)]) func waiting(workers: Int, load: Double) {
    let nights = nights(workers: workers, load: load)
    let offered = load * Double(workers)
    let chance = erlangC(offered, workers)
    expectMean(nights.map { $0.waited }, chance, within: 0.15, "share that waits")
    expectMean(
      nights.map { $0.wait }, chance / (Double(workers) - offered), within: 0.3, "wait")
  }

  /// Erlang B holds for every law of the work.
  @Test(arguments: WorkLaw.allCases) func losing(law: WorkLaw) {
    let nights = nights(workers: 8, places: 0, load: 0.9, law: law)
    expectMean(nights.map { $0.refused }, erlangB(7.2, 8), within: 0.05, "share refused")
    #expect(nights.allSatisfy { $0.wait == 0 })
  }

  /// A line of five places: M/M/c/K.
  @Test func aShortLine() {
    let nights = nights(workers: 2, places: 5, load: 0.9)
    var weight = 1.0
    var sum = 1.0
    for n in 1...7 {
      weight *= 1.8 / Double(min(n, 2))
      sum += weight
    }
    expectMean(nights.map { $0.refused }, weight / sum, within: 0.15, "share refused")
  }

  /// Pollaczek and Khinchine: the wait grows with the square of the work.
  @Test(arguments: [(WorkLaw.deterministic, 1.0), (.exponential, 2.0), (.twoPoints, 3.25)])
  func secondMoment(law: WorkLaw, moment: Double) {
    let nights = nights(workers: 1, load: 0.6, law: law)
    expectMean(nights.map { $0.wait }, 0.6 * moment / 2 / (1 - 0.6), within: 0.1, "wait, \(law)")
  }
}
