import CMemory
import VerbundCore

/// The random words that most page views need, drawn together: those of the calls of nodes 0 and 1.
///
/// Two blocks that do not depend on each other go side by side. What is not needed is not used: a
/// draw has no state.
struct PageDraws: BitwiseCopyable {
  var root: SIMD4<UInt32>
  var second: SIMD4<UInt32>

  @inline(__always)
  init(_ draws: Draws, stream: UInt32, _ page: Subject) {
    var next = page
    next.node = 1
    let blocks = philox_two(
      page.visit, Draws.detail(.call, page), Draws.detail(.call, next), UInt32(draws.night),
      stream, draws.key.x, draws.key.y)
    root = blocks.first
    second = blocks.second
  }
}

extension Draws {
  /// A block that few page views need: kept out of the way of the others.
  @inline(never)
  func lateBlock(_ purpose: Purpose, stream: UInt32, _ subject: Subject) -> SIMD4<UInt32> {
    block(purpose, stream: stream, subject)
  }
}
