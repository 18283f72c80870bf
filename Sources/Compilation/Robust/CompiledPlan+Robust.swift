package import OptionModel
import Portfolio

extension CompiledPlan {
  /// What every option takes of the hours of people beyond its consumption if an account needs its high effort, and what
  /// people may carry then; `nil` where the policy asks for no robustness.
  ///
  /// The limit is that of the policy, or what people carry on arrival with the same number of surprises, where that is more:
  /// what is already wrong may stay wrong. O(size of the model).
  package func robustLimits() -> RobustLimits? {
    let count = Int(portfolio.policy.capacity.robustAccounts)
    guard count > 0 else { return nil }
    let hours = meaning.resources.map { key in
      if case .hours = key { true } else { false }
    }
    let limits = zip(policyLimits, hours).map { $1 ? $0 : nil }
    var reader = deviationReader
    let inherited = inheritedWorst(&reader, count)
    var robust = RobustLimits(
      count: count, limits: zip(limits, inherited).map { limit, load in limit.map { max($0, load) } })
    for group in 0..<model.groupCount {
      for option in model.options(ofGroup: group) {
        options.steps.forEachStep(of: meaning.options[option], group: group) { step in
          for (resource, amount) in reader.deviations(of: step) { robust.add(amount, of: resource, unit: step.account) }
        }
        robust.endOption()
      }
    }
    return robust
  }

  /// What each account may take beyond what is expected, by resource.
  package func deviations(of selection: Selection) -> [Int: [(account: Int, minutes: Int64)]] {
    var reader = deviationReader
    var result: [Int: [(account: Int, minutes: Int64)]] = [:]
    for (group, option) in decode(selection).enumerated() {
      options.steps.forEachStep(of: option, group: group) { step in
        for (resource, amount) in reader.deviations(of: step) {
          result[resource, default: []].append((step.account, amount))
        }
      }
    }
    return result
  }

  /// The limit of the policy, whatever is already wrong; `nil`: none.
  package func policyLimit(ofResource resource: Int) -> Int64? { policyLimits[resource] }

  private var deviationReader: DeviationReader {
    DeviationReader(nominal: rules, high: rules.withHighEffort(facts.withHighEffort, inherited: inheritedLoads))
  }

  /// By resource: what is carried if nothing new moves and the `count` largest surprises of it come true.
  private func inheritedWorst(_ reader: inout DeviationReader, _ count: Int) -> [Int64] {
    var deviations = [[Int64]](repeating: [], count: inheritedLoads.count)
    for group in 0..<model.groupCount {
      options.forEachInheritedStep(ofGroup: group) { step in
        for (resource, amount) in reader.deviations(of: step) { deviations[resource].append(amount) }
      }
    }
    return zip(inheritedLoads, deviations).map { load, surprises in
      load + surprises.sorted(by: >).prefix(count).reduce(0, +)
    }
  }
}

/// Holds what a step consumes by the high efforts against what it consumes by the expected ones.
private struct DeviationReader {
  private let nominal: RuleSet
  private let high: RuleSet
  private var expected = HoursLedger()
  private var possible = HoursLedger()

  init(nominal: RuleSet, high: RuleSet) {
    self.nominal = nominal
    self.high = high
  }

  /// Roundings may differ by a minute in either direction; less work than expected is no surprise.
  mutating func deviations(of step: Step) -> [(resource: Int, amount: Int64)] {
    expected.reset()
    possible.reset()
    nominal.consumeHours(step, from: &expected)
    high.consumeHours(step, from: &possible)
    return possible.entries.compactMap { resource, amount in
      let difference = amount - expected.amount(of: resource)
      return difference > 0 ? (Int(resource), difference) : nil
    }
  }
}

/// Adds up what one step consumes, by resource: a handful.
private struct HoursLedger: Ledger {
  private(set) var entries: [(resource: Int32, amount: Int64)] = []

  mutating func reset() { entries.removeAll(keepingCapacity: true) }

  mutating func charge(_ rule: RuleID, _ micropoints: Int64, _ reason: @autoclosure () -> String) {}

  mutating func consume(_ rule: RuleID, _ amount: Int64, of resource: Int32) {
    guard resource >= 0 else { return }
    if let entry = entries.firstIndex(where: { $0.resource == resource }) {
      entries[entry].amount += amount
    } else {
      entries.append((resource, amount))
    }
  }

  func amount(of resource: Int32) -> Int64 { entries.first { $0.resource == resource }?.amount ?? 0 }
}
