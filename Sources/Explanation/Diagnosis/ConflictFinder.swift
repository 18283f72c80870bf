package import Compilation
import OptionModel
import Portfolio
package import Solving

/// Finds irreducible sets of rules that collide.
///
/// First the rules are narrowed to those of one account without an option, or to the limits that one vector of
/// multipliers weighs (Farkas); then QuickXplain (Junker 2004) keeps of them what is needed, each question answered by a
/// selection or a proof. Every member is checked once more at the end. Rules outside the set are lifted in all of
/// this, so that the set collides by itself.
package struct ConflictFinder {
  private let check: FeasibilityCheck
  private let control: BackendControl

  package init(_ check: FeasibilityCheck, control: BackendControl = BackendControl()) {
    self.check = check
    self.control = control
  }

  /// At most `limit` sets without a common member.
  ///
  /// - Parameter lifting: the plan of the same portfolio in which accounts of these books have their banned candidates:
  ///   asked for once the limits of a set are known, so that what keeps accounts from leaving is named as well.
  package func conflicts(
    in plan: LiftedPlan, limit: Int = 5, lifting: (Set<Int32>) throws -> LiftedPlan?
  ) rethrows -> ConflictReport {
    let universe = RuleUniverse(plan)
    var open = Set(0..<universe.count)
    var report = ConflictReport(sets: [], isDecided: true)
    while report.sets.count < limit {
      switch members(universe, among: open) {
      case .hold: return report
      case .undecided:
        report.isDecided = false
        return report
      case .collide(let members):
        open.subtract(members)
        guard let set = try refined(members.map { universe.instances[$0] }, plan, lifting) else {
          report.isDecided = false
          return report
        }
        report.sets.append(set)
      }
    }
    return report
  }

  // MARK: - Narrowing

  private enum Narrowed {
    case hold
    case collide([Int])
    case undecided

    init(_ members: [Int]?) { self = members.map(Narrowed.collide) ?? .undecided }
  }

  private func members(_ universe: RuleUniverse, among open: Set<Int>) -> Narrowed {
    if universe.holdsAsItIs(keeping: universe.kept(open)) { return .hold }
    let kept = universe.model(keeping: universe.kept(open))
    if let group = kept.emptyGroup {
      return Narrowed(explanation(of: bans(ofGroups: [group], universe, open), universe))
    }
    guard let model = kept.model, !control.isOver else { return .undecided }
    if let limits = check.contradictoryLimits(model, control: control) {
      let numbers = limits.map { Int(universe.limitNumber[Int(kept.resources[$0])]) }
      let narrow = universe.model(
        keeping: universe.kept(numbers + (universe.firstBan..<universe.count).filter(open.contains)))
      let groups = narrow.groups.map { Int($0) }
      return Narrowed(explanation(of: numbers + bans(ofGroups: groups, universe, open), universe))
    }
    switch check.check(model, control: control) {
    case .feasible: return .hold
    case .undecided: return .undecided
    case .infeasible:
      let limits = open.filter { $0 < universe.firstBan }.sorted()
      return Narrowed(explanation(of: limits + bans(ofGroups: kept.groups.map { Int($0) }, universe, open), universe))
    }
  }

  /// Bans of the options of groups: pins and agreements first, and of these the largest accounts, because QuickXplain
  /// keeps what comes first, and few large ones explain more than many small ones.
  private func bans(ofGroups groups: [Int], _ universe: RuleUniverse, _ open: Set<Int>) -> [Int] {
    let plan = universe.plan
    var found: Set<Int> = []
    for group in groups {
      for option in plan.model.options(ofGroup: group) {
        for ban in plan.bans(ofOption: option) { found.insert(universe.firstBan + Int(ban)) }
      }
    }
    let ranked = found.intersection(open).map { (weight: weight(universe.instances[$0], plan), number: $0) }
    return ranked.sorted { ($1.weight, $0.number) < ($0.weight, $1.number) }.map(\.number)
  }

  /// Minutes a month of an account that a person bound; zero for other rules.
  private func weight(_ instance: RuleInstance, _ plan: LiftedPlan) -> Int64 {
    guard case .account(let rule, let account) = instance, [.pin, .agreement].contains(rule) else { return 0 }
    return plan.effort.nominal[Int(account)] + 1
  }

  // MARK: - QuickXplain

  private func explanation(of rules: [Int], _ universe: RuleUniverse) -> [Int]? {
    guard collide(rules, universe) else { return nil }
    return explain([], hasGrown: false, rules, universe).sorted()
  }

  /// The members of `rules` that, with `background`, are needed for the collision.
  private func explain(_ background: [Int], hasGrown: Bool, _ rules: [Int], _ universe: RuleUniverse) -> [Int] {
    if hasGrown, collide(background, universe) { return [] }
    if rules.count <= 1 { return rules }
    let (first, second) = (Array(rules[..<(rules.count / 2)]), Array(rules[(rules.count / 2)...]))
    let needed = explain(background + first, hasGrown: true, second, universe)
    return explain(background + needed, hasGrown: !needed.isEmpty, first, universe) + needed
  }

  private func collide(_ rules: [Int], _ universe: RuleUniverse) -> Bool {
    if case .collide = answer(rules, universe) { return true }
    return false
  }

  private enum Answer {
    case collide(ConflictSet.Proof)
    case hold(Selection)
    case undecided
  }

  private func answer(_ rules: [Int], _ universe: RuleUniverse) -> Answer {
    let kept = universe.model(keeping: universe.kept(rules))
    if let group = kept.emptyGroup { return .collide(.noOption(group: group)) }
    guard let model = kept.model else { return .undecided }
    switch check.check(model, control: control) {
    case .feasible(let selection): return .hold(kept.whole(selection))
    case .infeasible(let proof): return .collide(.limits(proof))
    case .undecided: return .undecided
    }
  }

  // MARK: - Confirming

  /// The set with its proof and a witness for each member.
  private func confirmed(_ members: [Int], _ universe: RuleUniverse) -> ConflictSet? {
    guard case .collide(let proof) = answer(members, universe) else { return nil }
    let witnesses = members.map { left -> Selection? in
      guard case .hold(let selection) = answer(members.filter { $0 != left }, universe) else { return nil }
      return selection
    }
    return ConflictSet(
      members: members.map { universe.instances[$0] }, proof: proof, witnesses: witnesses, plan: universe.plan)
  }

  /// Names what keeps accounts in the books whose limits collide.
  private func refined(
    _ instances: [RuleInstance], _ plan: LiftedPlan, _ lifting: (Set<Int32>) throws -> LiftedPlan?
  ) rethrows -> ConflictSet? {
    let books = Set(
      instances.compactMap { instance -> Int32? in
        guard case .limit(let key) = instance else { return nil }
        return key.csm
      })
    let lifted = books.isEmpty ? nil : try lifting(books)
    let universe = RuleUniverse(lifted ?? plan)
    let numbers = instances.compactMap(universe.number(of:))
    guard lifted != nil else { return confirmed(numbers, universe) }
    let staying = universe.instances.indices.filter { number in
      if case .book = universe.instances[number] { return true }
      return false
    }
    guard let members = explanation(of: numbers + staying, universe) else {
      return confirmed(instances.compactMap(RuleUniverse(plan).number(of:)), RuleUniverse(plan))
    }
    return confirmed(members, universe)
  }
}
