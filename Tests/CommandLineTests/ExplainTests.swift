import BallastProcess
import Foundation
import PlanDocument
import Portfolio
import Testing

/// Questions about a plan: why this, what if.
@Suite struct ExplainTests {
  /// A plan of the sample workspace in `book/out`: Ann has too much, Ben and Cleo have room.
  private func planned(_ workspace: SampleWorkspace = SampleWorkspace()) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try workspace.write(to: folder)
    let outcome = try BallastBinary.run("plan", folder.file("book"), "--quiet", "--gap", "0")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    return folder
  }

  private func explain(_ folder: TemporaryFolder, _ arguments: String...) throws -> Outcome {
    try Invocation(BallastBinary.path, ["explain", folder.file("book/out/plan.json")] + arguments).run()
  }

  private func answer(_ outcome: Outcome) throws -> CounterfactualDocument {
    try JSONDecoder().decode(CounterfactualDocument.self, from: Data(outcome.output.utf8))
  }

  private func plan(_ folder: TemporaryFolder) throws -> PlanDocument {
    try PlanDocument.decoded(from: Data(contentsOf: URL(filePath: folder.file("book/out/plan.json"))))
  }

  @Test("Every choice for an account is listed with its cost, the one of the plan first, and what the rules forbid")
  func decision() throws {
    let folder = try planned()
    let outcome = try explain(folder, "--account", "A2", "--json")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let decision = try JSONDecoder().decode(DecisionDocument.self, from: Data(outcome.output.utf8))
    #expect(decision.schema == "ballast.decision/1")
    #expect(decision.options.map(\.chosen) == [true] + decision.options.dropFirst().map { _ in false })
    #expect(decision.options.first?.extra.micropoints == 0)
    for option in decision.options {
      #expect(option.differences.reduce(0) { $0 - $1.gain.micropoints } == option.extra.micropoints)
      if option.limits.isEmpty { #expect(option.extra.micropoints >= 0) }
    }
    #expect(Set(decision.options.compactMap(\.csm)) == ["ben"])
    #expect(decision.bans.contains { $0.csm == "cleo" && $0.rule == "region" && $0.periods == [0, 1] })
    let page = try explain(folder, "--account", "birch foods").output
    #expect(page.contains("Birch Foods (A2)"))
    #expect(page.contains("▶"))
    #expect(page.contains("Cleo does not cover EMEA [region]"))
  }

  @Test("A forced choice is answered exactly, with what changes, and checked")
  func forced() throws {
    let folder = try planned()
    let document = try plan(folder)
    let move = try #require(document.handoffs.first { $0.kind == .handoff })
    let outcome = try explain(folder, "--account", move.account, "--stay", "--json")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let answer = try answer(outcome)
    let cost = try #require(answer.cost)
    #expect(cost.exact)
    #expect(cost.restricts)
    #expect(cost.atMost.micropoints >= 0)
    #expect(cost.plan == document.objective)
    let change = try #require(answer.changes.first { $0.account == move.account })
    #expect(change.asked)
    #expect(change.effect == .undone)
    #expect(answer.checks.map(\.name) == ["asked", "selection", "plan", "certified bound", "model"])
    #expect(answer.checks.filter { !$0.passed }.isEmpty)
    let page = try explain(folder, "--force", "\(move.account)=stay").output
    #expect(page.contains("stayed where it is?"))
    #expect(page.contains("proven"))
  }

  @Test("What the plan does already costs nothing more, and what the rules forbid is refused with the rule")
  func trivial() throws {
    let folder = try planned()
    let move = try #require(try plan(folder).handoffs.first { $0.kind == .handoff })
    let same = try answer(try explain(folder, "--account", move.account, "--to", move.to, "--json"))
    #expect(same.cost?.atMost.micropoints == 0)
    #expect(same.changes.isEmpty)
    let forbidden = try explain(folder, "--account", "A1", "--to", "Cleo")
    #expect(forbidden.exitCode == 3)
    #expect(forbidden.output.contains("Cleo does not cover EMEA [region]"))
    #expect(forbidden.output.contains("--lift region:cleo"))
    let lifted = try explain(folder, "--account", "A1", "--to", "Cleo", "--lift", "region:cleo", "--json")
    #expect(lifted.exitCode == 0, "\(lifted.errors)")
    #expect(try answer(lifted).cost?.restricts == false)
  }

  @Test("Where several limits collide with what was asked, they are named as diagnose names them, with a proof")
  func collisions() throws {
    var workspace = SampleWorkspace()
    for (hours, small) in [(",50\n", ",5\n"), (",40\n", ",4\n"), (",30\n", ",3\n")] {
      workspace.accounts = workspace.accounts.replacing(hours, with: small)
    }
    // Two weeks with one handoff each for whoever receives: the third account finds no place, whatever the order.
    workspace.policy = """
      version: 1
      horizon: { start: 2027-01-04, periods: 2, period: week }
      eligibility: { region: ban }
      handoffs:
        slots_are_hard: true
        slots_in_per_week: 1
        slots_out_per_week: 5
        moments:
          - { id: open-month, event: any, price: 60 }

      """
    let folder = try planned(workspace)
    let outcome = try explain(folder, "--force", "A1=ben", "--force", "A2=ben", "--force", "A3=ben", "--json")
    #expect(outcome.exitCode == 3, "\(outcome.errors)")
    let obstacles = try answer(outcome).obstacles
    #expect(!obstacles.contains { !$0.proven }, "\(obstacles)")
    #expect(obstacles.contains { $0.rule == "handoff-slots" }, "\(obstacles)")
    #expect(obstacles.count { $0.rule == "pin" } == 3, "\(obstacles)")
  }

  @Test("A cap, a CSM who is not there and several choices at once are questions, too")
  func others() throws {
    let folder = try planned()
    let cap = try answer(try explain(folder, "--csm", "ann", "--max-hours", "90", "--at", "steady", "--json"))
    #expect(cap.outcome == .answered)
    let impossible = try explain(folder, "--csm", "Ann", "--max-hours", "0")
    #expect(impossible.exitCode == 3)
    #expect(impossible.output.contains("whatever else is chosen"))
    let without = try answer(try explain(folder, "--without", "ben", "--json"))
    #expect(without.changes.allSatisfy { $0.after.csm != "ben" })
    #expect(without.loads.contains { $0.csm == "ben" && $0.periods.allSatisfy { $0.after == 0 } })
    let both = try answer(
      try explain(folder, "--force", "A1=ben@2027-02-04", "--force", "A2=stay", "--gap", "0", "--json"))
    #expect(both.questions.map(\.kind) == [.go, .stay])
    #expect(both.questions.first?.period == 1)
  }

  @Test("Names that nobody has are refused with the nearest one, and what can be lifted is listed")
  func names() throws {
    let folder = try planned()
    let cases: [([String], String)] = [
      (["--account", "A99"], "There is no account"), (["--account", "Birch Food"], "`Birch Foods` was meant"),
      (["--account", "A1", "--to", "Bem"], "was meant"), (["--account", "A1", "--to", "ben", "--at", "May"], "Jan"),
      (["--lift", "pni:A1"], "`pin` was meant"), (["--lift", "colour:A1"], "capacity:CSM"),
      (["--lift", "continuity:A1"], "forbids nothing"), (["--lift", "pin"], "pin:ACCOUNT"),
      (["--lift", "pin:A77"], "cannot be lifted"), (["--lift", "pin:A1"], "nothing in this plan"),
      (["--force", "A1"], "--force"), (["--account", "A1", "--to", "ben", "--stay"], "exclude"), ([], "--account"),
      (["--csm", "ann"], "belong together"),
    ]
    for (arguments, words) in cases {
      let outcome = try Invocation(BallastBinary.path, ["explain", folder.file("book/out/plan.json")] + arguments).run()
      #expect(outcome.exitCode == 64, "\(arguments)")
      #expect(outcome.errors.contains(words), "\(arguments): \(outcome.errors)")
    }
  }

  @Test("F55: a plan whose inputs have changed is not explained, nor is one that was edited")
  func stale() throws {
    let folder = try planned()
    let path = folder.file("book/out/plan.json")
    var document = try plan(folder)
    document.objective = PointsValue(micropoints: document.objective.micropoints - 1)
    try document.encoded().write(to: URL(filePath: path))
    let edited = try explain(folder, "--account", "A1")
    #expect(edited.exitCode == 70)
    #expect(edited.errors.contains("ballast verify"))
    try folder.replace("A4,Dune", with: "A4,Dusk", in: "book/accounts.csv")
    #expect(try explain(folder, "--account", "A1").exitCode == 5)
  }

  @Test("What people agreed on holds in the answer, which names them")
  func agreements() throws {
    let folder = try planned()
    let move = try #require(try plan(folder).handoffs.first { $0.kind == .handoff })
    try folder.write("answers.csv", "account_id,decision,reason,by\n\(move.account),accept,,Mia\n")
    let next = try BallastBinary.run(
      "plan", folder.file("book"), "--gap", "0", "--quiet", "--decisions", folder.file("answers.csv"))
    #expect(next.exitCode == 0, "\(next.errors)")
    let outcome = try explain(folder, "--account", move.account, "--stay")
    #expect(outcome.exitCode == 3)
    #expect(outcome.output.contains("Mia"))
    #expect(outcome.output.contains("--lift agreement:\(move.account)"))
    #expect(
      try explain(folder, "--account", move.account, "--stay", "--lift", "agreement:\(move.account)").exitCode == 0)
    let summary = try #require(try plan(folder).explanations.moves.first { $0.account == move.account }).summary
    #expect(summary.contains("(Mia)"))
  }

  @Test("A search that ended at once says that it did not try something better, and gives no negative price")
  func endedEarly() throws {
    let folder = try TemporaryFolder()
    let outcome = try BallastBinary.run(
      "plan", Checkout.path("scenarios/quarterly-rebalance"), "--work-limit", "1", "--quiet", "--output",
      folder.file("out"))
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let document = try PlanDocument.decoded(from: Data(contentsOf: URL(filePath: folder.file("out/plan.json"))))
    let explanations = document.explanations
    let texts =
      explanations.moves.map(\.summary) + explanations.stays.map(\.summary)
      + (explanations.moves.flatMap(\.alternatives) + explanations.stays.flatMap(\.alternatives)).map(\.note)
    #expect(texts.contains { $0.contains("the search ended before") })
    // " - " stands between the days of a period.
    #expect(!texts.contains { $0.contains(/, -[0-9.]+ h dearer/) || $0.contains("cost -") })
  }

  @Test("The same question under the same work limit and seed has the same answer")
  func reproducible() throws {
    let folder = try planned()
    func once() throws -> CounterfactualDocument {
      var document = try answer(
        try explain(folder, "--without", "ben", "--work-limit", "20000", "--seed", "7", "--json"))
      document.run.seconds = 0
      return document
    }
    let (first, second) = (try once(), try once())
    #expect(first == second)
  }
}
