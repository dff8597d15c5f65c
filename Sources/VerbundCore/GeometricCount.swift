/// Number of trials up to and including the first success, by inversion: at least 1, at most
/// `limit`.
public struct GeometricCount: Sendable, BitwiseCopyable {
  /// log(1 - 1/mean); 0 for a mean of 1 or less, where every count is 1.
  @usableFromInline let logMiss: Double
  @usableFromInline let limit: Int

  /// - Parameter mean: before the cut at `limit`.
  public init(mean: Double, limit: Int) {
    logMiss = mean > 1 ? Elementary.log(1 - 1 / mean) : 0
    self.limit = limit
  }

  /// The count at the uniform number `u` in (0, 1).
  @inlinable @inline(__always)
  public func count(_ u: Double) -> Int {
    if logMiss == 0 { return 1 }
    let count = Elementary.log(u) / logMiss
    return count >= Double(limit - 1) ? limit : 1 + Int(count)
  }
}
