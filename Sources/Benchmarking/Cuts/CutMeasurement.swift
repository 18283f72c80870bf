import Foundation
import GLPKBackend
package import OptionModel
import Solving
import Verification

/// How much of the gap of the linear relaxation each family of cuts closes at the root of the tree, and what it costs.
package struct CutMeasurement: Sendable {
  package struct Row: Sendable, Hashable {
    package let family: String
    /// Of the gap between the relaxation and the best plan, as a fraction: what the root claims, and what is certified.
    package let closed: Double
    package let certified: Double
    /// In the proof.
    package let cutCount: Int
    package let processorSeconds: Double
  }

  /// Between the relaxation and the best plan, as a fraction of the plan.
  package let gap: Double
  package let rows: [Row]

  private static let families: [(name: String, cuts: CutFamilies)] = [
    ("none", []), ("rounding", .clusters), ("Gomory", .gomory), ("both", .all),
  ]

  /// Searches for a plan within the limit, then solves the root once for each family, on what is cheaper than that plan.
  /// `nil` where no plan is found, or it meets the relaxation.
  package init?(_ model: OptionModel, timeLimit: Duration, seed: UInt64) throws {
    let checker = BoundProofChecker(model)
    let result = try Solver(backend: GLPKBackend()).solve(model, limits: SolveLimits(timeLimit: timeLimit, seed: seed))
    guard let selection = result.selection, let objective = result.objective, let multipliers = result.multipliers,
      case .bound(let relaxation) = checker.bound(from: .multipliers(multipliers)), relaxation < objective,
      let fixing = OptionFixing(model, multipliers: multipliers, objective: objective)
    else { return nil }
    gap = Gap.fraction(objective: objective, bound: relaxation)
    let closed = { (bound: Int64) in
      Double(min(bound, objective) - relaxation) / Double(objective - relaxation)
    }
    rows = Self.families.map { name, cuts in
      var request = TreeSearchRequest(control: BackendControl(), incumbent: selection, nodeLimit: 0, cuts: cuts)
      request.fixing = fixing
      let began = Self.processorSeconds
      let outcome = GLPKBackend().search(model, request: request)
      let seconds = Self.processorSeconds - began
      let proof = request.proof.current
      var certified = relaxation
      if let proof, case .bound(let value) = checker.bound(from: .tree(proof)) { certified = max(certified, value) }
      return Row(
        family: name, closed: closed(max(relaxation, outcome.bound ?? relaxation)), certified: closed(certified),
        cutCount: proof?.cuts.count ?? 0, processorSeconds: seconds)
    }
  }

  private static var processorSeconds: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
