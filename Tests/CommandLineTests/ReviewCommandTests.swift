import BallastProcess
import Foundation
import PlanDocument
import Testing

/// `ballast review`, as a person runs it.
@Suite struct ReviewCommandTests {
  private static let scenario = Checkout.path("scenarios/silent-and-slipping")

  private func reviewed(_ options: String...) throws -> (folder: TemporaryFolder, outcome: Outcome) {
    let folder = try TemporaryFolder()
    let arguments = ["review", Self.scenario, "--output", folder.file("out")] + options
    return (folder, try Invocation(BallastBinary.path, arguments).run())
  }

  @Test func `The page asks the three questions first, and names its files`() throws {
    let (folder, outcome) = try reviewed("--per-csm")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let text = outcome.output
    let places = [
      "1  What is at risk?", "2  Who could grow", "3  Who has not been looked at?", "Blind spots", "Attention",
    ]
    .compactMap { text.range(of: $0)?.lowerBound }
    #expect(places.count == 5 && places == places.sorted())
    #expect(text.split(separator: "\n").filter { !$0.hasPrefix("Written") }.allSatisfy { $0.count <= 100 })
    for name in [
      "review.html", "review.json", "risk.csv", "expansion.csv", "unseen.csv", "blind-spots.csv", "attention.csv",
      "concentration.csv", "criteria.csv", "account-facts.csv",
    ] { #expect(folder.bytes("out/\(name)")?.isEmpty == false, "\(name)") }
    #expect(folder.names(in: "out/csms").count == 13)
  }

  @Test func `The page of a CSM holds nothing of others`() throws {
    let (folder, _) = try reviewed("--per-csm", "--quiet")
    let document = try document(folder)
    for name in folder.names(in: "out/csms") {
      let text = try folder.text("out/csms/\(name)")
      let own = document.people.filter { name == "csm-\($0.csm).html" }.map(\.csm)
      #expect(own.count == 1)
      let ownNames = Set(document.accounts.filter { $0.csm == own.first }.compactMap(\.name))
      let others = Set(document.accounts.filter { $0.csm != own.first }.compactMap(\.name)).subtracting(ownNames)
      #expect(!others.contains { text.contains("<bdi>\($0)</bdi>") }, "\(name)")
    }
  }

  @Test func `The same input gives the same bytes, on a page and as JSON`() throws {
    let (first, _) = try reviewed("--quiet")
    let (second, outcome) = try reviewed("--json")
    for name in ["review.html", "review.json", "risk.csv"] {
      #expect(first.bytes("out/\(name)") == second.bytes("out/\(name)"))
    }
    #expect(outcome.outputBytes == second.bytes("out/review.json"))
  }

  private func document(_ folder: TemporaryFolder) throws -> ReviewDocument {
    try JSONDecoder().decode(ReviewDocument.self, from: Data(try #require(folder.bytes("out/review.json"))))
  }

  @Test func `What is written piece by piece is what the document holds`() throws {
    let (folder, _) = try reviewed("--quiet")
    let document = try document(folder)
    #expect(document.accounts.count == 300 && document.schema == ReviewDocument.currentSchema)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    #expect(Array(try encoder.encode(document)) + [0x0A] == folder.bytes("out/review.json"))
  }

  @Test func `A scenario written for the plan is one that the plan accepts`() throws {
    let folder = try TemporaryFolder()
    let file = folder.file("asks.yaml")
    let outcome = try BallastBinary.run(
      "review", Self.scenario, "--output", folder.file("out"), "--as-policy", file, "--quiet")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let shown = try BallastBinary.run("scenario", "show", file, "--data", Self.scenario)
    #expect(shown.exitCode == 0, "\(shown.errors)")
    #expect(shown.output.contains("pool_ok"))
    let plan = folder.file("plan")
    let planned = try BallastBinary.run(
      "plan", Self.scenario, "--scenario", file, "--work-limit", "500", "--output", plan, "--quiet")
    #expect(planned.exitCode == 0, "\(planned.errors)")
    let verified = try BallastBinary.run("verify", "\(plan)/plan.json", "--data", Self.scenario)
    #expect(verified.exitCode == 0, "\(verified.output)\(verified.errors)")
  }

  @Test func `Without activities the hours given are those of a plan, where one is named`() throws {
    let folder = try TemporaryFolder()
    let book = Checkout.path("scenarios/tiny-overload")
    let plan = try BallastBinary.run("plan", book, "--output", folder.file("plan"), "--quiet")
    #expect(plan.exitCode == 0, "\(plan.errors)")
    let source = { (options: [String]) -> AttentionDocument.Source in
      let arguments = ["review", book, "--output", folder.file("out"), "--quiet"] + options
      #expect(try Invocation(BallastBinary.path, arguments).run().exitCode == 0)
      return try document(folder).attention.source
    }
    #expect(try source(["--plan", folder.file("plan/plan.json")]) == .plan)
    #expect(try source([]) == .effort)
    #expect(try source(["--previous", folder.file("plan/plan.json")]) == .effort)
    let trends = try document(folder).concentration
    #expect(trends.allSatisfy { $0.previousHerfindahl == $0.herfindahl })
  }

  @Test func `Trends are against an earlier workspace, which is named`() throws {
    let (folder, outcome) = try reviewed("--quiet", "--previous", Checkout.path("scenarios/quarterly-rebalance"))
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let document = try document(folder)
    #expect(document.previous?.hasSuffix("quarterly-rebalance") == true)
    // Nobody wrote down market segments there.
    let without = document.concentration.filter { $0.previousHerfindahl == nil }.map(\.dimension)
    #expect(without == [.marketSegment])
  }

  @Test func `A workspace without any of the optional columns is reviewed, and says what is not known`() throws {
    let folder = try TemporaryFolder()
    try folder.write("book/accounts.csv", "account_id,csm_id,tier,region\nA1,ann,small,EMEA\nA2,,small,EMEA\n")
    try folder.write("book/csms.csv", "csm_id,regions\nann,EMEA\n")
    let outcome = try BallastBinary.run("review", folder.file("book"))
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Not known: there is no column last_touch and no activity.csv."))
    #expect(outcome.output.contains("Not known, and not guessed: ARR of 2, potential of 2, health of 2"))
    #expect(folder.names(in: "book/out/review").contains("review.html"))
  }

  @Test func `Faults of activities end the review with 65`() throws {
    let folder = try TemporaryFolder()
    try folder.write("book/accounts.csv", "account_id,csm_id,tier,region\nA1,ann,small,EMEA\n")
    try folder.write("book/csms.csv", "csm_id,regions\nann,EMEA\n")
    try folder.write("book/activity.csv", "date,account_id,minutes\n2024-02-31,A1,20\n")
    let outcome = try BallastBinary.run("review", folder.file("book"))
    #expect(outcome.exitCode == 65 && outcome.errors.contains("activity.csv") && outcome.errors.contains("2024-02-31"))
  }

  @Test func `Text that a spreadsheet or a browser would run is inert`() throws {
    let folder = try TemporaryFolder()
    let name = "=1+1<script>alert(1)</script>"
    try folder.write(
      "book/accounts.csv",
      "account_id,account_name,csm_id,tier,region,health,domains\nA1,\(name),ann,small,EMEA,10,\"<b>\"\n")
    try folder.write("book/csms.csv", "csm_id,name,regions,domains\nann,\"@x\"\"><img>\",EMEA,<b>\n")
    let outcome = try BallastBinary.run("review", folder.file("book"), "--per-csm")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try folder.text("book/out/review/risk.csv").contains("'=1+1"))
    for page in ["review.html", "csms/csm-ann.html"] {
      let text = try folder.text("book/out/review/\(page)")
      #expect(!text.contains("<script") && !text.contains("<img") && !text.contains("<b></bdi>"))
    }
  }
}
