import OptionModel
import Portfolio
import Testing

@testable import Verification

@Suite("The model auditor") struct ModelAuditorTests {
  typealias Variant = TestPortfolios.Variant

  private func findings(_ portfolio: Portfolio, _ draft: ModelDraft) throws -> [AuditFinding] {
    let (model, meaning) = try draft.build()
    return ModelAuditor(portfolio).audit(model: model, meaning: meaning).findings
  }

  @Test("passes the model as the formulation has it", arguments: Variant.allCases)
  func unspoiled(variant: Variant) throws {
    let portfolio = TestPortfolios.team(variant)
    #expect(try findings(portfolio, ModelDraft(portfolio)) == [])
  }

  @Test("does not mind another order", arguments: Variant.allCases)
  func order(variant: Variant) throws {
    let portfolio = TestPortfolios.team(variant)
    var draft = ModelDraft(portfolio)
    draft.groups.reverse()
    draft.resources.reverse()
    for group in draft.groups.indices { draft.groups[group].options.reverse() }
    #expect(try findings(portfolio, draft) == [])
  }

  @Test("finds every single option that is dropped", arguments: Variant.allCases)
  func optionDropped(variant: Variant) throws {
    try spoilEveryOption(variant) { $0.options.count > 1 ? { $0.remove(at: $1) } : nil }
  }

  @Test("finds every option that occurs twice", arguments: Variant.allCases)
  func optionTwice(variant: Variant) throws {
    try spoilEveryOption(variant) { _ in { $0.append($0[$1]) } }
  }

  @Test("finds a cost one higher", arguments: Variant.allCases)
  func costHigher(variant: Variant) throws {
    try spoilEveryOption(variant) { _ in { $0[$1].cost += 1 } }
  }

  @Test("finds a cost one lower", arguments: Variant.allCases)
  func costLower(variant: Variant) throws {
    try spoilEveryOption(variant) { group in
      { options, index in options[index].cost += options[index].cost > 0 ? -1 : 1 }
    }
  }

  @Test("finds a handoff that starts or ends on another day", arguments: Variant.allCases)
  func days(variant: Variant) throws {
    for shift in [-1, 1] {
      try spoilEveryOption(variant) { _ in
        { options, index in
          let meaning = options[index].meaning
          // Where nothing has a day, the kind is spoiled instead.
          if meaning.csm < 0 { options[index].meaning.kind = meaning.kind == .stay ? .unassigned : .stay }
          options[index].meaning.start = meaning.start.adding(days: shift)
        }
      }
    }
    try spoilEveryOption(variant) { _ in
      { options, index in
        if options[index].meaning.csm < 0 { options[index].meaning.csm = 0 }
        options[index].meaning.effective = options[index].meaning.effective.adding(days: 1)
      }
    }
    try spoilEveryOption(variant) { _ in { $0[$1].meaning.moment += 1 } }
  }

  private typealias Spoil = (inout [ModelDraft.Option], Int) -> Void

  /// Spoils one option of every group at a time, in turn; each fault must be found, and in its own group.
  private func spoilEveryOption(
    _ variant: Variant, _ spoil: ((members: [Int], options: [ModelDraft.Option])) -> Spoil?
  ) throws {
    let (auditor, draft) = (
      ModelAuditor(TestPortfolios.team(variant)), ModelDraft(TestPortfolios.team(variant))
    )
    for turn in 0..<4 {
      var spoiled = draft
      var expected: Set<String> = []
      for group in draft.groups.indices {
        let count = draft.groups[group].options.count
        guard let change = spoil(draft.groups[group]), turn < count else { continue }
        // First, last and two between.
        change(&spoiled.groups[group].options, turn * (count - 1) / max(1, min(3, count - 1)))
        expected.insert(auditor.rules.name(of: auditor.rules.groups[group]))
      }
      let (model, meaning) = try spoiled.build()
      let report = auditor.audit(model: model, meaning: meaning)
      let found = Set(report.findings.map { String($0.subject.prefix { $0 != " " }) })
      #expect(found == expected)
    }
  }

  @Test("finds an option that is banned", arguments: Variant.allCases)
  func optionAdded(variant: Variant) throws {
    let portfolio = TestPortfolios.team(variant)
    var draft = ModelDraft(portfolio)
    // A05 must not go to BOB: forbidden pair.
    let group = try #require(draft.groups.firstIndex { $0.members.contains(4) })
    var option = try #require(draft.groups[group].options.last)
    option.meaning = PlannedOption(.handoff, csm: 1, period: 0, moment: 0)
    draft.groups[group].options.append(option)
    let found = try findings(portfolio, draft)
    #expect(found.count == 1 && found.first?.rule == RuleID.forbiddenPair.rawValue)
  }

  @Test("finds every consumption that is off by one, added or dropped", arguments: Variant.allCases)
  func consumptions(variant: Variant) throws {
    for shift in [-1, 1] as [Int64] {
      try spoilEveryOption(variant) { _ in
        { options, index in
          let key = options[index].consumptions.keys.min { "\($0)" < "\($1)" } ?? .hours(csm: 0, period: 0)
          options[index].consumptions[key, default: 0] += shift
        }
      }
    }
    try spoilEveryOption(variant) { _ in { $0[$1].consumptions[.moveCount, default: 0] += 1 } }
    try spoilEveryOption(variant) { _ in
      { options, index in
        let key = options[index].consumptions.keys.max { "\($0)" < "\($1)" }
        if let key { options[index].consumptions[key] = nil } else { options[index].cost += 1 }
      }
    }
  }

  @Test("finds every resource that is dropped or repeated", arguments: Variant.allCases)
  func resourceDropped(variant: Variant) throws {
    try spoilEveryResource(variant) { $0.remove(at: $1) }
    try spoilEveryResource(variant) { $0.append($0[$1]) }
  }

  @Test("finds every limit that is off by one, added or dropped", arguments: Variant.allCases)
  func limits(variant: Variant) throws {
    for shift in [-1, 1] as [Int64] {
      try spoilEveryResource(variant) { $0[$1].resource.upper = ($0[$1].resource.upper ?? 1_000_000) + shift }
    }
    try spoilEveryResource(variant) {
      $0[$1].resource.upper = $0[$1].resource.upper == nil ? .max : nil
    }
    try spoilEveryResource(variant) { $0[$1].resource.lower = -1_000_000_000 }
  }

  @Test("finds every threshold and rate that is off by one", arguments: Variant.allCases)
  func prices(variant: Variant) throws {
    for shift in [-1, 1] as [Int64] {
      for segment in 0..<4 {
        try spoilEveryResource(variant) { resources, index in
          var price = resources[index].resource.price
          guard price.indices.contains(segment) else {
            price.append(PriceSegment(.over, 0, rate: 1))
            resources[index].resource.price = price
            return
          }
          let old = price[segment]
          price[segment] = PriceSegment(old.side, old.threshold + shift, rate: old.rate)
          resources[index].resource.price = price
        }
        try spoilEveryResource(variant) { resources, index in
          guard resources[index].resource.price.indices.contains(segment) else {
            resources[index].resource.price.append(PriceSegment(.under, 0, rate: 1))
            return
          }
          let old = resources[index].resource.price[segment]
          resources[index].resource.price[segment] = PriceSegment(
            old.side, old.threshold, rate: old.rate + shift)
        }
      }
    }
  }

  /// Spoils every fifth resource at a time, in turn; each must be found.
  private func spoilEveryResource(
    _ variant: Variant, _ change: (inout [(key: ResourceKey, resource: Resource)], Int) -> Void
  ) throws {
    let (auditor, draft) = (
      ModelAuditor(TestPortfolios.team(variant)), ModelDraft(TestPortfolios.team(variant))
    )
    let resourcesOnly = AuditSample(groups: 0, exhaustiveUpTo: 0)
    for turn in 0..<5 {
      var spoiled = draft
      spoiled.groups = draft.groups.map { ($0.members, Array($0.options.prefix(1))) }
      var expected: Set<String> = []
      for resource in draft.resources.indices.reversed() where resource % 5 == turn {
        change(&spoiled.resources, resource)
        expected.insert(auditor.rules.name(of: draft.resources[resource].key))
      }
      let (model, meaning) = try spoiled.build()
      let report = auditor.audit(model: model, meaning: meaning, sample: resourcesOnly)
      #expect(Set(report.findings.map(\.subject)) == expected)
    }
  }

  @Test("finds a group that is missing or of the wrong members") func groups() throws {
    let portfolio = TestPortfolios.team(.together)
    var draft = ModelDraft(portfolio)
    draft.groups.removeLast()
    #expect(try !findings(portfolio, draft).isEmpty)
    draft = ModelDraft(portfolio)
    draft.groups[0].members.append(1)
    #expect(try !findings(portfolio, draft).isEmpty)
  }

  @Test("finds a resource that the formulation does not have") func resourceAdded() throws {
    let portfolio = TestPortfolios.team()
    var draft = ModelDraft(portfolio)
    draft.resources.append((.hours(csm: 5, period: 0), Resource()))
    #expect(try findings(portfolio, draft).map(\.subject) == ["hours/FAY/0"])
  }

  @Test("finds meaning and model that do not fit") func shape() throws {
    let portfolio = TestPortfolios.team()
    var (model, meaning) = try ModelDraft(portfolio).build()
    meaning.options.removeLast()
    #expect(!ModelAuditor(portfolio).audit(model: model, meaning: meaning).passed)
    (model, meaning) = try ModelDraft(portfolio).build()
    meaning.memberStarts = []
    #expect(!ModelAuditor(portfolio).audit(model: model, meaning: meaning).passed)
  }

  @Test("draws the same sample from the same seed, without repetition") func sampling() {
    let sample = AuditSample(seed: 5, groups: 20, exhaustiveUpTo: 10)
    let drawn = sample.indices(groupCount: 100, accountCount: 100)
    #expect(drawn == sample.indices(groupCount: 100, accountCount: 100))
    #expect(drawn.count == 20 && Set(drawn).count == 20 && drawn.allSatisfy { (0..<100).contains($0) })
    #expect(sample.indices(groupCount: 10, accountCount: 10) == Array(0..<10))
  }
}
