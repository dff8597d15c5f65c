import VerbundCore
import VerbundModel
import VerbundPlan

/// A component as its scaler sees it: its replicas, and what was measured of them.
struct Station {
  /// The set-aside's replicas, running or not.
  var home: [Int32] = []
  /// Replicas lent to it, the latest last.
  var lent: [Int32] = []
  /// Running replicas lost since the last decision: they are still wanted.
  var lost = 0
  private var policy: any ScalingPolicy
  private let scaling: Scaling
  private let workers: Int64

  /// The integrals of busy workers and ready replicas at the last scrape.
  private var mark: (busy: Int64, ready: Int128) = (0, 0)
  /// The last two finished scrapes: the scaler sees the older one.
  private var latest: Double?
  private(set) var visible: Double?

  init(_ component: Component) {
    policy = scalingPolicy(component.scaling)
    scaling = component.scaling
    workers = Int64(component.workers)
  }

  /// Ends a scrape; `visible` becomes the one before.
  mutating func closeScrape(_ integrals: (busy: Int64, ready: Int128)) {
    let busy = integrals.busy &- mark.busy
    let ready = (integrals.ready - mark.ready) * Int128(workers)
    visible = latest
    latest = ready > 0 ? min(1, Double(busy) / Double(nearest: ready)) : nil
    mark = integrals
  }

  /// Replicas wanted: the policy's wish once it can see a scrape, but no fewer than the floor at
  /// home and what is ordered besides.
  mutating func decide(_ view: ScalingView, committed: Int) -> Int {
    lost = 0
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
