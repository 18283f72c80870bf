extension PlanDifference {
  /// O(n log n) in the size of the plans.
  public init(before: PlanDocument, after: PlanDocument) {
    self.init(
      before: Side(before), after: Side(after),
      inputs: Set(before.inputs.keys).union(after.inputs.keys).filter { before.inputs[$0] != after.inputs[$0] }
        .sorted(),
      rules: Self.rules(before.objectiveByRule, after.objectiveByRule), books: Self.books(before, after),
      accounts: Self.accounts(before, after))
  }

  private static func rules(_ before: [String: PointsValue], _ after: [String: PointsValue]) -> [Rule] {
    let zero = PointsValue(micropoints: 0)
    return Set(before.keys).union(after.keys).map { rule in
      let (old, new) = (before[rule] ?? zero, after[rule] ?? zero)
      let change = PointsValue(micropoints: new.micropoints - old.micropoints)
      return Rule(rule: rule, before: old, after: new, change: change)
    }.sorted {
      let (left, right) = ($0.change.micropoints.magnitude, $1.change.micropoints.magnitude)
      return left == right ? $0.rule < $1.rule : left > right
    }
  }

  private static func books(_ before: PlanDocument, _ after: PlanDocument) -> [Book] {
    let (old, new) = (index(before.books, \.csm), index(after.books, \.csm))
    return Set(old.keys).union(new.keys).sorted().map { csm in
      Book(csm: csm, name: (new[csm] ?? old[csm])?.name, before: old[csm]?.after, after: new[csm]?.after)
    }
  }

  private static func accounts(_ before: PlanDocument, _ after: PlanDocument) -> [Account] {
    let (old, new) = (index(before.assignments, \.account), index(after.assignments, \.account))
    let facts = index(before.accounts + after.accounts, \.account)
    let found = Set(old.keys).union(new.keys).compactMap { account in
      change(old[account], new[account]).map {
        Account(
          account: account, name: facts[account]?.name, change: $0, before: old[account], after: new[account])
      }
    }
    let order: [Account.Change] = [.who, .when, .only]
    func rank(_ account: Account) -> Int { order.firstIndex(of: account.change) ?? order.count }
    return found.sorted { (rank($0), $0.account) < (rank($1), $1.account) }
  }

  private static func change(_ old: Assignment?, _ new: Assignment?) -> Account.Change? {
    guard let old, let new else { return .only }
    if old.csm != new.csm || old.cover != new.cover { return .who }
    // The incumbent of a settled account is no date; only what happens is.
    return old.start == new.start && old.effective == new.effective && old.kind == new.kind ? nil : .when
  }

  private static func index<Value>(_ values: [Value], _ key: KeyPath<Value, String>) -> [String: Value] {
    Dictionary(values.map { ($0[keyPath: key], $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension PlanDifference.Side {
  fileprivate init(_ document: PlanDocument) {
    self.init(
      asOf: document.asOf, objective: document.objective, certifiedBound: document.certifiedBound,
      totals: document.totals)
  }
}
