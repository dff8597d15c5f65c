import VerbundCore

/// The random words that most page views need, drawn together.
///
/// A block takes some hundred dependent instructions; three that do not depend on each other take
/// hardly longer than one. What is not needed is not used: a draw has no state.
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
    root = draws.block(.call, stream: stream, page)
    second = draws.block(.call, stream: stream, next)
    pause = draws.block(.thinkTime, stream: stream, page)
  }
}
