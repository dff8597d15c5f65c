// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the product does not depend on what it is compared with.

let package = Package(
  name: "histogram-peer",
  dependencies: [
    .package(name: "Verbund", path: "../../.."),
    .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", exact: "0.2.0"),
  ],
  targets: [
    .executableTarget(
      name: "histogram-peer",
      dependencies: [
        .product(name: "Verbund", package: "Verbund"),
        .product(name: "Histogram", package: "hdrhistogram-swift"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)])
  ]
)
