import CMemory
import VerbundCore

/// Where the draws of page views come from. What goes side by side is drawn together: two blocks of
/// random bits that do not depend on each other, and the numbers that are made of them.
///
/// What is not needed is not used: a draw has no state.
struct PageSource: ~Copyable {
  private let night: UInt32
  /// Of all rounds, worked out once.
  private var keys: philox_keys

  init(_ draws: Draws) {
    night = UInt32(draws.night)
    keys = philox_schedule(draws.key.x, draws.key.y)
  }

  /// - Parameter page: as in the key of its events (`FederationEvent.key`).
  ///
  /// Mutating only so that the keys of the rounds need not be copied.
  @inline(__always)
  mutating func draws(_ page: UInt64, of stream: Handle<StreamRow>) -> PageDraws {
    let (first, second) =
      (FederationEvent.draw(page, node: 0), FederationEvent.draw(page, node: 1))
    let blocks = philox_two(
      first.visit, Draws.detail(.call, first), Draws.detail(.call, second), night,
      stream.row.key, &keys)
    if !stream.row.calls.areExponential { return Self.draws(stream.row.calls, blocks) }
    // In an array, so that the compiler takes both logarithms as one vector.
    var shares: InlineArray<2, Double> = [Draws.unit(blocks.first), Draws.unit(blocks.second)]
    for index in shares.indices {
      shares[index] = Distribution.exponential.quantile(shares[index])
    }
    return PageDraws(
      root: CallDraw(share: shares[0], blocks.first),
      second: CallDraw(share: shares[1], blocks.second), pause: Self.pause(blocks))
  }

  @inline(__always)
  private static func pause(_ blocks: philox_blocks) -> Double {
    Distribution.exponential.quantile(Draws.unit(word: blocks.first.w))
  }

  /// The same where the work follows other laws. What is costly is drawn for calls that are made.
  @inline(never)
  private static func draws(_ calls: FirstCalls, _ blocks: philox_blocks) -> PageDraws {
    var second = CallDraw(share: 0, blocks.second)
    if let node = calls.second, node.row.isCalled(second.chance) {
      second = CallDraw(blocks.second, node.row.component.row.law)
    }
    return PageDraws(
      root: CallDraw(blocks.first, calls.root.row.component.row.law), second: second,
      pause: pause(blocks))
  }
}
