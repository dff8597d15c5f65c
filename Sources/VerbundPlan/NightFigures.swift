import VerbundCore
import VerbundModel

/// The uncertain figures of one night, as factors; the same in every variant.
public struct NightFigures: Sendable {
  /// By region.
  public let volume: [Double]
  public let burst: [Double]
  /// By site.
  public let baseLoad: [Double]
  public let work: Double
  public let pagesPerVisit: Double
  public let forecast: Double

  public init(_ plan: Plan, seed: UInt64, night: Int) {
    let bands = plan.scenario.uncertain
    let draw = FigureDraw(
      draws: Draws(seed: seed, night: night), correlation: bands.correlation)
    let regions = plan.regions.map { Draws.streamKey("region/\($0.id)") }
    volume = regions.map { draw.value(bands.volume, figure: 0, owner: $0) }
    burst = regions.map { draw.value(bands.burst, figure: 1, owner: $0) }
    baseLoad = plan.sites.map { draw.value(bands.baseLoad, figure: 2, owner: $0.key) }
    work = draw.common(bands.work, figure: 3)
    pagesPerVisit = draw.common(bands.pagesPerVisit, figure: 4)
    forecast = draw.common(bands.forecast, figure: 5)
  }
}

/// Draws with exact margins and a stated correlation c: with probability sqrt(c) an owner takes the
/// night's common number instead of its own, so two owners share it with probability c.
private struct FigureDraw {
  let draws: Draws
  let correlation: Double

  func common(_ band: Band, figure: UInt8) -> Double {
    band.quantile(uniform(figure, owner: 0, part: 0))
  }

  func value(_ band: Band, figure: UInt8, owner: UInt32) -> Double {
    let shares = uniform(figure, owner: owner, part: 1) < correlation.squareRoot()
    return band.quantile(
      shares ? uniform(figure, owner: 0, part: 0) : uniform(figure, owner: owner, part: 2))
  }

  private func uniform(_ figure: UInt8, owner: UInt32, part: UInt8) -> Double {
    draws.uniform(
      .nightFigure, stream: owner, Subject(visit: 0, page: figure, node: part))
  }
}
