import CMemory
import VerbundCore

/// Where the draws of page views come from. What goes side by side is drawn together: two blocks of
/// random bits that do not depend on each other, and two numbers that are made of them.
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
    let subject = FederationEvent.draw(page, node: 0)
    let tree = stream.row.tree
    let blocks = philox_two(
      subject.visit, Draws.detail(.call, subject), UInt32(subject.page) | tree.row.besideRoot,
      night, stream.row.key, &keys)
    if !tree.row.isExponential { return Self.draws(tree, blocks) }
    let (root, pause) = (Draws.unit(blocks.first), Draws.unit(word: blocks.first.w))
    if tree.row.isCertain {
      let work = Self.exponential(root, Draws.unit(blocks.second))
      return PageDraws(
        root: CallDraw(share: work[0], choice: blocks.first.z),
        second: CallDraw(share: work[1], choice: blocks.second.z),
        pause: Distribution.exponential.quantile(pause), made: PageDraws.all)
    }
    let times = Self.exponential(root, pause)
    return PageDraws(
      root: CallDraw(share: times[0], choice: blocks.first.z),
      second: CallDraw(share: 0, choice: 0), pause: times[1], made: tree.row.made(blocks.second))
  }

  /// In an array, so that the compiler takes both logarithms as one vector.
  @inline(__always)
  private static func exponential(_ first: Double, _ second: Double) -> InlineArray<2, Double> {
    var times: InlineArray<2, Double> = [first, second]
    for index in times.indices {
      times[index] = Distribution.exponential.quantile(times[index])
    }
    return times
  }

  /// The same where the work follows other laws.
  @inline(never)
  private static func draws(_ tree: Pointer<TreeDraws>, _ blocks: philox_blocks) -> PageDraws {
    var second = CallDraw(share: 0, choice: 0)
    if let node = tree.row.second { second = CallDraw(blocks.second, node.row.component.row.law) }
    return PageDraws(
      root: CallDraw(blocks.first, tree.row.root.row.component.row.law), second: second,
      pause: Distribution.exponential.quantile(Draws.unit(word: blocks.first.w)),
      made: tree.row.isCertain ? PageDraws.all : tree.row.made(blocks.second))
  }
}
