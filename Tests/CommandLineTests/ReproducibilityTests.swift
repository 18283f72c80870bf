import BallastProcess
import Foundation
import PlanDocument
import Testing

@Suite struct ReproducibilityTests {
  /// The course of the search against time, in the report and in its text.
  nonisolated(unsafe) private static let search =
    /(?s)<div id="search">.*?<\/div>\n<\/div>\n|## How the search went.*?---\n/

  /// The files of a plan; `run`, the only part that another run would not repeat, taken out of `plan.json` and of
  /// the reports.
  private func files(in folder: TemporaryFolder, _ name: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for file in folder.names(in: name) { files[file] = folder.bytes("\(name)/\(file)") }
    let document = try JSONSerialization.jsonObject(with: Data(files["plan.json"] ?? []))
    var plan = try #require(document as? [String: Any])
    #expect(plan.removeValue(forKey: "run") != nil)
    files["plan.json"] = [UInt8](try JSONSerialization.data(withJSONObject: plan, options: .sortedKeys))
    for report in ["report.html", "report.md"] {
      let text = try folder.text("\(name)/\(report)").replacing(Self.search, with: "")
      let lines = text.split(separator: "\n")
      let kept = lines.filter { line in
        !["<dt>Time</dt>", "<dt>Made at</dt>", ", seed "].contains(where: line.contains)
      }
      #expect(kept.count + 3 > lines.count)
      files[report] = [UInt8](kept.joined(separator: "\n").utf8)
    }
    return files
  }

  @Test("F39: input, seed and work limit decide every byte of every file, wherever and whenever it runs")
  func bytes() throws {
    let folder = try TemporaryFolder()
    #expect(try BallastBinary.run("init", folder.file("book"), "--as-of", "2027-01-04").exitCode == 0)
    let environments = [
      [:], [:], [:], ["LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"],
      ["LANG": "C", "LC_ALL": "C", "TZ": "America/Anchorage"],
    ]
    var first: [String: [UInt8]]?
    for (index, environment) in environments.enumerated() {
      let outcome = try BallastBinary.run(
        "plan", folder.file("book"), "--quiet", "--work-limit", "30000", "--output", folder.file("out\(index)"),
        environment: environment)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      let files = try files(in: folder, "out\(index)")
      let expected = first ?? files
      first = expected
      #expect(Set(files.keys) == Set(expected.keys))
      let different = files.keys.filter { files[$0] != expected[$0] }.sorted()
      #expect(different.isEmpty, "under \(environment)")
    }
  }

  @Test(
    "One processor finds the same plan and the same proof as all of them",
    .enabled(if: SystemProgram.isInstalled("taskset"), "taskset is not installed"))
  func processors() throws {
    let folder = try TemporaryFolder()
    let quarter = Checkout.path("scenarios/quarterly-rebalance")
    let plan = [BallastBinary.path, "plan", quarter, "--quiet", "--work-limit", "400000", "--output"]
    let all = try Invocation(plan[0], plan.dropFirst() + [folder.file("all")]).run()
    let one = try Invocation("taskset", ["-c", "0"] + plan + [folder.file("one")]).run()
    #expect(all.exitCode == 0, "\(all.errors)")
    #expect(one.exitCode == 0, "\(one.errors)")
    let (expected, found) = (try files(in: folder, "all"), try files(in: folder, "one"))
    #expect(expected["proof.json"] != nil)
    #expect(Set(found.keys) == Set(expected.keys))
    #expect(found.keys.filter { found[$0] != expected[$0] }.sorted().isEmpty)
  }

  private func objective(_ sample: SampleWorkspace) throws -> PointsValue {
    let folder = try sample.inNewFolder()
    let outcome = try BallastBinary.run("plan", folder.file("book"), "--quiet", "--work-limit", "1000000", "--gap", "0")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let plan = try PlanDocument.decoded(from: Data(contentsOf: URL(filePath: folder.file("book/out/plan.json"))))
    #expect(plan.termination.reason == .optimal)
    return plan.objective
  }

  private func reordered(_ table: String) -> String {
    let lines = table.split(separator: "\n")
    return ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
  }

  @Test("F36: the order of the rows does not change the optimum")
  func rows() throws {
    var sample = SampleWorkspace()
    sample.accounts = reordered(sample.accounts)
    sample.csms = reordered(sample.csms)
    #expect(try objective(sample) == objective(SampleWorkspace()))
  }

  @Test(
    "F36: other ids do not change the optimum, whether they keep the order or turn it round",
    arguments: [
      ["A1": "C1", "A2": "C2", "A3": "C3", "A4": "C4", "A5": "C5"],
      ["A1": "Z9", "A2": "Z8", "A3": "Z7", "A4": "Z6", "A5": "Z5"],
    ])
  func ids(names: [String: String]) throws {
    var sample = SampleWorkspace()
    for (old, new) in names { sample.accounts.replace("\(old),", with: "\(new),") }
    for (old, new) in ["ann": "zoe", "ben": "yan", "cleo": "xia"] {
      sample.accounts.replace(",\(old),", with: ",\(new),")
      sample.csms.replace("\(old),", with: "\(new),")
    }
    #expect(try objective(sample) == objective(SampleWorkspace()))
  }
}
