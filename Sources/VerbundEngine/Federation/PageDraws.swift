import VerbundCore

/// What is drawn for a call that is made.
struct CallDraw: BitwiseCopyable, Equatable {
  /// Its work, in times of the mean.
  var share: Double
  /// A random word: which replica it goes to.
  var choice: UInt32

  @inline(__always)
  init(share: Double, choice: UInt32) {
    self.share = share
    self.choice = choice
  }

  /// - Parameters:
  ///   - block: the call's random bits: two words for its work, the third for its replica.
  ///   - law: of its work.
  @inline(__always)
  init(_ block: SIMD4<UInt32>, _ law: Distribution) {
    self.init(share: law.quantile(Draws.unit(block)), choice: block.z)
  }
}

/// What is drawn for a page view when it comes.
struct PageDraws: BitwiseCopyable {
  var root: CallDraw
  /// For the call of node 1, if that is drawn early.
  var second: CallDraw
  /// How long the citizen pauses after it, in times of the mean: from the last word of the first
  /// call's block, which is always drawn.
  var pause: Double
  /// Which of the first four nodes are called, a bit each; or `all`.
  var made: UInt8

  /// Every call of the tree is made, and that of node 1 is drawn early.
  static let all = UInt8.max
}

/// How the numbers of a page view are drawn, by its call tree.
///
/// Where every call is made, the second goes with the first. Where chance decides, which calls are
/// made goes with the first, and the others are drawn when they are made.
struct TreeDraws: BitwiseCopyable {
  let root: Pointer<NodeRow>
  /// Node 1, if it is drawn early: the root's first call.
  let second: Pointer<NodeRow>?
  /// The second word of a counter, without the page, for the block beside the first call's.
  let besideRoot: UInt32
  /// Whether every call is made.
  let isCertain: Bool
  /// The law of the work is exponential for all that is drawn early.
  let isExponential: Bool
  /// Node 1, 2 or 3 is called when its random word is below.
  private let below: (UInt64, UInt64, UInt64)

  init(_ root: Pointer<NodeRow>) {
    let nodes = Self.nodes(root)
    precondition(nodes.indices.allSatisfy { nodes[$0].row.number == $0 }, "numbered depth first")
    self.root = root
    isCertain = nodes.allSatisfy(\.row.isAlwaysCalled)
    second = isCertain ? root.row.firstCall : nil
    besideRoot = Draws.detail(
      isCertain ? .call : .callsMade, Subject(visit: 0, node: isCertain ? 1 : 0))
    isExponential = [root, second].allSatisfy {
      $0 == nil || $0?.row.component.row.law.family == .exponential
    }
    func limit(_ node: Int) -> UInt64 { node < nodes.count ? nodes[node].row.calledBelow : 0 }
    below = (limit(1), limit(2), limit(3))
  }

  /// A node and all that it leads to, depth first.
  private static func nodes(_ node: Pointer<NodeRow>) -> [Pointer<NodeRow>] {
    var nodes = [node]
    var call = node.row.firstCall
    while let next = call {
      nodes += self.nodes(next)
      call = next.row.nextCall
    }
    return nodes
  }

  /// Which of the first four nodes are called, by a block of which each has its word.
  @inline(__always)
  func made(_ block: SIMD4<UInt32>) -> UInt8 {
    let calls: (UInt8, UInt8, UInt8) = (
      UInt64(block.y) < below.0 ? 2 : 0, UInt64(block.z) < below.1 ? 4 : 0,
      UInt64(block.w) < below.2 ? 8 : 0
    )
    return 1 | calls.0 | calls.1 | calls.2
  }
}

extension Draws {
  /// A block that few page views need: kept out of the way of the others.
  @inline(never)
  func lateBlock(_ purpose: Purpose, stream: UInt32, _ subject: Subject) -> SIMD4<UInt32> {
    block(purpose, stream: stream, subject)
  }
}
