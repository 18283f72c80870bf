import CGLPK
import OptionModel
import Solving

/// Explores nodes of a shared tree on one thread until nothing is left or it has to stop.
///
/// Best bound first; reduced costs against the cutoff exclude options below the node; reliability branching (Achterberg,
/// Koch and Martin 2005): a few dual simplex steps try a split until its group's pseudo-costs are trusted.
struct TreeWorker: ~Copyable {
  private static let trialsToTrust = 4.0
  private static let trialsPerNode = 8
  private static let iterationsPerTrial: Int32 = 40

  let number: Int
  let run: TreeRun
  let tree: SharedTree
  let formulation: Formulation
  let factors: [Double]
  var problem: NodeProblem
  private let finder: SplitFinder
  private var costs: PseudoCosts
  private var dives = DiveSchedule()

  init(
    number: Int, run: TreeRun, tree: SharedTree, formulation: Formulation, factors: [Double],
    problem: consuming NodeProblem
  ) {
    self.number = number
    self.run = run
    self.tree = tree
    self.formulation = formulation
    self.factors = factors
    self.problem = problem
    finder = SplitFinder(model: run.model)
    costs = PseudoCosts(groups: run.model.groupCount)
  }

  /// Why it stopped; `nil` when the tree is exhausted.
  mutating func work() -> TreeStop? {
    while true {
      if let stop = run.reasonToStop(nodes: tree.nodes) { return stop }
      switch tree.take(worker: number) {
      case .exhausted: return nil
      case .later: Pause.short()
      case .node(let node):
        dives.advance(nodes: tree.nodes)
        explore(node)
        run.noteBound(tree)
      }
    }
  }

  private var cutoff: Double { run.cutoff }

  private mutating func explore(_ node: TreeNode) {
    guard node.bound < cutoff else { return tree.release(worker: number) }
    problem.load(node)
    switch problem.solve(cutoff: cutoff, control: run.request.control) {
    case .pruned: tree.release(worker: number)
    case .optimal(let value): branch(node, value: max(value, node.bound))
    case .unfinished(let bound):
      // Only the deadline ends a whole solve early.
      var rest = node
      rest.bound = max(bound, node.bound)
      tree.add(rest)
      tree.release(worker: number)
    case .failed: tree.abandon(worker: number)
    }
  }

  private mutating func branch(_ node: TreeNode, value: Double) {
    let point = (1...run.model.optionCount).map { glp_get_col_prim(problem.pointer, Int32($0)) }
    var excluded = node.excluded
    fixByReducedCost(&excluded, value: value)
    let basis = problem.basis()
    if dives.isDue { dive(point: point, excluded: excluded, basis: basis) }
    guard let split = choose(point: point, value: value, excluded: excluded, basis: basis) else {
      return tree.release(worker: number)
    }
    for loses in [split.inside, split.outside] {
      var child = TreeNode(bound: value, excluded: excluded, basis: basis, number: 0)
      for option in loses { child.excluded.insert(option) }
      tree.add(child)
    }
    tree.release(worker: number)
  }

  /// Excludes options that would lift the relaxation over the cutoff.
  private func fixByReducedCost(_ excluded: inout ColumnSet, value: Double) {
    let room = cutoff - value
    guard room < GLPKProblem.magnitudeLimit else { return }
    for option in 0..<run.model.optionCount where !excluded.contains(option) {
      let column = Int32(option + 1)
      if glp_get_col_stat(problem.pointer, column) == GLP_NL, glp_get_col_dual(problem.pointer, column) > room + 1e-6 {
        excluded.insert(option)
      }
    }
  }

  /// Rounds group after group, the surest first, until a plan is found or nothing better is left; then the
  /// relaxation of the node is loaded again.
  private mutating func dive(point: [Double], excluded: ColumnSet, basis: [UInt8]) {
    var (current, set, isOver) = (point, excluded, false)
    while !isOver, !run.request.control.isOver {
      let open = roundable(current)
      guard !open.isEmpty else {
        _ = settle(point: current, value: -.infinity, excluded: set)
        break
      }
      for (group, top) in open { exclude(othersThan: top, of: group, in: &set) }
      problem.exclude(exactly: set)
      if case .optimal = problem.solve(cutoff: cutoff, control: run.request.control) {
        current = (1...run.model.optionCount).map { glp_get_col_prim(problem.pointer, Int32($0)) }
      } else {
        isOver = true
      }
    }
    dives.note(nodes: tree.nodes)
    problem.exclude(exactly: excluded)
    problem.install(basis)
    _ = problem.solve(cutoff: .infinity, control: run.request.control)
  }

  /// The undecided groups that are nearest to a decision, at least one and at most a tenth of them.
  private func roundable(_ point: [Double]) -> [(group: Int, top: Int)] {
    var open: [(group: Int, top: Int, weight: Double)] = []
    for group in 0..<run.model.groupCount {
      let options = run.model.options(ofGroup: group)
      guard let top = options.max(by: { point[$0] < point[$1] }), point[top] < 1 - 1e-6 else { continue }
      open.append((group, top, point[top]))
    }
    open.sort { ($0.weight, -$0.group) > ($1.weight, -$1.group) }
    let count = max(1, open.count { $0.weight > 0.9 } / 2, open.count / 10)
    return open.prefix(count).map { ($0.group, $0.top) }
  }

  private func exclude(othersThan top: Int, of group: Int, in set: inout ColumnSet) {
    for option in run.model.options(ofGroup: group) where option != top { set.insert(option) }
  }

  /// The split to branch on; `nil` when the node needs none.
  private mutating func choose(point: [Double], value: Double, excluded: ColumnSet, basis: [UInt8]) -> Split? {
    let splits = finder.splits(point: point, prices: prices(), excluded: excluded)
    guard !splits.isEmpty else { return settle(point: point, value: value, excluded: excluded) }
    let ranked = splits.map { ($0, costs.score($0), $0.worth * min($0.weight, 1 - $0.weight)) }
      .sorted { ($0.1, $0.2, -$0.0.group) > ($1.1, $1.2, -$1.0.group) }
    guard let first = ranked.first else { return nil }
    var best = (split: first.0, score: -1.0)
    var fruitless = 0
    var tried = 0
    for (split, score, _) in candidates(ranked) {
      var score = score
      if costs.trials(of: split.group) < Self.trialsToTrust, tried < Self.trialsPerNode {
        score = attempt(split, value: value, excluded: excluded, basis: basis)
        tried += 1
      }
      if score > best.score {
        best = (split, score)
        fruitless = 0
      } else {
        fruitless += 1
        if fruitless > 6 { break }
      }
    }
    return best.split
  }

  /// By pseudo-cost, with the most promising of the unknown groups early.
  private func candidates(_ ranked: [(Split, Double, Double)]) -> [(Split, Double, Double)] {
    let unknown = ranked.filter { costs.trials(of: $0.0.group) < Self.trialsToTrust }.sorted {
      ($0.2, -$0.0.group) > ($1.2, -$1.0.group)
    }
    return Array(ranked.prefix(1)) + unknown.prefix(Self.trialsPerNode) + ranked.dropFirst()
  }

  /// A few steps of dual simplex into both children; the product of the gains.
  private mutating func attempt(_ split: Split, value: Double, excluded: ColumnSet, basis: [UInt8]) -> Double {
    var product = 1.0
    for (loses, losesInside) in [(split.inside, true), (split.outside, false)] {
      var set = excluded
      for option in loses { set.insert(option) }
      problem.exclude(exactly: set)
      problem.install(basis)
      let gain = gainOfSolving(from: value)
      costs.note(split, losesInside: losesInside, gain: gain)
      product *= max(1e-6, gain)
    }
    return product
  }

  private func gainOfSolving(from value: Double) -> Double {
    let cutoff = cutoff
    let most = cutoff < GLPKProblem.magnitudeLimit ? cutoff - value : value.magnitude + 1
    switch problem.solve(cutoff: cutoff, iterations: Self.iterationsPerTrial, control: run.request.control) {
    case .optimal(let found): return min(most, found - value)
    case .unfinished(let bound): return max(0, min(most, bound - value))
    case .pruned: return most
    case .failed: return 0
    }
  }

  /// Multipliers of the resources in points per quantum, from the duals of their rows.
  private func prices() -> [Double] {
    formulation.resourceRows.map { row in
      guard let row else { return 0 }
      return glp_get_row_dual(problem.pointer, Int32(row + 1)) * factors[row]
    }
  }

  /// A relaxation that chooses one option everywhere: a plan, unless rounding hides a broken limit or a price; then
  /// the node goes on with what is still open.
  private func settle(point: [Double], value: Double, excluded: ColumnSet) -> Split? {
    let selection = Selection(
      (0..<run.model.groupCount).map { group in
        Int32(run.model.options(ofGroup: group).max { point[$0] < point[$1] } ?? 0)
      })
    if run.model.violations(of: selection).isEmpty {
      let objective = run.model.objective(of: selection)
      run.offer(selection, objective: objective)
      let points = Double(objective) / ScaledProblem.micropointsPerPoint
      if points <= value + ClaimedBound.tolerance * (1 + value.magnitude) { return nil }
    }
    for group in 0..<run.model.groupCount {
      let options = run.model.options(ofGroup: group).filter { !excluded.contains($0) }
      if let split = finder.single(options, of: group, point: point) { return split }
    }
    return nil
  }
}
