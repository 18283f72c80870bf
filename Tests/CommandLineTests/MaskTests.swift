import BallastProcess
import Foundation
import PlanDocument
import Testing

/// `--mask`: nobody is named in anything that is written.
@Suite struct MaskTests {
  private func scan(_ folder: TemporaryFolder, below name: String, _ outcomes: [Outcome]) {
    for outcome in outcomes {
      #expect(NamedWorkspace.traces(in: outcome.output).isEmpty, "\(outcome.output.prefix(600))")
      #expect(NamedWorkspace.traces(in: outcome.errors).isEmpty, "\(outcome.errors.prefix(600))")
    }
    let files = FileManager.default.enumerator(atPath: folder.file(name))?.compactMap { $0 as? String } ?? []
    #expect(!files.isEmpty)
    for file in files {
      #expect(NamedWorkspace.traces(in: file).isEmpty, "\(file)")
      guard let bytes = folder.bytes("\(name)/\(file)") else { continue }
      #expect(NamedWorkspace.traces(in: String(decoding: bytes, as: UTF8.self)).isEmpty, "\(file)")
    }
  }

  @Test(arguments: try Checkout.scenarios())
  func `Nothing that a command writes about a scenario holds a planted name`(scenario: String) throws {
    let (folder, names) = try NamedWorkspace.planted(scenario)
    #expect(!NamedWorkspace.traces(in: names.joined(separator: "\n")).isEmpty)
    let (book, key, out) = (folder.file("book"), folder.file("mask.key"), folder.file("out"))
    let mask = ["--mask", "--mask-key", key]
    let run = { (arguments: [String]) in try Invocation(BallastBinary.path, arguments + mask).run() }
    var outcomes = [
      try run(["plan", book, "--work-limit", "20000", "--output", "\(out)/plan", "--progress-log", "\(out)/log.jsonl"]),
      try run(["review", book, "--per-csm", "--output", "\(out)/review"]),
      try run(["watch", book, "--json", "--output", "\(out)/watch"]),
      try run(["diagnose", book, "--work-limit", "20000", "--json"]),
    ]
    if folder.bytes("out/plan/plan.json") != nil {
      let plan = "\(out)/plan/plan.json"
      outcomes.append(try run(["verify", plan, "--data", book]))
      #expect(outcomes.last?.exitCode == 0, "\(outcomes.last?.errors ?? "")")
      let document = try PlanDocument.decoded(from: Data(try #require(folder.bytes("out/plan/plan.json"))))
      if let account = document.assignments.first?.account {
        outcomes.append(try run(["explain", plan, "--data", book, "--account", account, "--json"]))
        #expect(outcomes.last?.exitCode == 0, "\(outcomes.last?.errors ?? "")")
      }
      outcomes.append(
        try BallastBinary.run("report", plan, "--audience", "csms", "--output", "\(out)/report"))
    }
    scan(folder, below: "out", outcomes)
  }

  @Test func `The same key gives the same pseudonyms, another key others, no key none that last`() throws {
    let folder = try SampleWorkspace().inNewFolder()
    let people = { (options: [String]) -> [String] in
      let outcome = try Invocation(
        BallastBinary.path,
        ["review", folder.file("book"), "--output", folder.file("out"), "--json", "--as-of", "2027-01-04"] + options
      ).run()
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      return try JSONDecoder().decode(ReviewDocument.self, from: Data(outcome.outputBytes)).people.map(\.csm)
    }
    let first = try people(["--mask", "--mask-key", folder.file("a.key")])
    #expect(try people(["--mask", "--mask-key", folder.file("a.key")]) == first)
    #expect(try Set(people(["--mask", "--mask-key", folder.file("b.key")])).isDisjoint(with: first))
    #expect(try people(["--mask"]) != people(["--mask"]))
    let mode = try FileManager.default.attributesOfItem(atPath: folder.file("a.key"))[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `A masked plan is read back with its key only, and says so`() throws {
    let folder = try SampleWorkspace().inNewFolder()
    let mask = ["--mask", "--mask-key", folder.file("mask.key")]
    let run = { (arguments: [String]) in try Invocation(BallastBinary.path, arguments).run() }
    let plan = folder.file("out/plan.json")
    #expect(try run(["plan", folder.file("book"), "--output", folder.file("out"), "--quiet"] + mask).exitCode == 0)
    #expect(try run(["verify", plan] + mask).exitCode == 0)
    let bare = try run(["verify", plan])
    #expect(bare.exitCode == 65 && bare.errors.contains("--mask-key"))
    let other = try run(["verify", plan, "--mask", "--mask-key", folder.file("other.key")])
    #expect(other.exitCode == 65 && other.errors.contains("another key"))
    #expect(try run(["plan", folder.file("book"), "--output", folder.file("plain"), "--quiet"]).exitCode == 0)
    let plain = try run(["verify", folder.file("plain/plan.json")] + mask)
    #expect(plain.exitCode == 65 && plain.errors.contains("as they are"))
  }

  @Test func `Objectives do not depend on the mask`() throws {
    let folder = try SampleWorkspace().inNewFolder()
    let objective = { (options: [String]) -> Int64 in
      let outcome = try Invocation(
        BallastBinary.path, ["plan", folder.file("book"), "--json", "--output", folder.file("out")] + options
      ).run()
      return try PlanDocument.decoded(from: Data(outcome.outputBytes)).objective.micropoints
    }
    #expect(try objective([]) == objective(["--mask"]))
  }

  @Test func `Faults in masked data name the place and not what stands there`() throws {
    var sample = SampleWorkspace()
    sample.accounts = sample.accounts.replacingOccurrences(of: ",ben,", with: ",Siobhán O'Brien,")
    let folder = try sample.inNewFolder()
    let outcome = try BallastBinary.run("plan", folder.file("book"), "--mask")
    #expect(outcome.exitCode == 65 && outcome.errors.contains("accounts.csv:5"), "\(outcome.errors)")
    #expect(NamedWorkspace.traces(in: outcome.errors).isEmpty)
  }

  @Test func `A key file that is none is refused and kept`() throws {
    let folder = try SampleWorkspace().inNewFolder()
    try folder.write("mask.key", "secret\n")
    let outcome = try BallastBinary.run("review", folder.file("book"), "--mask", "--mask-key", folder.file("mask.key"))
    #expect(outcome.exitCode == 65)
    #expect(try folder.text("mask.key") == "secret\n")
  }
}
