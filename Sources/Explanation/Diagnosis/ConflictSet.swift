package import Compilation
package import OptionModel
import Portfolio
package import Solving

/// Rules that cannot all hold, none of which can be spared.
package struct ConflictSet: Sendable {
  /// What shows that the members collide.
  package enum Proof: Sendable, Hashable {
    /// They ban every option of the accounts of this group.
    case noOption(group: Int)
    case limits(InfeasibilityProof)

    package var isExact: Bool {
      switch self {
      case .noOption: true
      case .limits(let proof): proof.isExact
      }
    }
  }

  /// Limits first, then bans.
  package let members: [RuleInstance]
  package let proof: Proof
  /// One per member: a choice for every account that keeps all the other members; `nil` where none was found in time.
  package let witnesses: [Selection?]
  /// The lifted plan that the members and witnesses are about.
  package let plan: LiftedPlan

  /// Each member can be shown to matter.
  package var isIrreducible: Bool { witnesses.allSatisfy { $0 != nil } }

  /// The least load that the members put on a limit whatever is chosen, in quanta. O(size of the model).
  package func leastLoad(on resource: Int) -> Int64 {
    let universe = RuleUniverse(plan)
    let isKept = universe.kept(members.compactMap(universe.number(of:)))
    return (0..<plan.model.groupCount).reduce(Int64(0)) { sum, group in
      let loads = plan.model.options(ofGroup: group).filter { !universe.isBanned($0, isKept) }
        .map { plan.model.amount(of: resource, inOption: $0) }
      return sum + (loads.min() ?? 0)
    }
  }
}

extension OptionModel {
  /// What an option consumes of a resource. O(its consumptions).
  package func amount(of resource: Int, inOption option: Int) -> Int64 {
    for consumed in consumptions(ofOption: option) where consumed.resource == resource {
      return consumed.amount
    }
    return 0
  }
}
