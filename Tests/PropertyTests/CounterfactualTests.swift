import Ballast
import Compilation
import OptionModel
import PlanDocument
import Portfolio
import TestSupport
import Testing

/// Answers to questions about plans of small random portfolios, against the enumeration of every combination.
@Suite struct CounterfactualTests {
  static let shards = 4
  static let models = 200
  static let combinations = 3000

  @Test(
    "every answer is exactly the difference of two enumerated optima, or there is no such plan", arguments: 0..<shards)
  func agreesWithEnumeration(shard: Int) throws {
    var counts: [CounterfactualQuestion.Kind: (answered: Int, forbidden: Int)] = [:]
    for seed in stride(from: shard, to: Self.models, by: Self.shards) {
      guard let planned = try Planned(seed: UInt64(seed)) else { continue }
      for asked in planned.questions() {
        guard let outcome = try planned.check(asked) else { continue }
        let kind = (asked.questions.first ?? CounterfactualQuestion(.lift)).kind
        if outcome == .answered { counts[kind, default: (0, 0)].answered += 1 }
        if outcome == .forbidden { counts[kind, default: (0, 0)].forbidden += 1 }
      }
    }
    for kind: CounterfactualQuestion.Kind in [.go, .stay, .cap, .without, .lift] {
      #expect((counts[kind]?.answered ?? 0) > 0, "\(kind)")
    }
    for kind: CounterfactualQuestion.Kind in [.go, .stay, .cap] {
      #expect((counts[kind]?.forbidden ?? 0) > 0, "\(kind)")
    }
  }
}

/// What is asked, and what the referee makes of it by itself.
private struct Asked {
  var questions: [CounterfactualQuestion] = []
  var lifts: [RuleLift] = []
  /// The portfolio under the question.
  var portfolio: Portfolio
  /// Which options may be chosen.
  var permits: (CompiledPlan, Int) -> Bool = { _, _ in true }
  /// What becomes of an upper limit.
  var limit: (CompiledPlan, ResourceKey, Int64?) -> Int64? = { $2 }
}

private struct Planned {
  let seed: UInt64
  let portfolio: Portfolio
  let compiled: CompiledPlan
  let document: PlanDocument
  let proof: ProofDocument?
  let optimum: Int64

  /// `nil` where there is no plan, or too many combinations.
  init?(seed: UInt64) throws {
    self.seed = seed
    var generator = SmallPortfolio(seed: seed)
    var portfolio = generator.portfolio()
    while let model = try? PlanCompiler(portfolio).compile().model,
      Enumeration.combinations(of: model) > CounterfactualTests.combinations
    {
      portfolio.accounts.removeLast()
    }
    self.portfolio = portfolio
    guard let compiled = try? PlanCompiler(portfolio).compile(), let optimum = Enumeration(compiled.model).optimum
    else {
      return nil
    }
    guard case .planned(let document, let proof) = try Planner(portfolio).plan(PlanRequest(timeLimit: nil, gap: 0))
    else {
      Issue.record("seed \(seed): there is a plan that costs \(optimum)")
      return nil
    }
    (self.compiled, self.optimum, self.document, self.proof) = (compiled, optimum, document, proof)
  }

  // MARK: - The referee

  /// `nil` where the question has too many combinations for the referee, or is none.
  func check(_ asked: Asked) throws -> CounterfactualDocument.Outcome? {
    let expected: Int64?
    if let changed = try? PlanCompiler(asked.portfolio).compile() {
      guard Enumeration.combinations(of: changed.model) <= 4 * CounterfactualTests.combinations else { return nil }
      let limits = zip(changed.meaning.resources, changed.model.resources).map { asked.limit(changed, $0, $1.upper) }
      expected = Enumeration(changed.model, limits: limits) { asked.permits(changed, $0) }.optimum
    } else {
      expected = nil
    }
    let outcome: AnswerOutcome
    do {
      outcome = try Planner(portfolio).answer(
        asked.questions, lifting: asked.lifts, about: document, PlanRequest(timeLimit: nil, gap: 0, certified: true)
      ) { _ in try proof.map { [UInt8](try $0.encoded()) } ?? [] }
    } catch is NothingToLift {
      return nil
    }
    guard case .answered(let answer) = outcome else {
      Issue.record("seed \(seed): \(asked.questions) \(asked.lifts): \(outcome)")
      return nil
    }
    compare(answer, expected, asked)
    return answer.outcome
  }

  /// The cost of the plan found is the enumerated optimum; the bound reaches it.
  private func compare(_ answer: CounterfactualDocument, _ expected: Int64?, _ asked: Asked) {
    let about: Testing.Comment = "seed \(seed): \(asked.questions) \(asked.lifts.map(\.subject))"
    #expect(answer.outcome == (expected == nil ? .forbidden : .answered), about)
    guard let expected, let cost = answer.cost else {
      #expect(answer.obstacles.isEmpty == (answer.outcome == .answered), about)
      return
    }
    #expect(cost.found.micropoints == expected, about)
    // Multipliers have 16 binary places: a bound of theirs may miss the optimum by some millionths of a minute.
    let bound = cost.bound?.micropoints ?? .min
    #expect(bound <= expected && bound > expected - 100, about)
    #expect(cost.exact == (bound == expected), about)
    #expect(cost.atMost.micropoints == expected - optimum, about)
    #expect(cost.byRule.reduce(0) { $0 - $1.gain.micropoints } == cost.atMost.micropoints, about)
    #expect(answer.checks.filter { !$0.passed }.isEmpty, about)
  }

  // MARK: - Questions

  func questions() -> [Asked] {
    var random = SplitMix64(seed: seed &* 31 &+ 7)
    guard let account = portfolio.accounts.indices.randomElement(using: &random),
      let other = portfolio.accounts.indices.randomElement(using: &random),
      let csm = portfolio.csms.indices.randomElement(using: &random)
    else { return [] }
    let period = Int.random(in: 0..<portfolio.policy.horizon.periods, using: &random)
    let minutes = Int64.random(in: 0...2000, using: &random)
    return [
      go(account, csm, period: nil), go(account, csm, period: period), stay(other),
      both(go(account, csm, period: nil), stay(other)), cap(csm, minutes, period: nil),
      cap(csm, minutes, period: portfolio.policy.horizon.periods), without(csm), liftBan(account), liftLimits(csm),
      liftPin(), liftForAll(),
    ].compactMap { $0 }
  }

  private func go(_ account: Int, _ csm: Int, period: Int?) -> Asked {
    let question = CounterfactualQuestion(
      .go, account: portfolio.accounts[account].id, csm: portfolio.csms[csm].id, period: period)
    return Asked(
      questions: [question], portfolio: portfolio,
      permits: { plan, option in
        guard plan.meaning.members(ofGroup: plan.group(ofOption: option)).contains(Int32(account)) else { return true }
        let meaning = plan.meaning.options[option]
        if plan.incumbent(ofAccount: account) == csm {
          return meaning.kind == .stay || meaning.kind == .cover
            || (meaning.kind == .handoff && Int(meaning.csm) == csm)
        }
        guard meaning.kind == .handoff || meaning.kind == .assign, Int(meaning.csm) == csm else { return false }
        return period == nil || Int(meaning.period) == period
      })
  }

  private func stay(_ account: Int) -> Asked {
    let question = CounterfactualQuestion(.stay, account: portfolio.accounts[account].id)
    return Asked(
      questions: [question], portfolio: portfolio,
      permits: { plan, option in
        guard plan.meaning.members(ofGroup: plan.group(ofOption: option)).contains(Int32(account)) else { return true }
        let meaning = plan.meaning.options[option]
        let isOwn = plan.incumbent(ofAccount: account) == Int(meaning.csm)
        return meaning.kind == .stay || meaning.kind == .cover || (meaning.kind == .handoff && isOwn)
      })
  }

  private func both(_ first: Asked, _ second: Asked) -> Asked {
    Asked(
      questions: first.questions + second.questions, portfolio: portfolio,
      permits: {
        first.permits($0, $1) && second.permits($0, $1)
      })
  }

  private func cap(_ csm: Int, _ minutes: Int64, period: Int?) -> Asked {
    let question = CounterfactualQuestion(.cap, csm: portfolio.csms[csm].id, period: period, minutes: minutes)
    let periods = portfolio.policy.horizon.periods
    let isWeekly = portfolio.policy.horizon.period == .week
    return Asked(
      questions: [question], portfolio: portfolio,
      limit: { _, key, upper in
        guard case .hours(Int32(csm), let own) = key, period == nil || period == Int(own) else { return upper }
        let cap = isWeekly && Int(own) < periods ? minutes * 84 / 365 : minutes
        return min(upper ?? cap, cap)
      })
  }

  private func without(_ csm: Int) -> Asked {
    var changed = portfolio
    changed.csms[csm].active = false
    return Asked(questions: [CounterfactualQuestion(.without, csm: portfolio.csms[csm].id)], portfolio: changed)
  }

  private func liftBan(_ account: Int) -> Asked {
    var changed = portfolio
    changed.policy.handoffs.blackouts.exempt = [portfolio.accounts[account].id]
    return Asked(lifts: [RuleLift(.blackout, .account, portfolio.accounts[account].id)], portfolio: changed)
  }

  private func liftPin() -> Asked? {
    guard let account = portfolio.accounts.firstIndex(where: { $0.pinnedCSMID != nil }) else { return nil }
    var changed = portfolio
    changed.accounts[account].pinnedCSMID = nil
    return Asked(lifts: [RuleLift(.pin, .account, portfolio.accounts[account].id)], portfolio: changed)
  }

  private func liftForAll() -> Asked? {
    guard portfolio.policy.eligibility.region == .ban else { return nil }
    var changed = portfolio
    changed.policy.eligibility.region = .price
    return Asked(lifts: [RuleLift(.region, .all, "all")], portfolio: changed)
  }

  /// The hard limits on the hours of a CSM, and the budgets.
  private func liftLimits(_ csm: Int) -> Asked {
    Asked(
      lifts: [RuleLift(.capacity, .csm, portfolio.csms[csm].id)], portfolio: portfolio,
      limit: { _, key, upper in
        if case .hours(Int32(csm), _) = key { return nil }
        return upper
      })
  }
}
