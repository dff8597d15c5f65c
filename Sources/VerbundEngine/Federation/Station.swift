import VerbundCore
import VerbundModel
import VerbundPlan

/// A component at run time: its replicas, and what its scaler sees of them.
struct Station {
  /// Replicas that take requests, by rising index.
  var ready: [Int32] = []
  /// The set-aside's replicas, running or not.
  var home: [Int32] = []
  /// Replicas lent to it, the latest last.
  var lent: [Int32] = []
  var turn = 0
  var wanted = 0
  private(set) var policy: any ScalingPolicy
  private let scaling: Scaling
  private let workers: Int64

  private var busy: Int64 = 0
  private var since: Nanoseconds = 0
  private var busyTime: Int64 = 0
  private var readyTime: Int64 = 0
  /// The last two finished scrapes: the scaler sees the older one.
  private var latest: Double?
  private var visible: Double?

  init(_ component: Component, period: Nanoseconds) {
    policy = scalingPolicy(component.scaling, period: period)
    scaling = component.scaling
    workers = Int64(component.workers)
  }

  @inline(__always)
  mutating func accrue(_ now: Nanoseconds) {
    busyTime += busy * (now - since)
    readyTime += Int64(ready.count) * workers * (now - since)
    since = now
  }

  @inline(__always)
  mutating func addBusy(_ delta: Int64, at now: Nanoseconds) {
    accrue(now)
    busy += delta
  }

  mutating func addReady(_ replica: Int, at now: Nanoseconds) {
    accrue(now)
    let place = ready.firstIndex { $0 > replica } ?? ready.count
    ready.insert(Int32(replica), at: place)
  }

  mutating func removeReady(_ replica: Int, at now: Nanoseconds) {
    accrue(now)
    ready.removeAll { $0 == replica }
  }

  /// Ends a scrape; `visible` becomes the one before.
  mutating func closeScrape(_ now: Nanoseconds) {
    accrue(now)
    visible = latest
    latest = readyTime > 0 ? min(1, Double(busyTime) / Double(readyTime)) : nil
    busyTime = 0
    readyTime = 0
  }

  /// Replicas wanted with `running` of them running or starting: the policy's wish, not below the
  /// calendar's floor.
  mutating func decide(running: Int, at now: Nanoseconds) -> Int {
    var wish = running
    if let visible {
      wish = policy.wanted(
        ScalingView(now: now, replicas: running, ready: ready.count, utilisation: visible))
    }
    wanted = max(wish, floor(at: now))
    return wanted
  }

  /// The least that must run at this time.
  func floor(at now: Nanoseconds) -> Int {
    let calendar = scaling.calendar.last { $0.at <= now }?.min ?? 0
    let fixed = scaling.policy == .fixed ? scaling.setAside : 0
    return max(scaling.min, calendar, fixed)
  }
}
