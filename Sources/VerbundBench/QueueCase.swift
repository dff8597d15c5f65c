import VerbundCore
import VerbundEngine
import VerbundMeasure

/// M/M/16 at 90 % load, two events to a customer.
func queueCase(_ programs: Baseline) -> BenchCase {
  let customers = 3_000_000
  return BenchCase(name: "mmc16-cpp", unit: "customer") {
    var kernel = Kernel(
      QueueModel(
        draws: Draws(seed: 1, night: 0), customers: UInt32(customers), gap: 1e9 / 14.4,
        service: 1e9, free: 16))
    kernel.model.scheduleArrival(&kernel.agenda)
    let (finished, seconds) = timed { kernel.run(until: .max) }
    guard finished else { throw BenchFailure(text: "the queue did not finish") }
    var hash = ResultHash()
    hash.add(kernel.model.waits)
    return Sample(seconds: seconds, operations: Double(customers), hash: hash.hex)
  } baseline: {
    let words = try programs.run("queue", ["\(customers)", "1"])
    return Sample(
      seconds: Double(words[0]) ?? .nan, operations: Double(customers), hash: words[1])
  }
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
