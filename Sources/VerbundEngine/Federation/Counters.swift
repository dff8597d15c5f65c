import VerbundCore
import VerbundMeasure

/// Counts of one workload over the night.
struct CounterRow: BitwiseCopyable {
  /// Where its counts by slot begin, and its latencies.
  let firstSlot: Int
  let firstBucket: Int
  var visitsOffered: Int64 = 0
  var visitsServed: Int64 = 0
  var visitsAbandoned: Int64 = 0
  var offered: Int64 = 0
  var completed: Int64 = 0
  var rejected: Int64 = 0
  var timedOut: Int64 = 0
  var failed: Int64 = 0
  var withinSLO: Int64 = 0
  var shortfallPeak: Int64 = 0
  /// Page views without outcome.
  var open: Int64 = 0
  /// The integral of `open` up to a time t is `openTime` + `open` x t: so a change costs one
  /// addition.
  var openTime: Int128 = 0
  /// Sum of the times of finished page views.
  var finishedTime: Int128 = 0
  /// Sum and greatest of the latencies of the present slot.
  var slotSum: Int128 = 0
  var slotMax: Int64 = 0

  init(_ workload: Int, slots: Int) {
    firstSlot = workload * slots
    firstBucket = workload * LatencyHistogram.bucketCount
  }

  @inline(__always)
  mutating func open(since start: Nanoseconds) {
    offered &+= 1
    open &+= 1
    openTime &-= Int128(start)
  }

  @inline(__always)
  mutating func endVisit(_ hasFailed: Bool) {
    let failed: Int64 = hasFailed ? 1 : 0
    visitsAbandoned &+= failed
    visitsServed &+= 1 &- failed
  }

  @inline(__always)
  mutating func close(after time: Nanoseconds, at end: Nanoseconds) {
    open &-= 1
    openTime &+= Int128(end)
    finishedTime &+= Int128(time)
  }

  @inline(__always)
  mutating func complete(after time: Nanoseconds, _ isWithin: Int64, at end: Nanoseconds) {
    close(after: time, at: end)
    completed &+= 1
    withinSLO &+= isWithin
    slotSum &+= Int128(time)
    slotMax = max(slotMax, time)
  }
}

/// Counts of page views by the slot in which they were offered.
struct SlotCount: BitwiseCopyable {
  var offered: Int64 = 0
  var completed: Int64 = 0
  var within: Int64 = 0

  @inline(__always)
  mutating func complete(_ isWithin: Int64) {
    completed &+= 1
    within &+= isWithin
  }
}

/// What is counted about page views, by workload.
struct Counters: ~Copyable {
  private var rows: Table<CounterRow>
  private var bySlot: Storage<SlotCount>
  /// Latencies of the present slot.
  private var buckets: Storage<UInt32>
  /// Latencies of the slots before.
  private(set) var latencies: [LatencyHistogram]

  let indices: Range<Int>

  init(workloads: Int, slots: Int) {
    indices = 0..<workloads
    rows = Table(indices.map { CounterRow($0, slots: slots) })
    bySlot = Storage(capacity: workloads * slots)
    bySlot.append(repeating: SlotCount(), count: workloads * slots)
    buckets = Storage(capacity: workloads * LatencyHistogram.bucketCount)
    buckets.append(repeating: 0, count: workloads * LatencyHistogram.bucketCount)
    latencies = Array(repeating: LatencyHistogram(), count: workloads)
  }

  @inline(__always)
  subscript(_ workload: Int) -> CounterRow {
    @inline(__always) get { rows[workload] }
    @inline(__always) _modify { yield &rows[workload] }
  }

  func pointer(_ workload: Int) -> Pointer<CounterRow> { rows.pointer(workload) }

  func count(_ workload: Int, slot: Int) -> SlotCount { bySlot[rows[workload].firstSlot + slot] }

  /// A page view is offered that was asked for at `start`.
  @inline(__always)
  mutating func offer(_ counter: Pointer<CounterRow>, slot: Int, since start: Nanoseconds) {
    counter.row.open(since: start)
    bySlot[counter.row.firstSlot &+ slot].offered &+= 1
  }

  /// The page reaches the citizen at `end`.
  @inline(__always)
  mutating func complete(
    _ counter: Pointer<CounterRow>, offeredAt: Nanoseconds, slot: Int, threshold: Nanoseconds,
    at end: Nanoseconds
  ) {
    let time = end &- offeredAt
    let isWithin: Int64 = time <= threshold ? 1 : 0
    counter.row.complete(after: time, isWithin, at: end)
    bySlot[counter.row.firstSlot &+ slot].complete(isWithin)
    buckets[counter.row.firstBucket &+ LatencyHistogram.bucket(time)] &+= 1
  }

  /// It ends without a page.
  mutating func fail(
    _ counter: Pointer<CounterRow>, _ outcome: Outcome, offeredAt: Nanoseconds, at end: Nanoseconds
  ) {
    counter.row.close(after: end - offeredAt, at: end)
    switch outcome {
    case .rejected: counter.row.rejected += 1
    case .timedOut: counter.row.timedOut += 1
    default: counter.row.failed += 1
    }
  }

  /// Latencies of the slot that ends, which go to the night's.
  mutating func takeSlot(_ workload: Int) -> LatencyHistogram {
    let (sum, max) = (rows[workload].slotSum, rows[workload].slotMax)
    let first = workload * LatencyHistogram.bucketCount
    let end = first + LatencyHistogram.bucket(max) + 1
    var counts = [UInt32](repeating: 0, count: end - first)
    var lowest = first
    while lowest < end, buckets[lowest] == 0 { lowest += 1 }
    for place in lowest..<end {
      counts[place - first] = buckets[place]
      buckets[place] = 0
    }
    let own = LatencyHistogram(counts: counts, sum: sum, max: max)
    (rows[workload].slotSum, rows[workload].slotMax) = (0, 0)
    latencies[workload].merge(own)
    return own
  }
}
