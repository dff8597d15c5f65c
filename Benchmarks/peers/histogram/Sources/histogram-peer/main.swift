import Foundation

// Records the same latencies into each histogram in turns and prints one line for each.
// usage: histogram-peer [LATENCIES [ROUNDS]]

struct Row {
  var name: String
  var nanoseconds: [Double] = []
  var mergeMicroseconds: [Double] = []
  var bytes = 0
  var fileBytes = 0
  var sumError = 0.0
  var quantileError = 0.0
  var mergesExactly = false
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

func seconds(_ body: () -> Void) -> Double {
  let (whole, rest) = ContinuousClock().measure(body).components
  return Double(whole) + Double(rest) / 1e18
}

/// One histogram of the table: how its row is extended by a round, and completed.
struct Contestant {
  var row: Row
  let round: (inout Row, [Int64]) -> Void
  let complete: (inout Row, [Int64], _ sorted: [Int64]) -> Void

  init<R: Recorder>(_ name: String, _ type: R.Type) {
    row = Row(name: name)
    round = { row, values in
      var recorder = R()
      row.nanoseconds.append(
        seconds { record(values, into: &recorder) } * 1e9 / Double(values.count))
      row.mergeMicroseconds.append(mergeTime(recorder))
    }
    complete = { row, values, sorted in
      let whole = recorded(values, type)
      let exact = Double(values.reduce(Int128(0)) { $0 + Int128($1) })
      row.sumError = abs(whole.sum / exact - 1)
      row.quantileError = quantileError(whole, sorted)
      row.bytes = whole.bytes
      row.fileBytes = whole.json.count
      row.mergesExactly = mergesExactly(whole, values)
    }
  }
}

@inline(never)
func record<R: Recorder>(_ values: [Int64], into recorder: inout R) {
  for value in values { recorder.record(value) }
}

func recorded<R: Recorder>(_ values: some Sequence<Int64>, _ type: R.Type) -> R {
  var recorder = R()
  for value in values { recorder.record(value) }
  return recorder
}

/// µs of one merge of a full histogram into another.
func mergeTime<R: Recorder>(_ full: R) -> Double {
  var target = full
  let times = 1_000
  return seconds { for _ in 0..<times { target.merge(full) } } * 1e6 / Double(times)
}

/// Whether sixteen parts, merged, hold the same as the whole, sum and buckets.
func mergesExactly<R: Recorder>(_ whole: R, _ values: [Int64]) -> Bool {
  let size = (values.count + 15) / 16
  var merged = R()
  for start in stride(from: 0, to: values.count, by: size) {
    merged.merge(recorded(values[start..<min(start + size, values.count)], R.self))
  }
  return merged.sum == whole.sum && merged.filled == whole.filled
}

/// Largest relative error of four quantiles against the sorted latencies.
func quantileError<R: Recorder>(_ whole: R, _ sorted: [Int64]) -> Double {
  [0.5, 0.95, 0.99, 0.999].map { share in
    let exact = sorted[Int((share * Double(sorted.count)).rounded(.up)) - 1]
    return abs(Double(whole.quantile(share)) / Double(exact) - 1)
  }.max() ?? 0
}

func padded(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}

let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let count = arguments.first ?? 10_000_000
let rounds = arguments.dropFirst().first ?? 10
let values = latencies(count)
let sorted = values.sorted()
var contestants = [
  Contestant("reading only", Nothing.self),
  Contestant("LatencyHistogram", Ours.self),
  Contestant("hdr 2 digits UInt32", Peer<Two, UInt32>.self),
  Contestant("hdr 2 digits UInt64", Peer<Two, UInt64>.self),
  Contestant("hdr 3 digits UInt32", Peer<Three, UInt32>.self),
]
// The first round warms up.
for round in 0...rounds {
  for i in contestants.indices {
    contestants[i].round(&contestants[i].row, values)
    if round == 0 { contestants[i].row.nanoseconds = [] }
  }
}
print("\(count) latencies, \(rounds) rounds in turns; medians")
print(
  "histogram             ns/record  µs/merge    bytes  JSON bytes",
  " error of sum  of quantiles  merge")
for i in contestants.indices {
  contestants[i].complete(&contestants[i].row, values, sorted)
  let row = contestants[i].row
  print(
    row.name.padding(toLength: 20, withPad: " ", startingAt: 0),
    padded(String(format: "%.2f", median(row.nanoseconds)), 10),
    padded(String(format: "%.2f", median(row.mergeMicroseconds)), 9),
    padded("\(row.bytes)", 8), padded("\(row.fileBytes)", 11),
    padded(String(format: "%.1e", row.sumError), 13),
    padded(String(format: "%.1e", row.quantileError), 13),
    row.mergesExactly ? " exact" : " NOT exact")
}
