import CGLPK
import OptionModel
import Solving

/// Rounds of cutting planes at the root: the linear relaxation of the problem is left optimal and stronger.
///
/// Gomory mixed-integer cuts from the tableau and rounding cuts from clusters of competing limits, the deepest first,
/// none nearly parallel to one already taken. Cuts that stopped binding go after each round. Every cut is derived in
/// exact integers.
struct CutLoop {
  /// Two cuts with a larger cosine say nearly the same.
  private static let largestCosine = 0.7
  private static let largestRounds = 60
  /// The loop ends when this many rounds gained less than `smallestGain` of what all have gained.
  private static let patience = 5
  private static let smallestGain = 0.05

  private let filter: CutFilter
  private let formulation: TreeFormulation
  private let run: TreeRun
  /// In points: the loop ends when the relaxation gets there.
  private let cutoff: Double
  private let clusterCuts: ClusterCuts
  private var deriver: CutDeriver
  /// All cuts that were ever rows; the rows after those of the formulation are `pool[active[i]]`.
  private(set) var pool: [ProvenCut] = []
  private(set) var active: [Int] = []
  private(set) var rounds = 0

  init(_ formulation: TreeFormulation, of run: TreeRun) {
    self.formulation = formulation
    self.run = run
    cutoff = run.cutoff
    filter = CutFilter(formulation)
    deriver = CutDeriver(formulation)
    clusterCuts = ClusterCuts(formulation)
  }

  /// Starts and ends with an optimal basis; anything else than `.optimal` means that the problem must not be used.
  /// `shown` hears what the root proves, with all cuts so far, after every round.
  mutating func run(
    _ problem: inout GLPKProblem, shown: (TreeProof.Leaf, [ProvenCut]) -> Void
  ) throws(GLPKError) -> BackendStatus {
    var values = [glp_get_obj_val(problem.pointer)]
    show(problem, shown)
    while rounds < Self.largestRounds, !control.isOver, !run.isWorkSpent, isWorthwhile(values) {
      let point = Self.point(of: problem)
      let cuts = select(candidates(problem, point: point), point: point)
      guard !cuts.isEmpty else { break }
      for cut in cuts {
        try problem.addRow(cut.row)
        active.append(pool.count)
        pool.append(cut)
      }
      let status = try reoptimise(&problem)
      run.progress.work.charge(&problem)
      guard status == .optimal else { return status }
      rounds += 1
      values.append(glp_get_obj_val(problem.pointer))
      show(problem, shown)
    }
    return .optimal
  }

  private func show(_ problem: borrowing GLPKProblem, _ shown: (TreeProof.Leaf, [ProvenCut]) -> Void) {
    shown(reader.leaf(of: problem.pointer, limits: []), pool)
  }

  private var control: BackendControl { run.request.control }
  private var families: CutFamilies { run.request.cuts }

  var reader: LeafReader { LeafReader(formulation: formulation, pool: pool, active: active) }

  /// Solves again, drops the cuts that do not bind, and solves once more for a basis without them.
  private mutating func reoptimise(_ problem: inout GLPKProblem) throws(GLPKError) -> BackendStatus {
    let status = Simplex.reoptimise(problem, control: control)
    guard status == .optimal else { return status }
    let slack = Set(problem.removeSlackRows(after: formulation.rowCount).map { $0 - formulation.rowCount })
    active = active.indices.filter { !slack.contains($0) }.map { active[$0] }
    return slack.isEmpty ? status : Simplex.reoptimise(problem, control: control)
  }

  private func isWorthwhile(_ values: [Double]) -> Bool {
    let last = values[values.count - 1]
    guard last < cutoff else { return false }
    guard values.count > Self.patience else { return true }
    return last - values[values.count - 1 - Self.patience] > Self.smallestGain * (last - values[0])
  }

  private static func point(of problem: borrowing GLPKProblem) -> [Double] {
    (1...max(1, problem.columnCount)).map { glp_get_col_prim(problem.pointer, Int32($0)) }
  }

  private mutating func candidates(_ problem: borrowing GLPKProblem, point: [Double]) -> [ProvenCut] {
    var found = families.contains(.gomory) ? gomoryCuts(problem, point: point) : []
    guard families.contains(.clusters) else { return found }
    let clusters = RelaxationView(problem.pointer, formulation).clusters(cutoff: cutoff)
    for exact in clusterCuts.cuts(of: clusters, point: point, deriver: &deriver) {
      if let cut = filter.prove(exact, point: point) { found.append(cut) }
    }
    return found
  }

  private mutating func gomoryCuts(_ problem: borrowing GLPKProblem, point: [Double]) -> [ProvenCut] {
    var found: [ProvenCut] = []
    let gomory = GomoryCuts(problem.pointer, formulation, active: active, pool: pool)
    let complemented = gomory.complemented(at: point)
    for column in gomory.fractionalColumns(at: point) where !control.isOver {
      guard let combination = gomory.combination(forColumn: column),
        let exact = deriver.derive(
          combination, divisor: GomoryCuts.divisor, isComplemented: complemented, cuts: pool),
        let cut = filter.prove(exact, point: point)
      else { continue }
      found.append(cut)
    }
    return found
  }

  private func select(_ cuts: [ProvenCut], point: [Double]) -> [ProvenCut] {
    let ranked = cuts.map { ($0, $0.row.depth(at: point)) }.sorted { $0.1 > $1.1 }
    let most = max(20, formulation.rowCount / 4)
    var scratch = [Double](repeating: 0, count: point.count)
    var chosen: [ProvenCut] = []
    for (cut, _) in ranked where chosen.count < most {
      let isNew = chosen.allSatisfy { $0.row.cosine(with: cut.row, scratch: &scratch) < Self.largestCosine }
      if isNew { chosen.append(cut) }
    }
    return chosen
  }
}
