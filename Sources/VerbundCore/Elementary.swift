/// Logarithm and exponential with the same bits on every CPU.
///
/// The C library picks its code by the CPU's features (with and without FMA), and the results
/// differ in the last bit; a chain of events then diverges. These use + - * / only, in the form of
/// fdlibm (Sun Microsystems, e_log.c and e_exp.c), at most 1 ulp off.
public enum Elementary {
  @usableFromInline static let ln2High = 6.93147180369123816490e-01
  @usableFromInline static let ln2Low = 1.90821492927058770002e-10

  /// Natural logarithm of a positive, finite, normal number.
  @inlinable @inline(__always)
  public static func log(_ x: Double) -> Double {
    let bits = x.bitPattern
    // Mantissa in [sqrt(1/2), sqrt(2)): the carry of 0x6A09E… moves the upper half down.
    let shifted = bits &+ 0x0009_5F62_0000_0000
    // 2^52 + the biased exponent, without a conversion, so that loops over it vectorise.
    let exponent = Double(bitPattern: shifted >> 52 | 0x4330_0000_0000_0000) - (0x1p52 + 1023)
    let f = Double(bitPattern: (shifted & 0xF_FFFF_FFFF_FFFF) &+ 0x3FE6_A09E_0000_0000) - 1
    let s = f / (2 + f)
    let z = s * s
    let w = z * z
    let t1 =
      w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01))
    let t2 =
      z
      * (6.666666666666735130e-01
        + w
        * (2.857142874366239149e-01
          + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)))
    let half = 0.5 * f * f
    return exponent * ln2High - ((half - (s * (half + (t1 + t2)) + exponent * ln2Low)) - f)
  }

  /// e to the power of x, for |x| < 700.
  @inlinable
  public static func exp(_ x: Double) -> Double {
    let n = (x * 1.44269504088896338700 + 0x1.8p52) - 0x1.8p52
    let high = x - n * ln2High
    let low = n * ln2Low
    let r = high - low
    let t = r * r
    let c =
      r - t
      * (1.66666666666666019037e-01
        + t
        * (-2.77777777770155933842e-03
          + t
          * (6.61375632143793436117e-05
            + t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))))
    let y = 1 - ((low - (r * c) / (2 - c)) - high)
    return y * Double(bitPattern: UInt64(bitPattern: (Int64(n) &+ 1023) << 52))
  }
}
