import BallastProcess
import Foundation
import PlanDocument
import Portfolio
import Testing

/// `ballast watch`, from night to night.
@Suite struct WatchTests {
  private static let header =
    "account_id,account_name,tier,region,csm_id,arr,health,effort_hours,last_touch,renewal_date\n"
  private static let rows = [
    "A1,Amber Mills,gold,EMEA,ann,240000,40,10,2026-12-20,2027-06-30",
    "A2,Birch Foods,gold,EMEA,ann,60000,90,10,2026-12-20,2027-06-30",
    "A3,Cedar Labs,silver,EMEA,ben,75000,90,10,2026-12-20,2027-06-30",
  ]

  private func workspace(_ rows: [String] = Self.rows) throws -> TemporaryFolder {
    var sample = SampleWorkspace()
    sample.accounts = Self.header + rows.joined(separator: "\n") + "\n"
    return try sample.inNewFolder()
  }

  /// The first and the next night; the second one sees other rows.
  private func watched(
    _ folder: TemporaryFolder, _ rows: [String]? = nil, night: Int, asOf: String = "2027-01-05", _ options: String...
  ) throws -> (changes: WatchDocument, outcome: Outcome) {
    if let rows { try folder.write("book/accounts.csv", Self.header + rows.joined(separator: "\n") + "\n") }
    var arguments = ["watch", folder.file("book"), "--json", "--as-of", asOf, "--output", folder.file("night\(night)")]
    if night > 1 { arguments += ["--previous", folder.file("night\(night - 1)")] }
    let outcome = try Invocation(BallastBinary.path, arguments + options).run()
    return (try JSONDecoder().decode(WatchDocument.self, from: Data(outcome.outputBytes)), outcome)
  }

  private func id(_ changes: WatchDocument, _ account: String, _ cause: String) throws -> String {
    try #require(changes.new.first { $0.account == account && $0.cause == cause }).id
  }

  private func review(_ folder: TemporaryFolder, night: Int) throws -> ReviewDocument {
    try JSONDecoder().decode(
      ReviewDocument.self, from: Data(try #require(folder.bytes("night\(night)/review.json"))))
  }

  @Test func `On the first run everything is new, on the second nothing has changed`() throws {
    let folder = try workspace()
    let (first, outcome) = try watched(folder, night: 1, "--detailed-exitcode")
    #expect(outcome.exitCode == 2 && !first.new.isEmpty && first.previous == nil)
    let (second, quiet) = try watched(folder, night: 2, asOf: "2027-01-06", "--detailed-exitcode")
    #expect(quiet.exitCode == 0, "\(quiet.errors)\(quiet.output)")
    #expect(second.new.isEmpty && second.worse.isEmpty && second.resolved.isEmpty)
    #expect(second.unchanged == first.new.count)
    #expect(try review(folder, night: 2).findings.allSatisfy { $0.history?.firstSeen.description == "2027-01-05" })
  }

  @Test func `What is new, worse and resolved is told apart`() throws {
    let folder = try workspace()
    _ = try watched(folder, night: 1)
    let rows = [
      "A1,Amber Mills,gold,EMEA,ann,480000,40,10,2026-12-20,2027-06-30",
      "A2,Birch Foods,gold,EMEA,ann,60000,30,10,2026-12-20,2027-06-30",
      "A3,Cedar Labs,silver,EMEA,ben,75000,90,10,2026-12-20,2027-06-30",
    ]
    let (second, outcome) = try watched(folder, rows, night: 2, "--detailed-exitcode")
    #expect(outcome.exitCode == 2)
    #expect(second.new.contains { $0.account == "A2" && $0.cause == "low-health" })
    let worse = try #require(second.worse.first { $0.finding.account == "A1" && $0.finding.cause == "low-health" })
    #expect(worse.now > worse.before)
    let (third, _) = try watched(folder, Self.rows, night: 3)
    #expect(third.resolved.contains { $0.account == "A2" && $0.cause == "low-health" })
    #expect(!third.worse.contains { $0.finding.account == "A1" })
  }

  @Test func `Slow growth is noticed once it adds up to a tenth`() throws {
    let folder = try workspace()
    _ = try watched(folder, night: 1)
    var nights: [Int] = []
    for night in 2...5 {
      let rows = ["A1,Amber Mills,gold,EMEA,ann,\(240_000 + (night - 1) * 8_500),40,10,2026-12-20,2027-06-30"]
      let (changes, _) = try watched(folder, rows + Self.rows.dropFirst(), night: night)
      if changes.worse.contains(where: { $0.finding.cause == "low-health" }) { nights.append(night) }
    }
    #expect(nights == [4])
  }

  @Test func `A dismissed finding is shown again only when it gets worse`() throws {
    let folder = try workspace()
    let (first, _) = try watched(folder, night: 1)
    let id = try id(first, "A1", "low-health")
    try folder.write(
      "book/finding-decisions.csv", "finding_id,decision,until,by,note\n\(id),dismiss,,ann,\"they, like us\"\n")
    let (second, _) = try watched(folder, night: 2)
    #expect(second.dismissed == 1)
    let decision = try review(folder, night: 2).findings.first { $0.id == id }?.history?.decision
    #expect(decision?.by == "ann" && decision?.note == "they, like us")
    let rows = ["A1,Amber Mills,gold,EMEA,ann,480000,40,10,2026-12-20,2027-06-30"] + Self.rows.dropFirst()
    let (third, _) = try watched(folder, rows, night: 3)
    #expect(third.worse.contains { $0.finding.id == id })
  }

  @Test func `A snoozed finding comes back on its day, once`() throws {
    let folder = try workspace()
    let (first, _) = try watched(folder, night: 1)
    let id = try id(first, "A1", "low-health")
    try folder.write("book/finding-decisions.csv", "finding_id,decision,until\n\(id),snooze,2027-01-08\n")
    #expect(try watched(folder, night: 2, asOf: "2027-01-07").changes.snoozed == 1)
    let (third, outcome) = try watched(folder, night: 3, asOf: "2027-01-08", "--detailed-exitcode")
    #expect(third.back.map(\.id) == [id] && outcome.exitCode == 2)
    let (fourth, _) = try watched(folder, night: 4, asOf: "2027-01-09")
    #expect(fourth.back.isEmpty && fourth.snoozed == 0)
  }

  @Test func `A damaged or foreign last run ends with 65, and nothing is overwritten`() throws {
    let folder = try workspace()
    _ = try watched(folder, night: 1)
    let good = try #require(folder.bytes("night1/review.json"))
    let cases: [[UInt8]] = [Array(good.prefix(good.count / 2)), Array("{\"schema\": \"other\"}".utf8), []]
    for bytes in cases {
      try folder.write("night1/review.json", String(decoding: bytes, as: UTF8.self))
      let outcome = try BallastBinary.run(
        "watch", folder.file("book"), "--previous", folder.file("night1"), "--output", folder.file("night1"))
      #expect(outcome.exitCode == 65 && outcome.errors.contains("Maybe"))
      #expect(folder.bytes("night1/review.json") == bytes)
    }
  }

  @Test func `Faults in the decisions are named with line and column`() throws {
    let folder = try workspace()
    try folder.write(
      "book/finding-decisions.csv",
      "finding_id,decision,until\n12345,dismiss,\n0123456789abcde,snooze,\n0123456789abcdf,accept,2027-01-01\n")
    let outcome = try BallastBinary.run("watch", folder.file("book"))
    #expect(outcome.exitCode == 65)
    for line in ["2", "3", "4"] {
      #expect(outcome.errors.contains("finding-decisions.csv:\(line)"), "\(outcome.errors)")
    }
  }

  @Test func `The page names the finding, what changed and who acts`() throws {
    let folder = try workspace()
    let outcome = try BallastBinary.run("watch", folder.file("book"), "--as-of", "2027-01-05")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("first run") && outcome.output.contains("Amber Mills"))
  }

  @Test func `The sample script of the nightly job compares with the night before`() throws {
    let folder = try workspace()
    try folder.write("state/empty", "")
    let script = Invocation(
      "/bin/sh", [Checkout.path("deploy/nightly/ballast-watch"), folder.file("book"), folder.file("state")],
      environment: ["BALLAST": BallastBinary.path])
    let first = try script.run()
    #expect(first.exitCode == 2, "\(first.errors)")
    let second = try script.run()
    #expect(second.exitCode == 0 && second.output.contains("nothing has changed"), "\(second.errors)\(second.output)")
    #expect(!(first.output + second.output).contains("Amber"))
  }
}
