import VerbundCore

/// The Kubernetes horizontal pod autoscaler on CPU utilisation, with its documented defaults.
///
/// desired = ceil(ready x utilisation / target); nothing happens within 10 % of the target;
/// replicas that are not ready, or were not throughout the scrape, count as idle on the way up and
/// not at all on the way down; up to at most the larger of twice and four more than 15 s ago; down
/// only to the highest recommendation of the last 300 s. Source: kubernetes.io, "Horizontal Pod
/// Autoscaling" and the autoscaling/v2 API.
public struct HorizontalScaling: ScalingPolicy {
  static let tolerance = 0.1
  static let stabilisation: Nanoseconds = 300 * .second
  static let ratePeriod: Nanoseconds = 15 * .second

  let target: Double
  /// Recommendations of the stabilisation window, oldest first.
  private var recent: [(at: Nanoseconds, replicas: Int)] = []
  /// Replicas seen within the rate's period, oldest first.
  private var seen: [(at: Nanoseconds, replicas: Int)] = []

  /// A scaler that holds the ready replicas at `target` utilisation, 0 to 1.
  public init(target: Double) { self.target = target }

  /// Replicas wanted at this tick. - Complexity: O(ticks in 300 s).
  public mutating func wanted(_ view: ScalingView) -> Int {
    let recommended = recommendation(view)
    recent.append((view.now, recommended))
    recent.removeAll { $0.at < view.now - Self.stabilisation }
    let floor = recent.map(\.replicas).max() ?? recommended
    // Down: the highest recommendation in the window. Up: at once, within the rate.
    let stable = recommended < view.replicas ? min(view.replicas, floor) : recommended
    return min(stable, upwardLimit(view))
  }

  private func recommendation(_ view: ScalingView) -> Int {
    guard view.replicas > 0, view.ready > 0 else { return max(1, view.replicas) }
    let ratio = view.utilisation / target
    let measured = ratio > 1 ? view.replicas : view.ready
    let adjusted = ratio * Double(view.ready) / Double(measured)
    // Counting the unready ones as idle may turn the direction round: then nothing is done.
    let isTurned = ratio > 1 && adjusted <= 1
    if abs(adjusted - 1) <= Self.tolerance || isTurned { return view.replicas }
    return max(1, Int((adjusted * Double(measured)).rounded(.up)))
  }

  private mutating func upwardLimit(_ view: ScalingView) -> Int {
    seen.append((view.now, view.replicas))
    seen.removeAll { $0.at <= view.now - Self.ratePeriod }
    let before = seen.first?.replicas ?? view.replicas
    return max(view.replicas, 2 * before, before + 4)
  }
}
