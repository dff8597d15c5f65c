import Foundation

/// Log-normal latencies in ns, median 40 ms: nine in ten lie between 8 and 200 ms.
func latencies(_ count: Int) -> [Int64] {
  var state: UInt64 = 1
  // SplitMix64 (Steele, Lea, Flood 2014), to a number in (0, 1).
  func unit() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return (Double((z ^ (z >> 31)) >> 12) + 0.5) * 0x1p-52
  }
  return (0..<count).map { _ in
    let normal = (-2 * log(unit())).squareRoot() * cos(2 * .pi * unit())
    return Int64(40e6 * exp(normal))
  }
}
