extension Double {
  /// The double nearest to a wide integer, ties to even: as `Double(_:)`, whose code is generic and
  /// slow.
  public init(nearest value: Int128) {
    let narrow = Int64(truncatingIfNeeded: value)
    if Int128(narrow) == value {
      self = Double(narrow)
      return
    }
    let magnitude = value.magnitude
    // The leading 64 bits; whether anything follows counts as one more bit behind those that stay.
    let shift = max(0, 64 - magnitude.leadingZeroBitCount)
    let rest = magnitude & (1 << UInt128(shift) - 1)
    let leading = UInt64(truncatingIfNeeded: magnitude >> UInt128(shift)) | (rest == 0 ? 0 : 1)
    let scaled = Double(leading) * Double(sign: .plus, exponent: shift, significand: 1)
    self = value < 0 ? -scaled : scaled
  }
}
