import VerbundCore

/// The Kubernetes horizontal pod autoscaler on CPU utilisation, with its documented defaults.
///
/// desired = ceil(replicas x utilisation / target); nothing happens within 10 % of the target;
/// unready replicas count as idle on the way up and as at target on the way down; up by at most the
/// larger of +100 % and +4 pods per 15 s; down only to the highest recommendation of the last
/// 300 s. Source: kubernetes.io, "Horizontal Pod Autoscaling" and the autoscaling/v2 API.
public struct HorizontalScaling: ScalingPolicy {
  static let tolerance = 0.1
  static let stabilisation: Nanoseconds = 300 * .second

  let target: Double
  /// Recommendations of the stabilisation window, oldest first.
  private var recent: [(at: Nanoseconds, replicas: Int)] = []
  private let period: Nanoseconds

  public init(target: Double, period: Nanoseconds) {
    self.target = target
    self.period = period
  }

  /// Replicas by the rule above; at least 1 while none is ready.
  public mutating func wanted(_ view: ScalingView) -> Int {
    let recommended = recommendation(view)
    recent.append((view.now, recommended))
    recent.removeAll { $0.at < view.now - Self.stabilisation }
    let floor = recent.map(\.replicas).max() ?? recommended
    // Down: the highest recommendation in the window. Up: at once, within the rate.
    let stable = recommended < view.replicas ? min(view.replicas, floor) : recommended
    return min(stable, upwardLimit(view.replicas))
  }

  private func recommendation(_ view: ScalingView) -> Int {
    guard view.replicas > 0, view.ready > 0 else { return max(1, view.replicas) }
    let ratio = view.utilisation / target
    if abs(ratio - 1) <= Self.tolerance { return view.replicas }
    let unready = Double(view.replicas - view.ready)
    let missing = ratio > 1 ? 0 : unready
    let adjusted = (Double(view.ready) * ratio + missing) / Double(view.replicas)
    // The unready ones may turn the direction round: then nothing is done.
    if (adjusted - 1) * (ratio - 1) <= 0 || abs(adjusted - 1) <= Self.tolerance {
      return view.replicas
    }
    return Int((adjusted * Double(view.replicas)).rounded(.up))
  }

  /// +100 % or +4 pods per 15 s, whichever is more.
  private func upwardLimit(_ replicas: Int) -> Int {
    let periods = max(1, Int(period / (15 * .second)))
    return replicas + periods * max(replicas, 4)
  }
}
