import Ballast
import Compilation
import Explanation
import GLPKBackend
import OptionModel
import PlanDocument
import Portfolio
import Solving
import Testing
import Verification

@Suite("Rules that cannot all hold") struct ConflictTests {
  static func certified(_ model: OptionModel, _ proof: BoundProof) -> Int64? {
    switch BoundProofChecker(model).bound(from: proof) {
    case .bound(let value): value
    case .infeasible: .max
    case .unusable: nil
    }
  }

  private func conflicts(_ portfolio: Portfolio) throws -> [ConflictSet] { try report(portfolio).sets }

  private func report(_ portfolio: Portfolio) throws -> ConflictReport {
    let check = FeasibilityCheck(backend: GLPKBackend(), certify: Self.certified)
    let compiler = PlanCompiler(portfolio)
    return try ConflictFinder(check).conflicts(in: compiler.lift()) { try compiler.lift(books: $0) }
  }

  @Test(
    "F29: each family and pairs: the set collides, and each of its proper subsets by one rule can hold",
    arguments: 0..<45)
  func irreducible(seed: Int) throws {
    let (portfolio, families) = Collision.portfolio(seed: seed)
    let sets = try conflicts(portfolio)
    #expect(!sets.isEmpty, "\(families)")
    if families.count == 1 {
      #expect(sets.contains { $0.members.map(\.rule).contains(families[0].rule) }, "\(families) \(sets.map(\.members))")
    }
    for set in sets {
      #expect(set.proof.isExact && set.isIrreducible, "\(families): \(set.proof)")
      #expect(!Referee.canHold(set.members, in: set.plan), "\(families): \(set.members)")
      for (index, member) in set.members.enumerated() {
        let rest = set.members.filter { $0 != member }
        #expect(Referee.canHold(rest, in: set.plan), "\(families): \(member) is not needed")
        #expect(try #require(set.witnesses[index]).options.count == set.plan.model.groupCount)
      }
    }
  }

  @Test("without the members of all sets the rules can hold", arguments: 0..<45)
  func complete(seed: Int) throws {
    let (portfolio, families) = Collision.portfolio(seed: seed)
    let sets = try conflicts(portfolio)
    let plan = try PlanCompiler(portfolio).lift()
    let limits = plan.meaning.resources.indices.filter { plan.model.resources[$0].upper != nil }
      .map { RuleInstance.limit(plan.meaning.resources[$0]) }
    let members = Set(sets.flatMap(\.members))
    #expect(Referee.canHold((limits + plan.bans).filter { !members.contains($0) }, in: plan), "\(families)")
  }

  @Test("limits that only integers contradict are proved by cases")
  func cases() throws {
    // Three accounts of 6 hours fit into twice 9 hours, but not whole.
    var portfolio = Collision.base()
    portfolio.accounts[3].csmID = "C0"
    for index in 0..<3 {
      portfolio.accounts[index].effort = Minutes(hours: 6)
      portfolio.accounts[index].csmID = nil
      portfolio.agreements.append(
        Agreement(
          account: "A\(index)", kind: .accepted, move: .assign, csm: ["C1", "C1", "C2"][index], start: portfolio.asOf))
    }
    for index in 1...2 { portfolio.csms[index].capacity = Minutes(hours: 9) }
    let sets = try conflicts(portfolio)
    #expect(sets.count == 1)
    #expect(sets.allSatisfy { $0.proof.isExact && $0.isIrreducible })
  }

  @Test("portfolios whose rules can hold have no conflict", arguments: 0..<20)
  func clear(seed: Int) throws {
    var random = RandomHolding(seed: UInt64(seed))
    let report = try report(random.portfolio())
    #expect(report.sets.isEmpty && report.isDecided)
  }

  @Test("permitted candidates of the lifted plan are the options of the model", arguments: 0..<40)
  func lifted(seed: Int) throws {
    var random = RandomHolding(seed: UInt64(seed))
    let portfolio = random.everything()
    let compiled = try PlanCompiler(portfolio).compile()
    let lifted = try PlanCompiler(portfolio).lift(books: Set(portfolio.csms.indices.map { Int32($0) }))
    for group in 0..<compiled.model.groupCount {
      let permitted = lifted.model.options(ofGroup: group).filter { lifted.bans(ofOption: $0).isEmpty }
        .map { lifted.meaning.options[$0] }
      let options = compiled.model.options(ofGroup: group).map { compiled.meaning.options[$0] }
      #expect(Set(permitted) == Set(options), "group \(group)")
    }
    #expect(lifted.model.resources.map(\.upper) == compiled.model.resources.map(\.upper))
  }
}
