/// The targets under `Sources` and their dependencies as `Package.swift` states them, read as text: asking
/// the package manager from inside its own test run would wait for its lock.
enum Manifest {
  static func dependencies() throws -> [String: Set<String>] {
    let manifest = try Repository.text("Package.swift")
    var targets: [String: Set<String>] = [:]
    for match in manifest.matches(of: /layer\(\s*"(\w+)"\s*(?:,\s*\[([^\]]*)\]\s*)?\)/) {
      targets[String(match.1)] = names(in: match.2 ?? "")
    }
    let executable = /\.executableTarget\(\s*name:\s*"(\w+)",\s*dependencies:\s*\[([^\]]*)\]/
    for match in manifest.matches(of: executable) {
      targets[String(match.1)] = names(in: match.2)
    }
    for match in manifest.matches(of: /\.systemLibrary\(\s*name:\s*"(\w+)"/) { targets[String(match.1)] = [] }
    return targets
  }

  /// `"Portfolio", .product(name: "Yams", package: "Yams")` names Portfolio and Yams.
  private static func names(in list: Substring) -> Set<String> {
    let withoutPackages = list.replacing(/,\s*package:\s*"[^"]*"/, with: "")
    return Set(withoutPackages.matches(of: /"([^"]+)"/).map { String($0.1) })
  }
}
