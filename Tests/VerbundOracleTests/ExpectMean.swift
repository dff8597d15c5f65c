import Testing

/// The mean of nights against a closed form: off by less than twice the half width of the 95 %
/// interval, and that is below `share` of the expected value, so that the test says something.
func expectMean(
  _ nights: [Double], _ expected: Double, within share: Double, _ what: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let (mean, half) = interval(nights)
  #expect(
    abs(mean - expected) < 2 * half && half < share * expected,
    "\(what): \(mean) against \(expected), half width \(half)", sourceLocation: sourceLocation)
}
