import Testing

@Suite struct RepositoryTests {
  @Test("the commands of the README are scripts that can be run", arguments: ["Scripts/run", "Scripts/test"])
  func commands(script: String) throws {
    #expect(try Repository.text("README.md").contains("\n\(script)"), "README.md does not name \(script)")
    #expect(Repository.isExecutable(script), "\(script) is not executable. Maybe chmod +x.")
  }

  @Test("the documents that the README links to exist")
  func links() throws {
    for match in try Repository.text("README.md").matches(of: /\]\(([^)#:]+)(?:#[^)]*)?\)/) {
      // Pictures are drawn from a finished plan and may follow later than the text.
      guard !match.1.hasSuffix(".png") else { continue }
      #expect(Repository.exists(String(match.1)), "README.md links to \(match.1)")
    }
  }

  @Test("no path of somebody's machine is written down")
  func machinePaths() throws {
    let folders = ["Sources", "Scripts", ".ci", "scenarios", "Decisions"]
    let pages = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "Package.swift"]
    let pictures = [".png", ".jpg", ".gif"]
    let paths = folders.flatMap(Repository.files(under:)) + pages
    for path in paths where !pictures.contains(where: path.hasSuffix) {
      let machine = /(?:^|[^A-Za-z0-9_.\/-])(\/(?:work|home|Users|root)\/)/
      let found = try Repository.text(path).firstMatch(of: machine).map { String($0.1) }
      #expect(found == nil, "\(path) contains a path of a machine")
    }
  }

  @Test("every scenario says why it exists", arguments: try Repository.folders(in: "scenarios"))
  func scenarios(name: String) {
    for file in ["README.md", "accounts.csv", "csms.csv", "ballast.yaml"] {
      #expect(Repository.exists("scenarios/\(name)/\(file)"), "scenarios/\(name) has no \(file)")
    }
  }

  @Test("every decision is listed")
  func decisions() throws {
    let list = try Repository.text("Decisions/README.md")
    for path in Repository.files(under: "Decisions") where path != "Decisions/README.md" {
      let name = path.dropFirst("Decisions/".count)
      #expect(list.contains("(\(name))"), "Decisions/README.md does not link to \(name)")
    }
  }
}
