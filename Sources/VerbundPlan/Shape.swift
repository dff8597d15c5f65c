import VerbundCore
import VerbundModel

/// Shape and bursts of a demand on the slot grid: the mean of each slot, in units of the mean
/// intensity over the demand's window.
public struct Shape: Sendable {
  public let profile: [Double]
  public let bursts: [[Double]]

  public init(_ demand: Demand, slot: Nanoseconds, slots: Int) {
    let points = demand.profile
    let mean = area(points, demand.window) / Double(demand.window.count)
    let scale = mean > 0 ? 1 / mean : 0
    func slotMeans(_ points: [ProfilePoint]) -> [Double] {
      (0..<slots).map { index in
        let from = Int64(index) * slot
        return area(points, from..<from + slot) / Double(slot)
      }
    }
    profile = slotMeans(points).map { $0 * scale }
    bursts = demand.bursts.map { burst in
      slotMeans([
        ProfilePoint(at: burst.at - burst.rise, value: 0),
        ProfilePoint(at: burst.at, value: burst.height),
        ProfilePoint(at: burst.at + burst.fall, value: 0),
      ])
    }
  }
}

/// Integral of the piecewise-linear function through `points`, constant outside them.
/// - Complexity: O(points).
private func area(_ points: [ProfilePoint], _ range: Range<Nanoseconds>) -> Double {
  guard let first = points.first, let last = points.last else { return 0 }
  func clipped(_ from: Nanoseconds, _ to: Nanoseconds) -> (Nanoseconds, Nanoseconds)? {
    let a = max(from, range.lowerBound)
    let b = min(to, range.upperBound)
    return a < b ? (a, b) : nil
  }
  var total = 0.0
  if let (a, b) = clipped(.min, first.at) { total += first.value * Double(b - a) }
  if let (a, b) = clipped(last.at, .max) { total += last.value * Double(b - a) }
  for (p, q) in zip(points, points.dropFirst()) {
    guard let (a, b) = clipped(p.at, q.at) else { continue }
    let slope = (q.value - p.value) / Double(q.at - p.at)
    let middle = Double(a - p.at) + Double(b - a) / 2
    total += (p.value + slope * middle) * Double(b - a)
  }
  return total
}
