import VerbundCore

/// What the hot path knows of every component: its replicas that take requests, and how many
/// workers are busy.
struct StationTable: ~Copyable {
  struct Row: BitwiseCopyable {
    /// The stretch of `replicas` that is this component's.
    var first = 0
    /// Replicas that take requests.
    var count = 0
    var capacity = 0
    var turn = 0
    var busy: Int64 = 0
    /// The integral of busy workers up to a time t is `busyTerm` + `busy` x t. It wraps around:
    /// what is busy between two scrapes fits (an hour at most: 2.5 million workers).
    var busyTerm: Int64 = 0
    /// The same of ready replicas.
    var readyTerm: Int128 = 0

    /// The next place in turn.
    mutating func nextTurn() -> Int {
      turn = (turn + 1) % count
      return turn
    }

    /// So many more workers serve.
    @inline(__always)
    mutating func addBusy(_ delta: Int64, at now: Nanoseconds) {
      busy &+= delta
      busyTerm &-= delta &* now
    }
  }

  private var rows: Table<Row>
  /// Ready replicas by rising rank.
  private var replicas = Storage<Replica>()

  init(_ components: Int) {
    rows = Table(Array(repeating: Row(), count: components))
  }

  func pointer(_ component: Int) -> Pointer<Row> { rows.pointer(component) }

  subscript(_ component: Int) -> Row { rows[component] }

  /// One of a component's ready replicas, by rising rank.
  @inline(__always)
  func ready(_ station: Pointer<Row>, _ place: Int) -> Replica {
    replicas[station.row.first &+ place]
  }

  /// The ready replica with a worker that is free first.
  ///
  /// - Complexity: O(ready replicas).
  @inline(never)
  func leastWork(_ station: Pointer<Row>, _ now: Nanoseconds) -> Replica {
    var best = ready(station, 0)
    var least = Nanoseconds.max
    for place in 0..<station.row.count {
      let replica = ready(station, place)
      let left = max(0, replica.row.freeAt - now)
      if left < least { (best, least) = (replica, left) }
    }
    return best
  }

  /// Least work where workers wait for calls: nobody knows how long, so requests are counted.
  ///
  /// - Complexity: O(ready replicas).
  @inline(never)
  func leastRequests(_ station: Pointer<Row>) -> Replica {
    var best = ready(station, 0)
    for place in 1..<station.row.count {
      let replica = ready(station, place)
      if replica.row.bound < best.row.bound { best = replica }
    }
    return best
  }

  /// Integrals over time of busy workers, modulo 2^64, and of ready replicas.
  func integrals(_ component: Int, at now: Nanoseconds) -> (busy: Int64, ready: Int128) {
    let row = rows[component]
    return (
      row.busyTerm &+ row.busy &* now, row.readyTerm + Int128(row.count) * Int128(now)
    )
  }

  mutating func addReady(_ replica: Replica, to component: Int, at now: Nanoseconds) {
    if rows[component].count == rows[component].capacity { move(component, filler: replica) }
    let rank = replica.row.rank
    let first = rows[component].first
    var hole = first + rows[component].count
    while hole > first, replicas[hole - 1].row.rank > rank {
      replicas[hole] = replicas[hole - 1]
      hole -= 1
    }
    replicas[hole] = replica
    rows[component].count += 1
    rows[component].readyTerm -= Int128(now)
  }

  mutating func removeReady(_ replica: Int, from component: Int, at now: Nanoseconds) {
    let range = rows[component].first..<rows[component].first + rows[component].count
    guard let place = range.first(where: { replicas[$0].slot == replica }) else { return }
    for next in place + 1..<max(place + 1, range.upperBound) {
      replicas[next - 1] = replicas[next]
    }
    rows[component].count -= 1
    rows[component].readyTerm += Int128(now)
  }

  /// Gives a component a stretch twice as long, at the end.
  private mutating func move(_ component: Int, filler: Replica) {
    let old = rows[component]
    let first = replicas.count
    let capacity = max(8, 2 * old.capacity)
    replicas.append(repeating: filler, count: capacity)
    for place in 0..<old.count {
      replicas[first + place] = replicas[old.first + place]
    }
    rows[component].first = first
    rows[component].capacity = capacity
  }
}
