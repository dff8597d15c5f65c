import VerbundCore

/// What the hot path knows of every component: its replicas that take requests, and how many
/// workers are busy.
struct StationTable: ~Copyable {
  struct Row: BitwiseCopyable {
    /// The stretch of `replicas` and `ranks` that is this component's.
    var first = 0
    /// Replicas that take requests.
    var count = 0
    var capacity = 0
    var turn = 0
    var busy: Int64 = 0
    /// The integral of busy workers up to a time t is `busyTerm` + `busy` x t.
    var busyTerm: Int128 = 0
    /// The same of ready replicas.
    var readyTerm: Int128 = 0

    @inline(__always)
    mutating func addBusy(_ delta: Int64, at now: Nanoseconds) {
      busy &+= delta
      busyTerm &-= Int128(delta &* now)
    }
  }

  private var rows: Table<Row>
  /// Ready replicas by rising rank.
  private var replicas = Storage<Int32>()
  private var ranks = Storage<Int64>()

  init(_ components: Int) {
    rows = Table(Array(repeating: Row(), count: components))
  }

  @inline(__always)
  func at(_ component: Int) -> Handle<Row> { rows.at(component) }

  /// One of a component's ready replicas, by rising rank.
  @inline(__always)
  func ready(_ station: Handle<Row>, _ place: Int) -> Int {
    Int(replicas[station.row.first &+ place])
  }

  /// The next place in turn.
  mutating func nextTurn(_ component: Int) -> Int {
    rows[component].turn = (rows[component].turn + 1) % rows[component].count
    return rows[component].turn
  }

  /// A worker takes up (1) or ends (-1) its service.
  @inline(__always)
  mutating func addBusy(_ delta: Int64, _ component: Int, at now: Nanoseconds) {
    rows[component].addBusy(delta, at: now)
  }

  /// Integrals over time of busy workers and of ready replicas.
  func integrals(_ component: Int, at now: Nanoseconds) -> (busy: Int128, ready: Int128) {
    let row = rows[component]
    return (
      row.busyTerm + Int128(row.busy) * Int128(now),
      row.readyTerm + Int128(row.count) * Int128(now)
    )
  }

  mutating func addReady(_ replica: Int, rank: Int64, to component: Int, at now: Nanoseconds) {
    if rows[component].count == rows[component].capacity { move(component) }
    let first = rows[component].first
    var hole = first + rows[component].count
    while hole > first, ranks[hole - 1] > rank {
      ranks[hole] = ranks[hole - 1]
      replicas[hole] = replicas[hole - 1]
      hole -= 1
    }
    ranks[hole] = rank
    replicas[hole] = Int32(replica)
    rows[component].count += 1
    rows[component].readyTerm -= Int128(now)
  }

  mutating func removeReady(_ replica: Int, from component: Int, at now: Nanoseconds) {
    let range = rows[component].first..<rows[component].first + rows[component].count
    guard let place = range.first(where: { replicas[$0] == replica }) else { return }
    for next in place + 1..<max(place + 1, range.upperBound) {
      ranks[next - 1] = ranks[next]
      replicas[next - 1] = replicas[next]
    }
    rows[component].count -= 1
    rows[component].readyTerm += Int128(now)
  }

  /// Gives a component a stretch twice as long, at the end.
  private mutating func move(_ component: Int) {
    let old = rows[component]
    let first = replicas.count
    let capacity = max(8, 2 * old.capacity)
    replicas.append(repeating: -1, count: capacity)
    ranks.append(repeating: 0, count: capacity)
    for place in 0..<old.count {
      replicas[first + place] = replicas[old.first + place]
      ranks[first + place] = ranks[old.first + place]
    }
    rows[component].first = first
    rows[component].capacity = capacity
  }
}
