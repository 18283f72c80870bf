/// Which target may import which: the architecture, see `Decisions/0002-architecture-arrows.md`.
///
/// Data flows from `Workspace` through `Portfolio`, `Compilation`, `OptionModel` and `Solving` to a
/// selection, and from there through `Verification` and `Explanation` to `PlanDocument` and `Reports`.
enum ArrowTable {
  static let arrows: [String: Set<String>] = [
    "CGLPK": [],
    "Portfolio": [],
    "OptionModel": [],
    "Digest": [],
    "CertificateChecker": ["Digest"],
    "PlanDocument": ["Portfolio"],
    "Compilation": ["Portfolio", "OptionModel"],
    "Solving": ["OptionModel"],
    "GLPKBackend": ["Solving", "OptionModel", "CGLPK"],
    "Verification": ["Portfolio", "OptionModel", "PlanDocument", "Digest", "CertificateChecker"],
    "Explanation": ["Portfolio", "OptionModel", "Compilation", "Solving", "PlanDocument"],
    "Workspace": ["Portfolio", "PlanDocument", "Digest", "Yams"],
    "Calibration": ["Portfolio", "PlanDocument"],
    "Review": ["Portfolio", "PlanDocument", "Digest", "Calibration"],
    "Reports": ["Portfolio", "PlanDocument", "Digest"],
    "Ballast": [
      "Portfolio", "OptionModel", "PlanDocument", "Compilation", "Solving", "GLPKBackend", "Verification",
      "Explanation", "Workspace", "Reports", "Digest", "CertificateChecker",
    ],
    "Benchmarking": [
      "Portfolio", "OptionModel", "PlanDocument", "Solving", "GLPKBackend", "Verification", "Workspace", "Ballast",
    ],
    "Scenarios": ["Portfolio", "PlanDocument", "Workspace", "Ballast"],
    "Sweeps": ["Portfolio", "PlanDocument", "Workspace", "Digest", "Ballast", "Scenarios"],
    "BallastCLI": [
      "Ballast", "Workspace", "Reports", "PlanDocument", "Portfolio", "Benchmarking", "Scenarios", "Sweeps", "Review",
      "Calibration", "ArgumentParser",
    ],
  ]

  /// Modules that come with the toolchain or the system; any target may use them.
  static let system: Set<String> = [
    "Swift", "Foundation", "FoundationEssentials", "Dispatch", "Synchronization", "Glibc", "Musl", "Darwin",
  ]
}
