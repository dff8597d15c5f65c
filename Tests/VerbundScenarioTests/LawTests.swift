import Testing
import VerbundCore
import VerbundModel

@testable import VerbundScenario

/// Laws of a component's work, from the file to the model.
@Suite struct LawTests {
  private func read(_ law: String, more: String = "") throws -> Experiment {
    let base = try Folder.text("\(Folder.wrong)/base.yaml")
      .replacing("display: { workers: 4,", with: "display: { workers: 4, law: \(law),")
    return try ScenarioFile.read(text: base + more, file: "t.yaml")
  }

  private func law(_ experiment: Experiment, cell: Int = 0) -> Distribution {
    experiment.cells[cell].scenario.workloads[0].components[0].law
  }

  private static let measured =
    "{ empirical: { points: { 0 %: 1, 0.5: 20, 99.9 %: 300, 1: 900 } } }"

  static let laws: [(text: String, law: Distribution?)] = [
    ("exponential", .exponential), ("deterministic", .deterministic), ("uniform", .uniform),
    ("{ lognormal: { cv: 1.5 } }", .lognormal(cv: 1.5)),
    ("{ gamma: { cv: 0.5 } }", .gamma(cv: 0.5)), ("{ gamma: { shape: 3 } }", .gamma(shape: 3)),
    ("{ weibull: { cv: 2 } }", .weibull(cv: 2)),
    ("{ weibull: { shape: 0.7 } }", .weibull(shape: 0.7)),
    ("{ pareto: { tail: 1.5 } }", .pareto(tail: 1.5)),
    (measured, .empirical([(0, 1), (0.5, 20), (99.9 / 100, 300), (1, 900)])),
    ("{ lognormal: { cv: 0.02 } }", .lognormal(cv: 0.02)),
    ("{ gamma: { shape: 0.01 } }", .gamma(shape: 0.01)),
    ("{ pareto: { tail: 100 } }", .pareto(tail: 100)),
  ]

  @Test(arguments: laws) func areReadAndReadBack(text: String, expected: Distribution?) throws {
    let first = try read(text)
    #expect(law(first) == expected)
    let second = try ScenarioFile.read(text: first.frozen, file: "scenario.yaml")
    #expect(law(second) == expected)
    #expect(second.frozen == first.frozen)
    #expect(second.assumptions == first.assumptions)
  }

  @Test func withoutALawItIsExponential() throws {
    let base = try Folder.text("\(Folder.wrong)/base.yaml")
    #expect(law(try ScenarioFile.read(text: base, file: "t.yaml")) == .exponential)
  }

  /// Not merged with it, as other mappings are: there is no law of two.
  @Test func anOverrideReplacesTheWholeLaw() throws {
    func override(_ law: String) -> String {
      "{ workloads: { portal: { components: { display: { law: \(law) } } } } }"
    }
    let overrides = """
      variants:
        same: {}
        shape: \(override("{ gamma: { shape: 2 } }"))
        other: \(override("{ pareto: { tail: 3 } }"))
        word: \(override("uniform"))
      cases:
        all: \(override("{ weibull: { cv: 2 } }"))
        none: {}
      """
    let experiment = try read("{ gamma: { cv: 3 } }", more: overrides)
    let laws = (0..<8).map { law(experiment, cell: $0) }
    #expect(
      laws == [
        .weibull(cv: 2), .gamma(shape: 2), .pareto(tail: 3), .uniform,
        .gamma(cv: 3), .gamma(shape: 2), .pareto(tail: 3), .uniform,
      ])
  }

  /// An entry of which `law` is the id merges like any other.
  @Test func onlyLawsAreReplaced() throws {
    let base = try Folder.text("\(Folder.wrong)/base.yaml")
      .replacing("tenants:\n", with: "tenants:\n  law: { reserved: 40 %, utilisation: 5 % }\n")
    let overrides = """
      cases:
        all: { tenants: { law: { utilisation: 6 % } }, sites: { west: { tenants: law } } }
      """
    let read = try ScenarioFile.read(text: base + overrides, file: "t.yaml")
    #expect(read.cells[0].scenario.sites[0].tenants.reserved == 0.4)
    #expect(read.cells[0].scenario.sites[0].tenants.utilisation == 0.06)
  }

  @Test func figuresOfALawAreListed() throws {
    let path = "workloads.portal.components.display.law"
    let derived = "{ lognormal: { cv: { value: 1.5, confidence: D, source: traces } } }"
    #expect(
      try read(derived).assumptions.contains(
        Assumption(path: "\(path).lognormal.cv", value: "1.5", confidence: .D, source: "traces")))
    #expect(
      try read(Self.measured).assumptions.contains(
        Assumption(
          path: "\(path).empirical.points", value: "0 % 1, 0.5 20, 99.9 % 300, 1 900",
          confidence: .A, source: "")))
  }

  @Test func aLawOfACatalogueNeedsItsSource() throws {
    let base = try Folder.text("\(Folder.wrong)/base.yaml")
    let folder = try Folder.temporary([
      "main.yaml": base + "include: [catalogue/s.yaml]\n",
      "catalogue/s.yaml":
        "services:\n  s: { components: { a: { law: { gamma: { shape: 3 } } } } }\n",
    ])
    defer { Folder.remove(folder) }
    let found = lines("\(folder)/main.yaml").map { $0.replacing("\(folder)/", with: "") }
    #expect(
      found == [
        "catalogue/s.yaml:2:50: services.s.components.a.law.gamma.shape: a figure of a catalogue "
          + "needs its source (give \"confidence\" and \"source\" here or in a mapping around it)"
      ])
  }
}
