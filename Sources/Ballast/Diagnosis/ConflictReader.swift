import Compilation
import Explanation
import GLPKBackend
import OptionModel
import PlanDocument
import Portfolio
import Solving
import Verification

/// Finds the rules that collide in a portfolio and puts them into words.
struct ConflictReader {
  let portfolio: Portfolio
  let lifted: LiftedPlan
  private let places: RulePlaces
  private let wording: DiagnosisWording

  /// Beyond this, accounts that cannot leave a book are not asked why: candidates of all of them would be compiled.
  private static let mostCandidates = 300_000

  /// - Throws: `UnusableInput` when numbers are too large for exact arithmetic.
  init(_ portfolio: Portfolio, places: RulePlaces) throws {
    self.portfolio = portfolio
    self.places = places
    do {
      lifted = try PlanCompiler(portfolio).lift()
    } catch let invalid as InvalidCompilation {
      throw UnusableInput(problems: invalid.problems.map { "\($0.subject) \($0.message)." })
    }
    wording = DiagnosisWording(portfolio: portfolio, periodLabels: ConflictReader.labels(of: lifted))
  }

  static func labels(of plan: LiftedPlan) -> [String] {
    (0..<plan.timeline.periodCount).map { index in
      let dates = plan.timeline.dates(ofPeriod: index)
      return PeriodLabels.label(
        start: dates.start, end: dates.end, length: plan.portfolio.policy.horizon.period)
    }
  }

  /// The bound that a proof shows of a model, in exact integers; an infeasible model has the greatest.
  static func certified(_ model: OptionModel, _ proof: BoundProof) -> Int64? {
    switch BoundProofChecker(model).bound(from: proof) {
    case .bound(let value): value
    case .infeasible: .max
    case .unusable: nil
    }
  }

  /// `isDecided` is `false` where it is open whether other rules collide.
  func conflicts(_ control: BackendControl) throws -> (documents: [ConflictDocument], isDecided: Bool) {
    let check = FeasibilityCheck(backend: GLPKBackend(), certify: ConflictReader.certified)
    let report = try ConflictFinder(check, control: control).conflicts(in: lifted, lifting: relifted)
    return (report.sets.map(document), report.isDecided)
  }

  /// `nil` where the accounts of these books have too many candidates.
  private func relifted(_ books: Set<Int32>) throws -> LiftedPlan? {
    let accounts = portfolio.accounts.indices.count {
      lifted.incumbent(ofAccount: Int32($0)).map(books.contains) ?? false
    }
    let candidates = accounts * portfolio.csms.count * lifted.timeline.periodCount
    guard candidates <= ConflictReader.mostCandidates else { return nil }
    return try PlanCompiler(portfolio).lift(books: books)
  }

  private func document(_ set: ConflictSet) -> ConflictDocument {
    var document = ConflictDocument(
      members: set.members.map { member(of: $0, set) }, proof: .search, isIrreducible: set.isIrreducible)
    switch set.proof {
    case .noOption: document.proof = .noOption
    case .limits(.singleLimit): document.proof = .singleLimit
    case .limits(.multipliers): document.proof = .multipliers
    case .limits(.cases(let count)): (document.proof, document.cases) = (.cases, count)
    case .limits(.search): document.proof = .search
    }
    return document
  }

  private func member(of instance: RuleInstance, _ set: ConflictSet) -> ConflictDocument.Member {
    var member = ConflictDocument.Member(rule: instance.rule.rawValue, message: "")
    member.place = places.place(of: instance)
    switch instance {
    case .limit(let key): describe(key, set, &member)
    case .pairing(_, let account, let csm): (member.account, member.csm) = (accountID(account), csmID(csm))
    case .account(_, let account): member.account = accountID(account)
    case .receiver(_, let csm), .book(_, let csm): member.csm = csmID(csm)
    }
    if let number = set.plan.bans.firstIndex(of: instance) {
      member.message = wording.ban(instance, reason: set.plan.reasons[number])
    }
    return member
  }

  private func describe(_ key: ResourceKey, _ set: ConflictSet, _ member: inout ConflictDocument.Member) {
    guard let index = set.plan.meaning.resources.firstIndex(of: key),
      let upper = set.plan.model.resources[index].upper
    else { return }
    let least = set.leastLoad(on: index)
    (member.limit, member.leastLoad, member.unit) = (upper, least, key.unit)
    member.csm = key.csm.map(csmID)
    member.period = key.period.map(Int.init)
    member.message = wording.limit(
      key, upper: upper, leastLoad: least, isInherited: upper > set.plan.policyLimits[index] ?? upper)
  }

  private func accountID(_ index: Int32) -> String { portfolio.accounts[Int(index)].id }
  private func csmID(_ index: Int32) -> String { portfolio.csms[Int(index)].id }
}
