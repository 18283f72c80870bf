import CGLPK
import OptionModel

/// Reads the multipliers of a leaf from the duals of a relaxation.
struct LeafReader: Sendable {
  let formulation: TreeFormulation
  let pool: [ProvenCut]
  /// The cuts behind the rows after those of the formulation.
  let active: [Int]

  /// One point in scaled micropoints.
  private static let point = ScaledProblem.micropointsPerPoint * Double(Multipliers.scale)

  /// The leaf of the duals that the last run of simplex left, whether it ended optimal or at the cutoff.
  func leaf(of problem: OpaquePointer, limits: [AggregateLimit]) -> TreeProof.Leaf {
    leaf(limits) { glp_get_row_dual(problem, Int32($0 + 1)) }
  }

  /// The leaf of a relaxation without a solution: the duals, and the combination of rows that nothing can satisfy as
  /// many times as it takes to lift `value` over `cutoff`, both in points.
  func infeasibleLeaf(of problem: OpaquePointer, limits: [AggregateLimit], cutoff: Double) -> TreeProof.Leaf? {
    guard let ray = ray(of: problem) else { return nil }
    let value = glp_get_obj_val(problem)
    let target = cutoff.isFinite ? cutoff : 2 * value.magnitude + 1
    let times = 2 * max(1, target - value) / ray.violation
    guard times.isFinite else { return nil }
    return leaf(limits) { glp_get_row_dual(problem, Int32($0 + 1)) + times * ray.weights[$0 + 1] }
  }

  private func leaf(_ limits: [AggregateLimit], dual: (Int) -> Double) -> TreeProof.Leaf {
    var resources = [Int64](repeating: 0, count: formulation.model.resourceCount)
    for (row, resource) in formulation.resources.enumerated() {
      resources[Int(resource)] = Self.whole(-dual(formulation.groupRows + row) * formulation.factors[row] * Self.point)
    }
    let cuts = active.enumerated().map { index, cut in
      let value = -dual(formulation.rowCount + index) * pool[cut].scale * Self.point * Double(TreeProof.cutScale)
      return TreeProof.Term(index: Int32(cut), value: max(0, Self.whole(value)))
    }
    let splits = limits.compactMap { limit in
      Self.term(of: limit, dual: dual(formulation.rowCount + active.count + limit.aggregate))
    }
    return TreeProof.Leaf(resources: resources, cuts: cuts.filter { $0.value > 0 }, splits: splits)
  }

  private static func term(of limit: AggregateLimit, dual: Double) -> TreeProof.Term? {
    guard let side = dual < 0 ? limit.most : limit.least else { return nil }
    let value = whole(dual.magnitude * point)
    return value > 0 ? TreeProof.Term(index: side.split, value: value) : nil
  }

  private static func whole(_ value: Double) -> Int64 {
    Int64(max(-0x1p61, min(0x1p61, value.isFinite ? value.rounded() : 0)))
  }

  /// Weights of rows, by GLPK's numbers, under which the rows contradict the bounds of the columns by `violation`.
  private func ray(of problem: OpaquePointer) -> (weights: [Double], violation: Double)? {
    let rows = Int(glp_get_num_rows(problem))
    guard glp_bf_exists(problem) != 0 else { return nil }
    let variable = Int(glp_get_unbnd_ray(problem))
    guard variable > 0 else { return nil }
    let isRow = variable <= rows
    let number = Int32(isRow ? variable : variable - rows)
    let place = Int(isRow ? glp_get_row_bind(problem, number) : glp_get_col_bind(problem, number))
    guard place > 0 else { return nil }
    let value = isRow ? glp_get_row_prim(problem, number) : glp_get_col_prim(problem, number)
    let lower = isRow ? glp_get_row_lb(problem, number) : glp_get_col_lb(problem, number)
    let upper = isRow ? glp_get_row_ub(problem, number) : glp_get_col_ub(problem, number)
    guard value > upper || value < lower else { return nil }
    var weights = [Double](repeating: 0, count: rows + 1)
    weights[place] = 1
    glp_btran(problem, &weights)
    let sign: Double = value > upper ? -1 : 1
    return (weights.map { $0 * sign }, value > upper ? value - upper : lower - value)
  }
}
