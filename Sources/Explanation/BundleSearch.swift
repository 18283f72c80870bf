import Compilation
import OptionModel

/// Undoes one move after the other and asks what that does to the rest. A move that touches no resource of the one
/// undone answers as it would in the plan itself, so that it need not be asked.
struct BundleSearch {
  private let plan: CompiledPlan
  private let movedGroups: [Int]
  /// The plan, but for the move that is being asked about.
  private var undone: MarginalAnalysis
  /// Positions of the moves whose undoing changes a resource, by resource.
  private var moversByResource: [Int: [Int]] = [:]
  /// Positions of the moves that could be undone in the plan itself without a loss.
  private var idle: Set<Int> = []

  init(plan: CompiledPlan, analysis: MarginalAnalysis, movedGroups: [Int]) {
    self.plan = plan
    self.movedGroups = movedGroups
    undone = analysis
    for position in movedGroups.indices {
      let change = back(position)
      for shift in change.shifts { moversByResource[shift.resource, default: []].append(position) }
      if change.isFeasible && change.objective <= 0 { idle.insert(position) }
    }
  }

  /// Positions of the moves that lose their sense, or become undoable, once the one at `position` is undone; ascending.
  mutating func dependents(on position: Int) -> [Int] {
    let group = movedGroups[position]
    let (chosen, change) = (undone.selection[group], back(position))
    let touched = change.shifts.map(\.resource)
    undone.apply(plan.preferredOptions[group], to: group)
    defer { undone.apply(chosen, to: group) }
    var others = touched.reduce(into: Set<Int>()) { $0.formUnion(moversByResource[$1] ?? []) }
    if change.isFeasible { others.formUnion(idle) }
    others.remove(position)
    let violated = touched.filter { isViolated($0, by: undone.loads[$0]) }
    return others.sorted().filter { other in
      guard change.isFeasible else { return repairs(violated, other) }
      let change = back(other)
      return change.isFeasible && change.objective <= 0
    }
  }

  /// The change if the move at `position` were undone.
  private func back(_ position: Int) -> MarginalChange {
    undone.change(of: movedGroups[position], to: plan.preferredOptions[movedGroups[position]])
  }

  /// Whether undoing a further move brings everything back inside its limits.
  private func repairs(_ violated: [Int], _ other: Int) -> Bool {
    let loads = Dictionary(uniqueKeysWithValues: back(other).shifts.map { ($0.resource, $0.after) })
    return violated.allSatisfy { loads[$0] != nil } && loads.allSatisfy { !isViolated($0.key, by: $0.value) }
  }

  private func isViolated(_ resource: Int, by load: Int64) -> Bool {
    undone.model.resources[resource].violation(at: load) > 0
  }
}
