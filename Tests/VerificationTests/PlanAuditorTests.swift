import PlanDocument
import Portfolio
import Testing

@testable import Verification

@Suite("The plan auditor") struct PlanAuditorTests {
  typealias Variant = TestPortfolios.Variant

  /// Made once: the search for a good plan takes longer than all audits.
  private struct Case: Sendable {
    let assembler: PlanAssembler
    let choices: [PlannedOption]
    let document: PlanDocument

    init(_ variant: Variant) {
      assembler = PlanAssembler(TestPortfolios.team(variant))
      choices = assembler.goodPlan()
      document = assembler.document(choices)
    }
  }

  private static let cases: [Variant: Case] = [
    .months: Case(.months), .together: Case(.together), .hardSlots: Case(.hardSlots),
  ]

  private func findings(_ document: PlanDocument, _ variant: Variant) throws -> [AuditFinding] {
    try #require(Self.cases[variant]).assembler.auditor.audit(document: document).findings
  }

  @Test(
    "passes a good plan, and recomputes its objective", arguments: [Variant.months, .together, .hardSlots])
  func unspoiled(variant: Variant) throws {
    let made = try #require(Self.cases[variant])
    let report = made.assembler.auditor.audit(document: made.document)
    #expect(report.findings == [])
    #expect(report.objective == made.document.objective.micropoints)
    #expect(report.objectiveByRule == made.document.objectiveByRule.mapValues(\.micropoints))
  }

  @Test("the good plans have everything that is spoiled below") func coverage() throws {
    let made = try #require(Self.cases[.months])
    for kind in [Assignment.Kind.stay, .handoff, .assign] {
      #expect(made.document.assignments.contains { $0.kind == kind }, "\(kind)")
    }
    #expect(made.document.totals.moves > 0 && made.document.totals.forcedMoves > 0)
  }

  @Test("finds every mutation", arguments: PlanMutation.all) func mutation(mutation: PlanMutation) throws {
    for variant in [Variant.months, .together] {
      let made = try #require(Self.cases[variant])
      var document = made.document
      mutation.spoil(&document)
      #expect(document != made.document, "the mutation changes nothing")
      #expect(try !findings(document, variant).isEmpty)
    }
  }

  @Test("names the rule that bans a pairing") func bans() throws {
    var made = try #require(Self.cases[.months]).document
    let day = TestPortfolios.day("2026-03-25")
    // A05 may not go to BOB, A06 is pinned to BOB, GUS has no strategic accounts.
    for (account, csm, rule) in [(4, "BOB", "forbidden-pair"), (5, "ANN", "pin"), (0, "GUS", "tier")] {
      let old = made.assignments[account]
      made.assignments[account] = Assignment(
        account: old.account, kind: .handoff, csm: csm, previous: old.previous, moment: "agreed", period: 0,
        start: day, effective: day.adding(days: 7))
      #expect(try findings(made, .months).contains { $0.rule == rule && $0.subject.hasSuffix(old.account) })
      made.assignments[account] = old
    }
  }

  @Test("finds a start inside a blackout") func blackout() throws {
    let made = try #require(Self.cases[.months])
    var document = made.document
    let index = try #require(document.assignments.firstIndex { $0.kind == .handoff && $0.previous != "DAN" })
    // Easter, in the north.
    document.assignments[index].start = TestPortfolios.day("2026-04-04")
    #expect(try !findings(document, .months).isEmpty)
  }

  /// With much capacity a move away from ANN is idle, with little it is useful; joint groups included.
  @Test("finds idle moves, and only those", arguments: [Variant.months, .together], [3000, 14_000])
  func idleMove(variant: Variant, capacity: Int64) throws {
    var portfolio = TestPortfolios.team(variant)
    portfolio.csms[0].capacity = Minutes(capacity)
    let assembler = PlanAssembler(portfolio)
    let rules = assembler.rules
    let still = rules.groups.map { rules.stay($0).option ?? PlannedOption(.unassigned) }
    let objective = assembler.evaluation(still).objective
    var (idle, useful) = (0, 0)
    for (index, group) in rules.groups.enumerated() where still[index].kind == .stay {
      for option in rules.options(of: group).dropFirst() {
        var choices = still
        choices[index] = option
        let plan = assembler.evaluation(choices)
        let isIdle = plan.objective >= objective
        guard assembler.isFeasible(plan), (isIdle ? idle : useful) < 15 else { continue }
        (idle, useful) = isIdle ? (idle + 1, useful) : (idle, useful + 1)
        let found = assembler.auditor.audit(document: assembler.document(choices)).findings.map(\.subject)
        #expect(found == (isIdle ? ["account \(rules.name(of: group))"] : []))
      }
    }
    #expect(capacity > 10_000 ? idle > 0 : useful > 0)
  }

  @Test(
    "finds a hard limit exceeded in a plan that is right in all else",
    arguments: [Variant.months, .hardSlots])
  func hardLimit(variant: Variant) throws {
    let made = try #require(Self.cases[variant])
    var rules: Set<String> = []
    for (index, group) in made.assembler.rules.groups.enumerated() {
      for option in made.assembler.rules.options(of: group) {
        var choices = made.choices
        choices[index] = option
        guard !made.assembler.isFeasible(made.assembler.evaluation(choices)) else { continue }
        let found = try findings(made.assembler.document(choices), variant)
        #expect(!found.isEmpty)
        rules.formUnion(found.compactMap(\.rule))
        break
      }
    }
    #expect(!rules.isEmpty)
  }

  @Test("finds every mutation of a cover and of an account left unassigned") func coversAndUnassigned() throws {
    var portfolio = TestPortfolios.team()
    // Taking accounts back after the leave takes time as well.
    portfolio.csms[2].capacity = Minutes(8000)
    let assembler = PlanAssembler(portfolio)
    let rules = assembler.rules
    var choices = rules.groups.map { rules.stay($0).option ?? PlannedOption(.unassigned) }
    let covered = try #require(
      rules.groups.firstIndex { rules.options(of: $0).contains { $0.kind == .cover } })
    // BOB, who has time.
    let bob = PlannedOption(.cover, csm: 1, period: 1)
    choices[covered] = try #require(rules.verdict(of: bob, group: rules.groups[covered]).option)
    let document = assembler.document(choices)
    let faults = assembler.auditor.audit(document: document).findings.filter {
      !$0.message.contains("undone alone")
    }
    #expect(faults == [], "\(faults)")
    let mutations: [PlanMutation] = [
      .first(.cover, "by nobody") { $0.cover = nil }, .first(.cover, "by the departing") { $0.cover = "DAN" },
      .first(.cover, "by the incumbent") { $0.cover = "CAT" },
      .first(.cover, "by another") { $0.cover = "GUS" },
      .first(.cover, "another CSM") { $0.csm = "BOB" }, .first(.cover, "previous") { $0.previous = nil },
      .first(.cover, "start") { $0.start = $0.start?.adding(days: -1) },
      .first(.cover, "effective") { $0.effective = $0.effective?.adding(days: 1) },
      .first(.cover, "period") { $0.period = nil }, .first(.cover, "moment") { $0.moment = "leave" },
      .first(.cover, "kind") { $0.kind = .handoff }, .first(.unassigned, "kind") { $0.kind = .stay },
      .first(.unassigned, "a CSM") { $0.csm = "BOB" },
      .first(.unassigned, "previous") { $0.previous = "BOB" },
      .first(.unassigned, "start") { $0.start = CalendarDate(dayNumber: 20_600) },
      .first(.unassigned, "cover") { $0.cover = "BOB" },
      PlanMutation("cover entry") { $0.handoffs[0].to = "CAT" },
      PlanMutation("covers") { $0.totals.covers = 0 },
    ]
    for mutation in mutations {
      var spoiled = document
      mutation.spoil(&spoiled)
      #expect(
        assembler.auditor.audit(document: spoiled).findings.contains { !$0.message.contains("undone alone") },
        "\(mutation)")
    }
  }

  @Test("members of a joint group move together or not at all") func joint() throws {
    let made = try #require(Self.cases[.together])
    let rules = made.assembler.rules
    let group = try #require(rules.groups.firstIndex { $0.isJoint })
    let move = try #require(rules.options(of: rules.groups[group]).first { $0.kind == .handoff })
    var choices = made.choices
    choices[group] = move
    var document = made.assembler.document(choices)
    let moving = rules.moving(rules.groups[group].members, to: Int(move.csm))
    let account = try #require(moving.last)
    document.assignments[account] = made.assembler.auditor.expectedAssignment(
      of: account, PlannedOption(.stay))
    #expect(try findings(document, .together).contains { $0.subject.hasSuffix(rules.accounts[account].id) })
  }
}
