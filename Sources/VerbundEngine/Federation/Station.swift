import VerbundCore
import VerbundModel
import VerbundPlan

/// A component at run time: its replicas, and what its scaler sees of them.
struct Station {
  /// Replicas that take requests, by rising rank, and their ranks.
  private(set) var ready: [Int32] = []
  private var ranks: [Int64] = []
  /// The set-aside's replicas, running or not.
  var home: [Int32] = []
  /// Replicas lent to it, the latest last.
  var lent: [Int32] = []
  var turn = 0
  private var policy: any ScalingPolicy
  private let scaling: Scaling
  private let workers: Int64

  private var busy: Int64 = 0
  private var since: Nanoseconds = 0
  private var busyTime: Int128 = 0
  private var readyTime: Int128 = 0
  /// The last two finished scrapes: the scaler sees the older one.
  private var latest: Double?
  private(set) var visible: Double?

  init(_ component: Component) {
    policy = scalingPolicy(component.scaling)
    scaling = component.scaling
    workers = Int64(component.workers)
  }

  @inline(__always)
  mutating func accrue(_ now: Nanoseconds) {
    busyTime += Int128(busy) * Int128(now - since)
    readyTime += Int128(Int64(ready.count) * workers) * Int128(now - since)
    since = now
  }

  @inline(__always)
  mutating func addBusy(_ delta: Int64, at now: Nanoseconds) {
    accrue(now)
    busy += delta
  }

  mutating func addReady(_ replica: Int32, rank: Int64, at now: Nanoseconds) {
    accrue(now)
    let place = ranks.firstIndex { $0 > rank } ?? ranks.count
    ready.insert(replica, at: place)
    ranks.insert(rank, at: place)
  }

  mutating func removeReady(_ replica: Int, at now: Nanoseconds) {
    accrue(now)
    guard let place = ready.firstIndex(of: Int32(replica)) else { return }
    ready.remove(at: place)
    ranks.remove(at: place)
  }

  /// Ends a scrape; `visible` becomes the one before.
  mutating func closeScrape(_ now: Nanoseconds) {
    accrue(now)
    visible = latest
    latest = readyTime > 0 ? min(1, Double(busyTime) / Double(readyTime)) : nil
    busyTime = 0
    readyTime = 0
  }

  /// Replicas wanted: the policy's wish once it can see a scrape, but no fewer than the floor at
  /// home and what is ordered besides.
  mutating func decide(_ view: ScalingView, committed: Int) -> Int {
    let wish = visible == nil ? view.replicas : policy.wanted(view)
    return max(wish, floor(at: view.now) + committed)
  }

  /// The least that must run at this time.
  func floor(at now: Nanoseconds) -> Int {
    let calendar = scaling.calendar.last { $0.at <= now }?.min ?? 0
    let fixed = scaling.policy == .fixed ? scaling.setAside : 0
    return max(scaling.min, calendar, fixed)
  }
}
