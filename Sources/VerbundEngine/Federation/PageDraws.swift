import CMemory
import VerbundCore

/// The random words that most page views need, drawn together: those of the calls of nodes 0 and 1.
struct PageDraws: BitwiseCopyable {
  let root: SIMD4<UInt32>
  let second: SIMD4<UInt32>
}

/// Where they come from: two blocks that do not depend on each other go side by side, with the keys
/// of all rounds worked out once. What is not needed is not used: a draw has no state.
struct PageSource: ~Copyable {
  private let night: UInt32
  private var keys: philox_keys

  init(_ draws: Draws) {
    night = UInt32(draws.night)
    keys = philox_schedule(draws.key.x, draws.key.y)
  }

  /// Mutating only so that the keys need not be copied.
  @inline(__always)
  mutating func draws(stream: UInt32, _ page: Subject) -> PageDraws {
    var next = page
    next.node = 1
    let blocks = philox_two(
      page.visit, Draws.detail(.call, page), Draws.detail(.call, next), night, stream, &keys)
    return PageDraws(root: blocks.first, second: blocks.second)
  }
}

extension Draws {
  /// A block that few page views need: kept out of the way of the others.
  @inline(never)
  func lateBlock(_ purpose: Purpose, stream: UInt32, _ subject: Subject) -> SIMD4<UInt32> {
    block(purpose, stream: stream, subject)
  }
}
