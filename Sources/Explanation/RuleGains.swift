import Compilation
import OptionModel
import PlanDocument
import Portfolio

/// Splits a marginal change by rule: option charges from provenance, resource prices from the loads.
struct RuleGains {
  let plan: CompiledPlan
  let wording: Wording

  /// Terms of going from `reference` to `chosen`: positive where the chosen option is charged less. The sum of all
  /// terms is minus the change of the objective.
  func terms(reference: Int, chosen: Int, change: MarginalChange) -> [ExplanationTerm] {
    var gains: [RuleID: Int64] = [:]
    var notes: [RuleID: [(weight: UInt64, text: String)]] = [:]
    func add(_ rule: RuleID, _ gain: Int64, _ note: String) {
      gains[rule, default: 0] += gain
      notes[rule, default: []].append((gain.magnitude, note))
    }
    for charge in plan.provenance(ofOption: reference).charges { add(charge.rule, charge.micropoints, charge.reason) }
    for charge in plan.provenance(ofOption: chosen).charges { add(charge.rule, -charge.micropoints, charge.reason) }
    for shift in change.shifts where shift.charge != 0 {
      let key = plan.meaning.resources[shift.resource]
      add(key.rule, -shift.charge, sentence(for: shift, key))
    }
    return gains.filter { $0.value != 0 }
      .sorted { ($0.value.magnitude, $1.key.rawValue) > ($1.value.magnitude, $0.key.rawValue) }
      .map { rule, gain in
        ExplanationTerm(rule: rule.rawValue, gain: PointsValue(micropoints: gain), note: joined(notes[rule] ?? []))
      }
  }

  private func sentence(for shift: MarginalChange.ResourceShift, _ key: ResourceKey) -> String {
    let (before, after) = (wording.load(shift.before, of: key), wording.load(shift.after, of: key))
    return "\(wording.resource(key)): \(before) to \(after)"
  }

  /// The three heaviest notes: more would bury them.
  private func joined(_ notes: [(weight: UInt64, text: String)]) -> String {
    var seen: Set<String> = []
    let unique = notes.sorted { ($0.weight, $1.text) > ($1.weight, $0.text) }
      .filter { seen.insert($0.text).inserted }
    let shown = unique.prefix(3).map(\.text).joined(separator: "; ")
    return unique.count > 3 ? shown + "; and \(unique.count - 3) more" : shown
  }
}
