// swift-tools-version: 6.2
import PackageDescription

// The house: a room imports rooms on lower floors, never a neighbour on its own floor.
// Tests/VerbundTidyTests holds the rule; docs/architecture.md draws it.

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]

// Rounding is a call into the C library's mathematics on the basic instruction set.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: ["README.md"], swiftSettings: strict,
    linkerSettings: [.linkedLibrary("m")])
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

let package = Package(
  name: "Verbund",
  products: [
    .executable(name: "verbund", targets: ["verbund"]),
    .executable(name: "verbund-bench", targets: ["VerbundBench"]),
    .library(
      name: "Verbund",
      targets: ["VerbundCore", "VerbundModel", "VerbundMeasure", "VerbundPlan", "VerbundEngine"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // Floor 0
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(name: "CMemory"),
    room("VerbundCore"),
    // Floor 1
    room("VerbundModel", ["VerbundCore"]),
    // Floor 2
    room("VerbundMeasure", ["VerbundCore", "VerbundModel"]),
    room(
      "VerbundScenario",
      ["VerbundCore", "VerbundModel", .product(name: "Yams", package: "Yams")]),
    room("VerbundPlan", ["VerbundCore", "VerbundModel"]),
    // Floor 3
    room("VerbundLoad", ["COpenBLAS", "VerbundCore", "VerbundModel", "VerbundPlan"]),
    room(
      "VerbundEngine",
      ["CMemory", "VerbundCore", "VerbundModel", "VerbundMeasure", "VerbundPlan"]),
    // Floor 4
    room(
      "VerbundStudy",
      [
        "VerbundCore", "VerbundModel", "VerbundMeasure", "VerbundScenario", "VerbundPlan",
        "VerbundLoad", "VerbundEngine",
      ]),
    // Floor 5
    room("VerbundReport", ["VerbundCore", "VerbundModel", "VerbundMeasure", "VerbundStudy"]),
    // Floor 6
    room(
      "VerbundCLI",
      [
        "VerbundCore", "VerbundModel", "VerbundMeasure", "VerbundScenario", "VerbundPlan",
        "VerbundStudy", "VerbundReport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "VerbundBench",
      dependencies: [
        "VerbundCore", "VerbundModel", "VerbundMeasure", "VerbundPlan", "VerbundEngine",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["README.md"], swiftSettings: strict),
    .executableTarget(name: "verbund", dependencies: ["VerbundCLI"], swiftSettings: strict),
    tests("VerbundCoreTests", ["VerbundCore"]),
    tests("VerbundMeasureTests", ["VerbundCore", "VerbundModel", "VerbundMeasure"]),
    // Tests
    tests(
      "VerbundEngineTests",
      ["VerbundCore", "VerbundModel", "VerbundMeasure", "VerbundPlan", "VerbundEngine"]),
    tests("VerbundLoadTests", ["VerbundCore", "VerbundModel", "VerbundPlan", "VerbundLoad"]),
    tests("VerbundPlanTests", ["VerbundCore", "VerbundModel", "VerbundPlan"]),
    tests(
      "VerbundOracleTests",
      [
        "VerbundCore", "VerbundModel", "VerbundMeasure", "VerbundScenario", "VerbundPlan",
        "VerbundLoad", "VerbundEngine",
      ]),
    tests("VerbundTidyTests", []),
    tests(
      "VerbundScenarioTests", ["VerbundCore", "VerbundModel", "VerbundScenario"],
      resources: [.copy("Wrong")]),
    tests("VerbundStudyTests", ["VerbundCore", "VerbundModel", "VerbundMeasure", "VerbundStudy"]),
    tests("VerbundCLITests", ["verbund", "VerbundCLI"]),
    tests(
      "VerbundReportTests",
      ["VerbundCore", "VerbundModel", "VerbundMeasure", "VerbundStudy", "VerbundReport"]),
  ]
)
