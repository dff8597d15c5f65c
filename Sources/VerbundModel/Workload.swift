import VerbundCore

/// A service that people use: who comes when, what a page costs, and what serves it.
public struct Workload: Sendable, Hashable {
  public var id: String
  public var name: LocalizedText
  /// The site of its front door, its set-aside and its stateful components.
  public var home: String
  public var demand: Demand
  public var visit: Visit
  public var page: Page
  public var door: FrontDoor
  /// In the order of the file; `entry` and `calls` name them.
  public var components: [Component]
  public var entry: String
  public var calls: [Call]
  public var slo: ServiceLevel

  public init(
    id: String, name: LocalizedText, home: String, demand: Demand, visit: Visit, page: Page,
    door: FrontDoor, components: [Component], entry: String, calls: [Call], slo: ServiceLevel
  ) {
    self.id = id
    self.name = name
    self.home = home
    self.demand = demand
    self.visit = visit
    self.page = page
    self.door = door
    self.components = components
    self.entry = entry
    self.calls = calls
    self.slo = slo
  }
}

/// Intensity over time: a level, a shape and bursts on top.
///
/// hits/s of a region = people / 1,000 x `hitsPerThousand` x (profile / its mean over `window`
/// + sum of bursts). Peaks of minutes are bursts; the shape carries the evening's volume.
public struct Demand: Sendable, Hashable {
  /// Regions and the factor on each one's people.
  public var regions: [RegionShare]
  /// Mean hits per second and 1,000 people over `window`, without bursts.
  public var hitsPerThousand: Double
  /// Piecewise linear, in time order; constant before the first and after the last point.
  public var profile: [ProfilePoint]
  public var window: Range<Nanoseconds>
  public var bursts: [Burst]
  public var noise: Noise

  public init(
    regions: [RegionShare], hitsPerThousand: Double, profile: [ProfilePoint],
    window: Range<Nanoseconds>, bursts: [Burst], noise: Noise
  ) {
    self.regions = regions
    self.hitsPerThousand = hitsPerThousand
    self.profile = profile
    self.window = window
    self.bursts = bursts
    self.noise = noise
  }
}

/// A region whose people use the service; `share` is a factor on its people.
public struct RegionShare: Sendable, Hashable {
  public var region: String
  public var share: Double

  public init(region: String, share: Double) {
    self.region = region
    self.share = share
  }
}

/// A point of a shape: a factor at a time, without unit.
public struct ProfilePoint: Sendable, Hashable {
  public var at: Nanoseconds
  public var value: Double

  public init(at: Nanoseconds, value: Double) {
    self.at = at
    self.value = value
  }
}

/// A peak of minutes: rises in a line, then falls in a line.
public struct Burst: Sendable, Hashable {
  /// Time of the maximum: it rises from `at - rise` and is back to nothing at `at + fall`.
  public var at: Nanoseconds
  public var rise: Nanoseconds
  public var fall: Nanoseconds
  /// Height over the shape, in units of the mean intensity over the window.
  public var height: Double

  public init(at: Nanoseconds, rise: Nanoseconds, fall: Nanoseconds, height: Double) {
    self.at = at
    self.rise = rise
    self.fall = fall
    self.height = height
  }
}

/// Slot-to-slot noise: relative standard deviation, and how much of it all regions share.
public struct Noise: Sendable, Hashable {
  public var deviation: Double
  /// Correlation between two regions, 0 to 1.
  public var correlation: Double

  public init(deviation: Double, correlation: Double) {
    self.deviation = deviation
    self.correlation = correlation
  }
}

/// How a person uses the service.
public struct Visit: Sendable, Hashable {
  /// Mean page views of a visit (geometric), at least 1.
  public var pages: Double
  /// Mean pause between an answer and the next page view (exponential).
  public var think: Nanoseconds
  /// The client gives up waiting after this time.
  public var timeout: Nanoseconds
  /// What becomes of the work for a client that gave up.
  public var onTimeout: TimeoutRule
  /// Probability that the person leaves after a page view that failed.
  public var leaves: Double

  public init(
    pages: Double, think: Nanoseconds, timeout: Nanoseconds, onTimeout: TimeoutRule = .goOn,
    leaves: Double
  ) {
    self.pages = pages
    self.think = think
    self.timeout = timeout
    self.onTimeout = onTimeout
    self.leaves = leaves
  }
}

/// What becomes of the work for a client that gave up.
public enum TimeoutRule: String, Sendable, BitwiseCopyable, Hashable, CaseIterable, Codable {
  /// It is done all the same, queued or not: the server does not know.
  case goOn = "continue"
  /// It is dropped at once, wherever it stands.
  case cancel
}

/// What one page view consists of, on the way between the citizen and the front door.
public struct Page: Sendable, Hashable {
  public var hits: Double
  public var requestBytes: Int64
  public var responseBytes: Int64

  public init(hits: Double, requestBytes: Int64, responseBytes: Int64) {
    self.hits = hits
    self.requestBytes = requestBytes
    self.responseBytes = responseBytes
  }
}

/// Load balancer and web application firewall before a service: it refuses what is over its limits.
public struct FrontDoor: Sendable, Hashable, BitwiseCopyable {
  public var connections: Int
  public var newConnectionsPerSecond: Int
  public var hitsPerSecond: Int
  /// A connection stays in the table this long after the last response.
  public var keepAlive: Nanoseconds

  public init(
    connections: Int, newConnectionsPerSecond: Int, hitsPerSecond: Int, keepAlive: Nanoseconds
  ) {
    self.connections = connections
    self.newConnectionsPerSecond = newConnectionsPerSecond
    self.hitsPerSecond = hitsPerSecond
    self.keepAlive = keepAlive
  }
}

/// A part of a service that scales by itself: a set of like replicas.
public struct Component: Sendable, Hashable {
  public var id: String
  public var name: LocalizedText
  /// Workers of one replica, one vCPU each.
  public var workers: Int
  /// Mean work per call in core-nanoseconds at speed 1.
  public var work: Nanoseconds
  /// How the work of a call spreads about its mean.
  public var law: Distribution
  /// Waiting places of one replica.
  public var queue: Int
  public var routing: RoutingRule
  public var discipline: Discipline
  /// Stateless components may be lent; stateful ones stay at home.
  public var isStateless: Bool
  public var imageBytes: Int64
  /// Scheduling, unpacking, boot and readiness, without the pull of the image.
  public var startUp: Nanoseconds
  public var scaling: Scaling

  public init(
    id: String, name: LocalizedText, workers: Int, work: Nanoseconds, law: Distribution,
    queue: Int, routing: RoutingRule, discipline: Discipline = .firstCome, isStateless: Bool,
    imageBytes: Int64, startUp: Nanoseconds, scaling: Scaling
  ) {
    self.id = id
    self.name = name
    self.workers = workers
    self.work = work
    self.law = law
    self.queue = queue
    self.routing = routing
    self.discipline = discipline
    self.isStateless = isStateless
    self.imageBytes = imageBytes
    self.startUp = startUp
    self.scaling = scaling
  }
}

/// How a request finds its replica, on arrival.
public enum RoutingRule: String, Sendable, BitwiseCopyable, Hashable, CaseIterable, Codable {
  /// The less loaded of two drawn at random.
  case twoChoices = "two-choices"
  /// The least loaded of all: with one worker per replica, the same as one central queue.
  case leastWork = "least-work"
  case roundRobin = "round-robin"
  case random
}

/// How a replica serves the requests that are with it.
public enum Discipline: String, Sendable, BitwiseCopyable, Hashable, CaseIterable, Codable {
  /// Each worker serves one at a time; who comes first is served first.
  case firstCome = "first-come"
  /// All present share the workers equally: each of n gets min(1, workers / n) of one.
  case processorSharing = "processor-sharing"
}

/// Replicas at home: the set-aside, and who decides how many of it run.
public struct Scaling: Sendable, Hashable {
  public var policy: ScalingKind
  public var min: Int
  /// The set-aside: replicas that the home site keeps for this component.
  public var setAside: Int
  /// Wanted CPU utilisation of ready replicas.
  public var target: Double
  /// From each time on, at least this many replicas (pre-scaling by calendar).
  public var calendar: [CalendarEntry]

  public init(
    policy: ScalingKind, min: Int, setAside: Int, target: Double, calendar: [CalendarEntry]
  ) {
    self.policy = policy
    self.min = min
    self.setAside = setAside
    self.target = target
    self.calendar = calendar
  }
}

/// Who decides how many replicas of the set-aside run.
public enum ScalingKind: String, Sendable, Hashable, CaseIterable, Codable {
  /// The Kubernetes horizontal pod autoscaler.
  case horizontal
  /// The whole set-aside runs all the time.
  case fixed
}

/// From `at` on, at least `min` replicas run.
public struct CalendarEntry: Sendable, Hashable {
  public var at: Nanoseconds
  public var min: Int

  public init(at: Nanoseconds, min: Int) {
    self.at = at
    self.min = min
  }
}

/// One component calls another for a page view, after its own work and in the order of the file.
public struct Call: Sendable, Hashable {
  public var from: String
  public var to: String
  /// Probability that a page view makes this call (one minus the cache's hit rate).
  public var probability: Double
  public var requestBytes: Int64
  public var responseBytes: Int64
  /// The caller's worker waits for the response instead of serving somebody else.
  public var holds: Bool

  public init(
    from: String, to: String, probability: Double, requestBytes: Int64, responseBytes: Int64,
    holds: Bool = false
  ) {
    self.from = from
    self.to = to
    self.probability = probability
    self.requestBytes = requestBytes
    self.responseBytes = responseBytes
    self.holds = holds
  }
}

/// The promise: this share of the page views offered is answered within this time.
public struct ServiceLevel: Sendable, Hashable {
  public var threshold: Nanoseconds
  public var share: Double

  public init(threshold: Nanoseconds, share: Double) {
    self.threshold = threshold
    self.share = share
  }
}
