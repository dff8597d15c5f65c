import VerbundCore
import VerbundEngine
import VerbundMeasure

/// The customers of M/M/16 at 90 % load: one block of random bits for each.
struct QueueCustomers: Sendable {
  let count: UInt32
  let draws = Draws(seed: 1, night: 0)
  let meanGap = 1e9 / 14.4
  let meanWork = 1e9

  /// ns from the arrival before, and ns of work.
  subscript(_ number: UInt32) -> (gap: Nanoseconds, work: Nanoseconds) {
    let (u, v) = uniforms(number)
    return (gap(-Elementary.log(u)), work(-Elementary.log(v)))
  }

  @inline(__always)
  func uniforms(_ number: UInt32) -> (Double, Double) {
    let block = draws.block(.arrival, stream: 0, Subject(visit: number))
    return (Draws.unit(block), Draws.unit(SIMD4(block.z, block.w, 0, 0)))
  }

  @inline(__always)
  func gap(_ exponential: Double) -> Nanoseconds { wholeNanoseconds(exponential * meanGap) }

  @inline(__always)
  func work(_ exponential: Double) -> Nanoseconds { wholeNanoseconds(exponential * meanWork) }
}

/// M/M/16 on the station for first-come services, which needs no departures.
func queueCase(_ programs: Baseline) -> BenchCase {
  queueCase(programs, name: "mmc16-cpp") { waitsBySortedWorkers($0) }
}

/// M/M/16 on the general kernel, two events to a customer.
func queueEventsCase(_ programs: Baseline) -> BenchCase {
  queueCase(programs, name: "mmc16-events-cpp") { try waitsByEvents($0) }
}

private func queueCase(
  _ programs: Baseline, name: String,
  _ waits: @escaping @Sendable (QueueCustomers) throws -> LatencyHistogram
) -> BenchCase {
  let customers = QueueCustomers(count: 3_000_000)
  return BenchCase(name: name, unit: "customer") {
    let (waits, seconds) = try timed { try waits(customers) }
    var hash = ResultHash()
    hash.add(waits)
    return Sample(
      seconds: seconds, operations: Double(customers.count), hash: hash.hex,
      meanWait: waits.mean.map { $0 * 1e-9 })
  } baseline: {
    let words = try programs.run("queue", ["\(customers.count)", "1"])
    return Sample(
      seconds: Double(words[0]) ?? .nan, operations: Double(customers.count), hash: words[1])
  }
}

private func waitsByEvents(_ customers: QueueCustomers) throws -> LatencyHistogram {
  var kernel = Kernel(QueueModel(customers: customers, free: 16))
  kernel.model.scheduleArrival(&kernel.agenda)
  guard kernel.run(until: .max) else { throw BenchFailure(text: "the queue did not finish") }
  return kernel.model.waits
}

/// Draws are made for 256 customers ahead, in loops that the compiler takes several at a time.
private func waitsBySortedWorkers(_ customers: QueueCustomers) -> LatencyHistogram {
  var station = SortedWorkers(workers: 16)
  var counts = [UInt32](repeating: 0, count: LatencyHistogram.bucketCount)
  var (sum, longest, now): (Int64, Int64, Nanoseconds) = (0, 0, 0)
  var gaps = [Double](repeating: 0, count: 256)
  var works = gaps
  for first in stride(from: 0, to: customers.count, by: gaps.count) {
    for place in gaps.indices {
      (gaps[place], works[place]) = customers.uniforms(first &+ UInt32(truncatingIfNeeded: place))
    }
    for place in gaps.indices { gaps[place] = -Elementary.log(gaps[place]) }
    for place in works.indices { works[place] = -Elementary.log(works[place]) }
    for place in 0..<min(gaps.count, Int(customers.count - first)) {
      now &+= customers.gap(gaps[place])
      let work = customers.work(works[place])
      guard let served = station.arrive(at: now, work: work) else { continue }
      let wait = served.start &- now
      counts[LatencyHistogram.bucket(wait)] &+= 1
      sum &+= wait
      longest = max(longest, wait)
    }
  }
  return LatencyHistogram(counts: counts, sum: Int128(sum), max: longest)
}

extension ResultHash {
  /// Buckets and counts in rising order, then the sum.
  mutating func add(_ histogram: LatencyHistogram) {
    for (value, count) in histogram.entries {
      add(UInt64(LatencyHistogram.bucket(value)))
      add(UInt64(count))
    }
    add(UInt64(truncatingIfNeeded: histogram.sum))
  }
}
