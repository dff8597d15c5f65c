import VerbundCore

/// The keys of the laws that have figures of their own; each one's mean is the figure beside it.
public enum LawTables {
  private static let cv = Kind.quantity(.bare, Distribution.cvs)

  static let lognormal = KeyTable(
    "The logarithm is normal.", [Key("cv", cv, .required, "Coefficient of variation.")])

  static let gamma = KeyTable(
    "Gamma; with a whole shape Erlang's law.",
    [
      Key("cv", cv, .optional, "Coefficient of variation; or the shape."),
      Key(
        "shape", .quantity(.bare, Distribution.gammaShapes), .optional,
        "1 is exponential, k a sum of k exponential stages."),
    ])

  static let weibull = KeyTable(
    "Weibull.",
    [
      Key("cv", cv, .optional, "Coefficient of variation; or the shape."),
      Key(
        "shape", .quantity(.bare, Distribution.weibullShapes), .optional,
        "1 is exponential, below 1 the tail is longer."),
    ])

  static let pareto = KeyTable(
    "Pareto, type I.",
    [Key("tail", .quantity(.bare, Distribution.paretoTails), .required, "Tail index.")])

  static let empirical = KeyTable(
    "Read off measurements, linear between its points.",
    [
      Key(
        "points", .shareMap(.quantity(.bare, 0...1e12)), .required,
        "Values by the share of calls that do not exceed them; only their ratios count.")
    ])

  public static let laws = KeyTable(
    "One law with its figures.",
    [
      Key("lognormal", .table(lognormal), .optional, "The logarithm is normal."),
      Key("gamma", .table(gamma), .optional, "Gamma, Erlang."),
      Key("weibull", .table(weibull), .optional, "Weibull."),
      Key("pareto", .table(pareto), .optional, "Pareto, type I."),
      Key("empirical", .table(empirical), .optional, "Read off measurements."),
    ])

  /// Laws without figures: a plain word.
  static let words = names.filter { laws.key($0) == nil }

  static let names = Distribution.Family.allCases.map(\.rawValue)
}
