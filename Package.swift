// swift-tools-version: 6.2
import PackageDescription

let houseRules: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// A target of this package; the arrows are checked by `ArchitectureTests`.
func layer(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: houseRules)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: houseRules)
}

let package = Package(
  name: "Ballast",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Ballast", targets: ["Ballast"]),
    .executable(name: "ballast", targets: ["BallastCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams.git", exact: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CGLPK", providers: [.apt(["libglpk-dev"]), .brew(["glpk"])]),
    layer("Portfolio"),
    layer("OptionModel"),
    layer("Digest"),
    layer("CertificateChecker", ["Digest"]),
    layer("PlanDocument", ["Portfolio"]),
    layer("Compilation", ["Portfolio", "OptionModel"]),
    layer("Solving", ["OptionModel"]),
    layer("GLPKBackend", ["Solving", "OptionModel", "CGLPK"]),
    layer("Verification", ["Portfolio", "OptionModel", "PlanDocument", "Digest", "CertificateChecker"]),
    layer("Explanation", ["Portfolio", "OptionModel", "Compilation", "Solving", "PlanDocument"]),
    layer("Workspace", ["Portfolio", "PlanDocument", "Digest", .product(name: "Yams", package: "Yams")]),
    layer("Calibration", ["Portfolio", "PlanDocument"]),
    layer("Review", ["Portfolio", "PlanDocument", "Digest", "Calibration"]),
    layer("Reports", ["Portfolio", "PlanDocument", "Digest"]),
    layer(
      "Ballast",
      [
        "Portfolio", "OptionModel", "PlanDocument", "Compilation", "Solving", "GLPKBackend",
        "Verification", "Explanation", "Workspace", "Reports", "Digest", "CertificateChecker",
      ]),
    layer("Scenarios", ["Portfolio", "PlanDocument", "Workspace", "Ballast"]),
    layer("Sweeps", ["Portfolio", "PlanDocument", "Workspace", "Digest", "Ballast", "Scenarios"]),
    layer(
      "Benchmarking",
      [
        "Portfolio", "OptionModel", "PlanDocument", "Solving", "GLPKBackend", "Verification", "Workspace",
        "Ballast",
      ]),
    .executableTarget(
      name: "BallastCLI",
      dependencies: [
        "Ballast", "Workspace", "Reports", "PlanDocument", "Portfolio", "Benchmarking", "Scenarios", "Sweeps",
        "Review", "Calibration",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: houseRules),
    .target(
      name: "TestSupport", dependencies: ["Portfolio"], path: "Tests/TestSupport", swiftSettings: houseRules),
    tests("PortfolioTests", ["Portfolio"]),
    tests("OptionModelTests", ["OptionModel", "TestSupport"]),
    tests("DigestTests", ["Digest"]),
    tests("PlanDocumentTests", ["PlanDocument", "Portfolio"]),
    tests("CompilationTests", ["Compilation", "Portfolio", "OptionModel", "TestSupport"]),
    tests("SolvingTests", ["Solving", "OptionModel"]),
    tests("GLPKBackendTests", ["GLPKBackend", "Solving", "OptionModel", "Verification"]),
    tests(
      "VerificationTests",
      ["Verification", "Portfolio", "OptionModel", "PlanDocument", "CertificateChecker", "Digest"]),
    tests("WorkspaceTests", ["Workspace", "Portfolio", "PlanDocument", "TestSupport"]),
    tests("ReportsTests", ["Reports", "PlanDocument", "Portfolio"]),
    tests("CalibrationTests", ["Calibration", "PlanDocument", "Portfolio", "Workspace", "TestSupport"]),
    tests("ReviewTests", ["Review", "PlanDocument", "Portfolio", "Workspace", "BallastProcess", "TestSupport"]),
    tests(
      "BenchmarkingTests",
      ["Benchmarking", "Ballast", "BallastProcess", "Workspace", "Portfolio", "PlanDocument"]),
    tests(
      "PropertyTests",
      [
        "Ballast", "BallastProcess", "Compilation", "OptionModel", "PlanDocument", "Portfolio", "Reports", "Scenarios",
        "TestSupport", "Verification", "Workspace",
      ]),
    tests(
      "DiagnosisTests",
      [
        "Ballast", "Compilation", "Explanation", "GLPKBackend", "OptionModel", "PlanDocument", "Portfolio", "Solving",
        "TestSupport", "Verification", "Workspace",
      ]),
    tests("SweepTests", ["Sweeps", "Ballast", "BallastProcess", "Workspace", "Reports", "Portfolio", "PlanDocument"]),
    tests("ArchitectureTests", []),
    // What the tests of the program itself share: running it, and folders to run it in.
    .target(name: "BallastProcess", path: "Tests/BallastProcess", swiftSettings: houseRules),
    tests("CommandLineTests", ["BallastProcess", "PlanDocument", "Portfolio"]),
    tests(
      "ScenarioTests",
      ["Ballast", "BallastProcess", "Compilation", "OptionModel", "PlanDocument", "Portfolio", "TestSupport"]),
    tests("ReadmeTests", ["BallastProcess"]),
  ],
  swiftLanguageModes: [.v6]
)
