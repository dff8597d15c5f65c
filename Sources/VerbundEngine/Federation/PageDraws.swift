import VerbundCore

/// What is drawn for a call.
struct CallDraw: BitwiseCopyable, Equatable {
  /// Its work, in times of the mean.
  var share: Double
  /// Random words: which replica it goes to, and whether it is made.
  var choice: UInt32
  var chance: UInt32

  @inline(__always)
  init(share: Double, _ block: SIMD4<UInt32>) {
    self.share = share
    choice = block.z
    chance = block.w
  }

  /// - Parameters:
  ///   - block: the call's 128 random bits: 64 for its work, 64 for its replica.
  ///   - law: of its work.
  @inline(__always)
  init(_ block: SIMD4<UInt32>, _ law: Distribution) {
    self.init(share: law.quantile(Draws.unit(block)), block)
  }
}

/// What is drawn for a page view when it comes: for the calls of nodes 0 and 1, which most of them
/// make, and for the time until the next page.
struct PageDraws: BitwiseCopyable {
  var root: CallDraw
  var second: CallDraw
  /// How long the citizen pauses after it, in times of the mean. The first call is always made, so
  /// its word for that is free.
  var pause: Double
}

/// A page view's first two calls, whose work is drawn when it comes.
struct FirstCalls: BitwiseCopyable {
  let root: Pointer<NodeRow>
  /// Node 1: the root's first call, if it makes any.
  let second: Pointer<NodeRow>?
  /// The law of the work is exponential for both.
  let areExponential: Bool

  init(_ root: Pointer<NodeRow>) {
    self.root = root
    second = root.row.firstCall
    precondition(second?.row.number ?? 1 == 1, "nodes are numbered from the root, depth first")
    areExponential = [root, second].allSatisfy {
      $0 == nil || $0?.row.component.row.law.family == .exponential
    }
  }
}

extension Draws {
  /// A block that few page views need: kept out of the way of the others.
  @inline(never)
  func lateBlock(_ purpose: Purpose, stream: UInt32, _ subject: Subject) -> SIMD4<UInt32> {
    block(purpose, stream: stream, subject)
  }
}
