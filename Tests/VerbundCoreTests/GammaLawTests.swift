import Foundation
import Testing
import VerbundCore

@Suite struct GammaLawTests {
  private static let probabilities = [1e-12, 1e-4, 0.01, 0.3, 0.5, 0.9, 0.999, 1 - 1e-12]

  /// Inverses of the regularised incomplete gamma function over the shape, to 17 digits by mpmath;
  /// the rows belong to the probabilities above.
  private static let published: [(shape: Double, values: [Double])] = [
    (
      0.01,
      [
        2001.8638819742006, 322.60386659161661, 26.505255025158213, 1.8309524563808479e-14,
        4.465535018910355e-29, 5.6607381470617826e-99, 5.6607381470624653e-299, 0,
      ]
    ),
    (
      0.1,
      [
        225.37026473243613, 53.1624347769046, 15.884778179295051, 0.17427776389282006,
        0.0059339110446022614, 6.0730483627431666e-10, 6.0730483624079594e-30,
        6.0717050333771932e-120,
      ]
    ),
    (
      0.25,
      [
        95.727507860232781, 25.713257516947139, 9.7355416887881311, 0.74939291348078871,
        0.17469520941149364, 0.00027000249542535837, 2.6998791572461595e-12,
        2.6996402612877086e-48,
      ]
    ),
    (
      0.7,
      [
        37.682121237144984, 11.832871347515292, 5.5367695389145182, 1.1572339325462244,
        0.58203392639491613, 0.047350711077762023, 6.4529475664569846e-5, 8.9658199794926518e-18,
      ]
    ),
    (
      1.5,
      [
        19.639918561067384, 7.0358378220534045, 3.7816222433814573, 1.2216235943901058,
        0.78865796145844609, 0.19479145805172772, 0.0080991952718975825, 8.0598409418378929e-9,
      ]
    ),
    (
      3,
      [
        11.350791396691897, 4.6427235393356528, 2.8019823049618218, 1.2051892219553301,
        0.89135343790785344, 0.36735510941644032, 0.063511125856134417, 6.0572991522322838e-5,
      ]
    ),
    (
      10.5,
      [
        4.8854956625429126, 2.5696190531624579, 1.8539129849293365, 1.1360851855015403,
        0.96843940778799648, 0.63045704644739542, 0.30698459824844377, 0.033344008656789198,
      ]
    ),
    (
      100,
      [
        1.8724795536356645, 1.4153012691212077, 1.2472256149072081, 1.0499270767886517,
        0.99666864919315489, 0.87417636499593655, 0.71921397495000409, 0.44886004264487479,
      ]
    ),
    (
      2_500,
      [
        1.1472191203370552, 1.0760966585380868, 1.047114367626022, 1.0103905620728101,
        0.99986666982762204, 0.97445614369488253, 0.93933347634715972, 0.86570684824268092,
      ]
    ),
  ]

  @Test func publishedQuantiles() {
    for (shape, values) in Self.published {
      let law = Distribution.gamma(shape: shape)
      for (u, value) in zip(Self.probabilities, values) {
        #expect(abs(law.quantile(u) - value) <= 1e-10 * value, "shape \(shape), u \(u)")
      }
    }
  }

  /// 95 % points of chi-squared from any table of statistics, over their degrees of freedom.
  @Test(arguments: [(1.0, 3.841458820694124), (2, 5.991464547107979), (10, 18.307038053275146)])
  func chiSquared(freedom: Double, point: Double) {
    let found = Distribution.gamma(shape: freedom / 2).quantile(0.05) * freedom
    #expect(abs(found / point - 1) < 1e-10)
  }

  /// Erlang's closed form: Q(x) = e^(-k x) times the first k terms of the series of e^(k x).
  @Test(arguments: [1, 2, 3, 5, 9, 16, 40]) func erlang(stages: Int) {
    let law = Distribution.gamma(shape: Double(stages))
    for u in LawSamples.grid where u < 0.999 {
      let x = law.quantile(u) * Double(stages)
      var term = exp(-x)
      var tail = term
      for k in 1..<stages {
        term *= x / Double(k)
        tail += term
      }
      #expect(abs(tail / u - 1) < 5e-9, "\(stages) stages, u \(u)")
    }
  }

  /// Shape 1/2 is the square of a normal variable.
  @Test func squareOfANormal() {
    for u in LawSamples.grid {
      let z = normalQuantile(above: u / 2)
      #expect(abs(Distribution.gamma(shape: 0.5).quantile(u) - z * z) < 1e-10 * z * z)
    }
  }

  /// Between the shapes of the tables too: P and Q by Simpson's rule over the density, in
  /// ln x from 60 standard deviations below.
  @Test(arguments: [0.6, 1.01, 2.2, 33]) func densityAddsUp(shape: Double) {
    let law = Distribution.gamma(shape: shape)
    func density(_ w: Double) -> Double {
      exp(shape * (w + log(shape)) - shape * exp(w) - libraryLogGamma(shape))
    }
    for u in [0.999, 0.9, 0.5, 0.2, 0.01] {
      let high = log(law.quantile(u))
      let low = high - 60 / shape - 20
      let steps = 20_000
      let h = (high - low) / Double(steps)
      var sum = density(low) + density(high)
      for k in 1..<steps { sum += density(low + Double(k) * h) * (k % 2 == 0 ? 2 : 4) }
      #expect(abs(sum * h / 3 - (1 - u)) < 1e-9)
    }
  }
}
