import BallastProcess
import Foundation
import PlanDocument
import Testing

/// Every shipped scenario, certified by the program, and read by those it touches.
@Suite("Certificates and words of the scenarios") struct CertificateTests {
  private static let scenarios = ExpectedPlan.scenarios(.optimal) + ExpectedPlan.scenarios(.bounds)
  private static let hasPython = SystemProgram.isInstalled("python3")

  private func planned(_ scenario: String) throws -> PlannedWorkspace {
    try PlannedWorkspace(Checkout.path("scenarios/\(scenario)"), ["--work-limit", "20000"])
  }

  @Test("are accepted, by the checker of Ballast and by one in Python", arguments: scenarios)
  func accepted(scenario: String) throws {
    let planned = try planned(scenario)
    let (plan, certificate) = (planned.folder.file("out/plan.json"), planned.folder.file("out/certificate.txt"))
    let certified = try BallastBinary.run("certify", plan, "--data", planned.workspace)
    #expect(certified.exitCode == 0, "\(certified.errors)")
    let verified = try BallastBinary.run("verify", plan, "--data", planned.workspace, "--certificate", certificate)
    #expect(verified.exitCode == 0 && verified.output.contains("ok      certificate and plan"), "\(verified.output)")
    let bound = try #require(planned.document.certifiedBound).micropoints
    #expect(try planned.folder.text("out/certificate.txt").contains("\nbound \(bound)\n"))
    guard Self.hasPython else { return }
    let other = try Invocation("python3", [Checkout.path("Scripts/check-certificate"), certificate]).run()
    #expect(other.exitCode == 0 && other.output.contains("bound \(bound),"), "\(other.output)\(other.errors)")
  }

  @Test("of another plan, and plans changed by a unit, are refused")
  func refused() throws {
    let planned = try planned("tiny-departure")
    let plan = planned.folder.file("out/plan.json")
    #expect(try BallastBinary.run("certify", plan, "--data", planned.workspace, "--quiet").exitCode == 0)
    let certificate = planned.folder.file("out/certificate.txt")
    func expectRefusal(_ words: String, _ change: (inout PlanDocument) -> Void) throws {
      var document = planned.document
      change(&document)
      try document.encoded().write(to: URL(filePath: planned.folder.file("out/changed.json")))
      let outcome = try BallastBinary.run(
        "verify", planned.folder.file("out/changed.json"), "--data", planned.workspace, "--certificate", certificate)
      #expect(outcome.exitCode == 70 && outcome.output.contains(words), "\(outcome.output)")
    }
    try expectRefusal("another objective") {
      $0.objective = PointsValue(micropoints: $0.objective.micropoints + 1)
    }
    try expectRefusal("shows less than the bound") {
      $0.certifiedBound = $0.certifiedBound.map { PointsValue(micropoints: $0.micropoints + 1) }
    }
    let other = try self.planned("tiny-overload")
    let otherPlan = other.folder.file("out/plan.json")
    let outcome = try BallastBinary.run("verify", otherPlan, "--data", other.workspace, "--certificate", certificate)
    #expect(outcome.exitCode == 70 && outcome.output.contains("another model"), "\(outcome.output)")
  }

  @Test("explain everything in at most 80 words", arguments: scenarios)
  func words(scenario: String) throws {
    let document = try planned(scenario).document
    let explanations = document.explanations
    let texts =
      explanations.moves.map(\.summary) + explanations.stays.map(\.summary) + explanations.csms.map(\.summary)
      + explanations.bundles.map(\.summary) + document.handoffs.map(\.reason)
    for text in texts { #expect(text.split(separator: " ").count <= 80, "\(text)") }
    #expect(!explanations.csms.isEmpty)
  }

  @Test("count for everybody what the plan says of the handoffs")
  func fairness() throws {
    let document = try planned("quarterly-rebalance").document
    for explanation in document.explanations.csms {
      let exchange = try #require(explanation.exchange)
      let book = try #require(document.books.first { $0.csm == explanation.csm })
      #expect(book.after.accounts - book.before.accounts == exchange.received.accounts - exchange.given.accounts)
      #expect(book.after.atRisk - book.before.atRisk == exchange.received.atRisk - exchange.given.atRisk)
      #expect(book.after.arr - book.before.arr == exchange.received.arr - exchange.given.arr)
      for side in [exchange.received, exchange.given] {
        #expect(side.reasons.reduce(0) { $0 + $1.accounts } == side.accounts)
      }
    }
  }

  @Test("`ballast diff` says what two plans do otherwise, by rule, by CSM and by account")
  func difference() throws {
    let quarter = Checkout.path("scenarios/quarterly-rebalance")
    let (first, second) = (
      try PlannedWorkspace(quarter, ["--work-limit", "300"]), try PlannedWorkspace(quarter, ["--work-limit", "6000"])
    )
    let files = [first, second].map { $0.folder.file("out/plan.json") }
    let outcome = try BallastBinary.run("diff", files[0], files[1], "--json")
    let found = try JSONDecoder().decode(PlanDifference.self, from: Data(outcome.outputBytes))
    #expect(found == PlanDifference(before: first.document, after: second.document))
    let change = second.document.objective.micropoints - first.document.objective.micropoints
    #expect(found.rules.reduce(0) { $0 + $1.change.micropoints } == change)
    #expect(found.inputs.isEmpty)
    let text = try BallastBinary.run("diff", files[0], files[1]).output
    #expect(text.contains("Both were made from the same data."))
    for title in ["Cost of the plan", "By rule", "By CSM", "By account"] { #expect(text.contains(title), "\(text)") }
    let same = try BallastBinary.run("diff", files[0], files[0]).output
    #expect(same.contains("Every account is treated alike."))
  }
}
