import Testing

@Suite struct ArrowTests {
  @Test("every import follows an arrow of the table", arguments: ArrowTable.arrows.keys.sorted())
  func imports(target: String) throws {
    let allowed = ArrowTable.system.union(ArrowTable.arrows[target, default: []])
    for path in Repository.swiftFiles(under: "Sources/\(target)") {
      let forbidden = try SourceFile(path: path).imports.subtracting(allowed).sorted()
      #expect(forbidden.isEmpty, "\(path) imports \(forbidden); \(target) may import \(allowed.sorted())")
    }
  }

  @Test("Package.swift draws the arrows of the table, no fewer and no more")
  func manifest() throws {
    let stated = try Manifest.dependencies()
    for target in Set(stated.keys).union(ArrowTable.arrows.keys).sorted() {
      #expect(stated[target] == ArrowTable.arrows[target], "dependencies of \(target)")
    }
  }

  @Test("every folder of Sources is a target of the table")
  func folders() throws {
    #expect(try Repository.folders(in: "Sources") == ArrowTable.arrows.keys.sorted())
  }

  @Test("the arrows have no cycle")
  func acyclic() {
    var open = ArrowTable.arrows.mapValues { $0.intersection(ArrowTable.arrows.keys) }
    while let leaf = open.first(where: { $0.value.isEmpty })?.key {
      open[leaf] = nil
      for target in Array(open.keys) { open[target]?.remove(leaf) }
    }
    #expect(open.isEmpty, "in or behind a cycle: \(open.keys.sorted())")
  }

  @Test("checks share no code with what they check")
  func independence() throws {
    let checks = try #require(ArrowTable.arrows["Verification"])
    #expect(checks.isDisjoint(with: ["Compilation", "Solving", "GLPKBackend", "Explanation"]))
  }

  @Test("only the back end knows GLPK")
  func solverLibrary() {
    let users = ArrowTable.arrows.filter { $0.value.contains("CGLPK") }.keys
    #expect(Array(users) == ["GLPKBackend"])
  }
}
