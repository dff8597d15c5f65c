import VerbundCore
import VerbundModel

/// What a scaler sees of one component at a control tick.
public struct ScalingView: Sendable {
  public var now: Nanoseconds
  /// Replicas that run or start.
  public var replicas: Int
  /// Replicas that take requests.
  public var ready: Int
  /// Busy share of the ready replicas' workers over the last finished scrape, 0 to 1.
  public var utilisation: Double

  public init(now: Nanoseconds, replicas: Int, ready: Int, utilisation: Double) {
    self.now = now
    self.replicas = replicas
    self.ready = ready
    self.utilisation = utilisation
  }
}

/// Decides how many replicas a component should have. Asked at control ticks only.
///
/// Bounds (calendar, set-aside, offers) are applied by the caller: what is wanted beyond them is
/// the shortfall that the metrics report.
public protocol ScalingPolicy: Sendable {
  /// Replicas wanted now, whatever can be had.
  mutating func wanted(_ view: ScalingView) -> Int
}

/// Makes the policy of a component.
public func scalingPolicy(_ scaling: Scaling) -> any ScalingPolicy {
  switch scaling.policy {
  case .fixed: FixedScaling(replicas: scaling.setAside)
  case .horizontal: HorizontalScaling(target: scaling.target)
  }
}

/// The whole set-aside, always.
public struct FixedScaling: ScalingPolicy {
  let replicas: Int

  public init(replicas: Int) { self.replicas = replicas }

  /// The set-aside's replicas, whatever the view.
  public mutating func wanted(_ view: ScalingView) -> Int { replicas }
}
