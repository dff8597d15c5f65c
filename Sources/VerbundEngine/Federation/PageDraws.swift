import CMemory
import VerbundCore

/// The random words that most page views need, drawn together.
///
/// Blocks that do not depend on each other take hardly longer than one, and four go side by side.
/// What is not needed is not used: a draw has no state.
struct PageDraws: BitwiseCopyable {
  /// The calls of nodes 0 and 1 of the call tree.
  var root: SIMD4<UInt32>
  var second: SIMD4<UInt32>
  /// The pause after the page.
  var pause: SIMD4<UInt32>

  @inline(__always)
  init(_ draws: Draws, stream: UInt32, _ page: Subject) {
    var next = page
    next.node = 1
    let call = Draws.detail(.call, page)
    let blocks = philox_four(
      SIMD4(repeating: page.visit),
      SIMD4(call, Draws.detail(.call, next), Draws.detail(.thinkTime, page), call),
      SIMD4(repeating: UInt32(draws.night)), SIMD4(repeating: stream), draws.key.x, draws.key.y)
    root = blocks.first
    second = blocks.second
    pause = blocks.third
  }
}

extension Draws {
  /// A block that few page views need: kept out of the way of the others.
  @inline(never)
  func lateBlock(_ purpose: Purpose, stream: UInt32, _ subject: Subject) -> SIMD4<UInt32> {
    block(purpose, stream: stream, subject)
  }
}
