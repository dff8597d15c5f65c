import VerbundCore
import VerbundEngine

/// An event of the hold model: the same 24 bytes as the federation's.
struct HoldEvent: PlainEvent {
  var time: Nanoseconds
  var key: UInt64
  var subject: UInt32
  var generation: UInt32

  @inlinable @inline(__always)
  static func precedes(_ a: HoldEvent, _ b: HoldEvent) -> Bool {
    a.time < b.time || (a.time == b.time && a.key < b.key)
  }
}

/// The hold model (Jones, 1986): take the first event, put it back an exponential time later.
func holdCase(_ programs: Baseline, name: String, pending: Int, holds: Int) -> BenchCase {
  BenchCase(name: name, unit: "hold") {
    hold(pending: pending, holds: holds, seed: 1)
  } baseline: {
    let words = try programs.run("hold", ["\(pending)", "\(holds)", "1"])
    return Sample(
      seconds: Double(words[0]) ?? .nan, operations: Double(holds), hash: words[1])
  }
}

private func hold(pending: Int, holds: Int, seed: UInt64) -> Sample {
  let steps = (0..<4_096).map { number in
    let block = Philox.block(
      counter: SIMD4(UInt32(number), 0, 0, 0),
      key: SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)))
    return wholeNanoseconds(-Elementary.log(Draws.unit(block)) * 1e9)
  }
  var set = PendingEvents<HoldEvent>()
  for i in 0..<pending {
    set.push(
      HoldEvent(
        time: steps[i & 0xFFF] + Int64(i), key: UInt64(i), subject: UInt32(i), generation: 0))
  }
  var hash = ResultHash()
  // As many holds as events are pending come first, untimed: what is measured is the steady state.
  hold(&set, 0..<UInt64(pending), steps, &hash)
  let (_, seconds) = timed {
    hold(&set, UInt64(pending)..<UInt64(pending + holds), steps, &hash)
  }
  return Sample(seconds: seconds, operations: Double(holds), hash: hash.hex)
}

private func hold(
  _ set: inout PendingEvents<HoldEvent>, _ numbers: Range<UInt64>, _ steps: [Nanoseconds],
  _ hash: inout ResultHash
) {
  for i in numbers {
    guard var event = set.pop(before: .max) else { return }
    hash.add(UInt64(bitPattern: event.time) ^ event.key)
    event.time += steps[Int((i &* 7 &+ event.key) & 0xFFF)]
    set.push(event)
  }
}
