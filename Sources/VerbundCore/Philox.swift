/// Philox4x32-10: a block of random bits as a pure function of a counter and a key.
///
/// Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11. Tested against
/// the known answers of the authors' Random123 distribution.
public enum Philox {
  /// Ten rounds over four 32-bit words.
  @inlinable @inline(__always)
  public static func block(
    counter: SIMD4<UInt32>, key: SIMD2<UInt32>
  ) -> SIMD4<UInt32> {
    let low = 0xFFFF_FFFF as UInt64
    var c0 = UInt64(counter.x)
    var c1 = UInt64(counter.y)
    var c2 = UInt64(counter.z)
    var c3 = UInt64(counter.w)
    var k0 = key.x
    var k1 = key.y
    for _ in 0..<10 {
      let p0 = 0xD251_1F53 as UInt64 &* c0
      let p1 = 0xCD9E_8D57 as UInt64 &* c2
      c0 = p1 >> 32 ^ c1 ^ UInt64(k0)
      c1 = p1 & low
      c2 = p0 >> 32 ^ c3 ^ UInt64(k1)
      c3 = p0 & low
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
    }
    return SIMD4(
      UInt32(truncatingIfNeeded: c0), UInt32(truncatingIfNeeded: c1),
      UInt32(truncatingIfNeeded: c2), UInt32(truncatingIfNeeded: c3))
  }
}
