/// A simulation library that people know, with M/M/16 written for it in `Benchmarks/peers`.
struct Peer: Sendable {
  let name: String
  /// Fewer for the slow ones, so that a run takes seconds; compared is the time of one.
  let customers: Int

  static let all = [
    Peer(name: "simpy", customers: 500_000),
    Peer(name: "simgrid", customers: 1_000_000),
    Peer(name: "ns3", customers: 3_000_000),
  ]

  var caseName: String { "mmc16-\(name)" }
}

/// Our M/M/16 against a peer's. It has random numbers of its own, so the mean wait is what must
/// agree, with theory.
func peerCase(_ peer: Peer, programs: Baseline, queue: BenchCase) -> BenchCase {
  BenchCase(
    name: peer.caseName, unit: queue.unit, ours: queue.ours,
    baseline: {
      let words = try programs.run("mmc16_\(peer.name)", ["\(peer.customers)", "1"])
      guard words.count == 3, let wait = Double(words[1]), Int(words[2]) == peer.customers else {
        throw BenchFailure(
          text: "mmc16_\(peer.name) printed \"\(words.joined(separator: " "))\" instead of its "
            + "seconds, its mean wait and \(peer.customers) customers")
      }
      return Sample(
        seconds: Double(words[0]) ?? .nan, operations: Double(peer.customers), hash: "",
        meanWait: wait)
    },
    agreement: .meanWait(.sixteen))
}
