import PlanDocument
import Portfolio
import Testing

@testable import Reports

@Suite struct ExplainPageTests {
  private let document = SamplePlan.document

  private func points(_ hours: Int64) -> PointsValue { PointsValue(Points(60 * hours)) }

  private func cost(found: Int64, bound: Int64?, restricts: Bool = true, gap: Int64 = 0) -> CounterfactualCost {
    CounterfactualCost(
      plan: points(100), planBound: points(100 - gap), found: points(found), bound: bound.map(points),
      restricts: restricts, byRule: [ExplanationTerm(rule: "capacity", gain: points(100 - found), note: "")])
  }

  private func run(_ ended: Termination.Reason?) -> CounterfactualRun {
    CounterfactualRun(version: "1", seconds: 1, work: 1, seed: 1, ended: ended)
  }

  private func assignment(_ kind: Assignment.Kind, _ account: String, _ csm: String?) -> Assignment {
    Assignment(account: account, kind: kind, csm: csm, previous: "ann", period: kind == .handoff ? 0 : nil)
  }

  private func answer(_ name: String = "A01") -> CounterfactualDocument {
    CounterfactualDocument(
      asOf: document.asOf, questions: [CounterfactualQuestion(.go, account: name, csm: name, period: 0)],
      outcome: .answered, cost: cost(found: 103, bound: 103),
      changes: [
        PlanChange(
          effect: .moved, asked: true, before: assignment(.stay, name, name), after: assignment(.handoff, name, name)),
        PlanChange(
          effect: .undone, asked: false, before: assignment(.handoff, "A02", name),
          after: assignment(.stay, "A02", name)
        ),
      ],
      loads: [LoadChange(csm: name, periods: [.init(period: 0, before: 60, after: 600)])],
      checks: [CheckDocument(name: "asked", passed: true, details: [])], run: run(.optimal))
  }

  private func forbidden(_ message: String) -> CounterfactualDocument {
    CounterfactualDocument(
      asOf: document.asOf, questions: [CounterfactualQuestion(.lift, rule: message, subject: message)],
      outcome: .forbidden, obstacles: [Obstacle(rule: "pin", message: message, lift: "pin:A01")], run: run(nil))
  }

  private func decision(_ name: String) -> DecisionDocument {
    let term = ExplanationTerm(rule: "capacity", gain: points(-3), note: name)
    let excess = LimitExcess(
      rule: "capacity", resource: name, subject: name, csm: name, period: 0, unit: "minutes", limit: 1, load: 2,
      excess: name)
    func option(_ chosen: Bool, _ extra: Int64, limits: [LimitExcess] = []) -> DecisionOption {
      DecisionOption(
        kind: .handoff, csm: name, period: 0, moment: name, start: document.asOf, effective: document.asOf,
        chosen: chosen, extra: points(extra), charges: [term], differences: chosen ? [] : [term], limits: limits)
    }
    return DecisionDocument(
      asOf: document.asOf, account: name, members: [name, "A02"], incumbent: name,
      options: [option(true, 0)] + (1...9).map { option(false, $0) } + [option(false, 1, limits: [excess])],
      bans: [
        DecisionBan(kind: .handoff, csm: name, periods: [0], rule: "moment", reason: name),
        DecisionBan(kind: .handoff, csm: "zoe", periods: [0], rule: "moment", reason: name),
      ])
  }

  @Test("What is proven, what is found and what is not known are told apart")
  func statements() {
    let cases: [(CounterfactualCost, Termination.Reason, String)] = [
      (cost(found: 103, bound: 103), .optimal, "It would cost 3.0 h more. No plan like that costs less: proven."),
      (cost(found: 100, bound: 100), .optimal, "It would cost nothing: there is a plan like that which is as good."),
      (
        cost(found: 98, bound: 98, restricts: false), .optimal,
        "It would save 2.0 h. No plan like that costs less: proven."
      ),
      (cost(found: 103, bound: 101), .timeLimit, "It would cost between 1.0 h and 3.0 h more."),
      (
        cost(found: 103, bound: 99), .timeLimit,
        "It would cost at most 3.0 h more; that it costs anything is not proven."
      ),
      (cost(found: 97, bound: 95), .workLimit, "It would save at least 3.0 h, and at most 5.0 h."),
      (
        cost(found: 103, bound: nil), .timeLimit,
        "It would cost 3.0 h more in the best plan found; how much less it could be is not known."
      ),
    ]
    #expect(CostText(cost(found: 100, bound: 98), ended: nil).statement.contains("so in the plan"))
    for (cost, ended, statement) in cases { #expect(CostText(cost, ended: ended).statement == statement) }
    #expect(
      CostText(cost(found: 103, bound: 101), ended: .timeLimit).details.contains { $0.contains("at the time limit") })
    #expect(CostText(cost(found: 97, bound: 97, gap: 4), ended: .optimal).details.contains { $0.contains("4.0 h") })
    #expect(CostText(cost(found: 97, bound: 97), ended: .optimal).details.contains { $0.contains("not the best one") })
  }

  @Test("A page names what was asked apart from what comes along, and what would lift a ban")
  func sections() {
    let page = CounterfactualPage(answer(), of: document).render()
    #expect(page.contains("What would change\n"))
    #expect(page.contains("What comes along: 1 other account\n"))
    #expect(page.contains("+9.0"))
    #expect(CounterfactualPage(forbidden("It is pinned"), of: document).render().contains("--lift pin:A01"))
  }

  @Test("The same ban on several people is said once, and the rest is counted")
  func decision() {
    let page = DecisionPage(decision("A01"), of: document).render()
    #expect(page.contains("A01, zoe"))
    #expect(page.contains("… and 5 choices more: --all shows them"))
    let all = DecisionPage(decision("A01"), of: document, all: true).render()
    #expect(!all.contains("--all"))
    #expect(all.contains("beyond the hard limit"))
  }

  @Test("no control characters, no line wider than asked for", arguments: HostilePlan.payloads)
  func controls(payload: String) throws {
    let hostile = try HostilePlan.document(payload)
    for text in [
      CounterfactualPage(answer(payload), of: hostile, all: true).render(),
      CounterfactualPage(forbidden(payload), of: hostile).render(),
      DecisionPage(decision(payload), of: hostile, all: true).render(),
    ] {
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || (!$0.isControl && !$0.isBidirectionalControl) })
      #expect(text.split(separator: "\n").allSatisfy { TerminalColumns.width(String($0)) <= 100 })
    }
  }
}
