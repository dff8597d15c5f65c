extension Double {
  /// The shortest digits that read back to the same number, with no fraction where there is none:
  /// `0.1`, `3`, `1e-05`.
  public var shortest: String {
    if sign == .plus, self < 1e15, let whole = Int64(exactly: self) { return String(whole) }
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
