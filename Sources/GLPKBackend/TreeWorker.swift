import CGLPK
import OptionModel
import Solving

/// Explores nodes of a shared tree on one thread until nothing is left or it has to stop.
///
/// Best bound first; a few dual simplex steps try splits (Achterberg, Koch and Martin 2005): those of aggregates always,
/// those of a group until its pseudo-costs are trusted.
struct TreeWorker: ~Copyable {
  static let trialsToTrust = 4.0
  static let trialsPerNode = 8
  private static let aggregateTrials = 6
  static let iterationsPerTrial: Int32 = 40

  let number: Int
  let context: TreeContext
  var problem: NodeProblem
  private let finder: GroupSplitFinder
  var costs: PseudoCosts
  var fanFinder: FanFinder
  private var habit = BranchingHabit()
  private var dives = DiveSchedule()

  init(number: Int, context: TreeContext, problem: consuming NodeProblem) {
    self.number = number
    self.context = context
    self.problem = problem
    finder = GroupSplitFinder(formulation: context.formulation)
    costs = PseudoCosts(groups: context.formulation.groupRows)
    fanFinder = FanFinder(formulation: context.formulation)
  }

  var run: TreeRun { context.run }
  var tree: SharedTree { context.shared }
  var control: BackendControl { run.request.control }

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
        problem.charge(to: run.progress.work)
        run.noteBound(tree)
      }
    }
  }

  private mutating func explore(_ node: TreeNode) {
    guard node.bound < run.pruningValue else { return tree.release(worker: number) }
    do { try problem.add(context.aggregates.all) } catch { return tree.abandon(worker: number) }
    problem.load(node)
    switch problem.solve(cutoff: run.pruningValue, control: control) {
    case .pruned:
      close(node)
      tree.release(worker: number)
    case .optimal(let value):
      close(node)
      branch(node, value: max(value, node.bound))
    case .unfinished(let bound):
      // Only the deadline ends a whole solve early.
      var rest = node
      rest.bound = max(bound, node.bound)
      tree.add(rest)
      tree.release(worker: number)
    case .failed: tree.abandon(worker: number)
    }
  }

  /// Writes what simplex has shown about the node into the proof.
  private func close(_ node: TreeNode) {
    guard node.place >= 0 else { return }
    let reader = context.reader
    if glp_get_status(problem.pointer) == GLP_NOFEAS {
      if let leaf = reader.infeasibleLeaf(of: problem.pointer, limits: node.limits, cutoff: run.pruningValue) {
        run.recorder.close(node.place, leaf)
      }
    } else {
      run.recorder.close(node.place, reader.leaf(of: problem.pointer, limits: node.limits))
    }
  }

  private mutating func branch(_ node: TreeNode, value: Double) {
    let point = currentPoint()
    var node = node
    // A proof has no place for what only holds below this node.
    if node.place < 0 { fixByReducedCost(&node.excluded, value: value) }
    node.basis = problem.basis()
    node.bound = value
    if dives.isDue { dive(node, point: point) }
    for child in children(of: node, choose(node, point: point)) { tree.add(child) }
    tree.release(worker: number)
  }

  private func currentPoint() -> [Double] {
    (1...context.formulation.optionColumns).map { glp_get_col_prim(problem.pointer, Int32($0)) }
  }

  /// Excludes options that would lift the relaxation over the cutoff.
  private func fixByReducedCost(_ excluded: inout ColumnSet, value: Double) {
    let room = run.cutoff - value
    guard room < GLPKProblem.magnitudeLimit else { return }
    for option in 0..<context.formulation.optionColumns where !excluded.contains(option) {
      let column = Int32(option + 1)
      if glp_get_col_stat(problem.pointer, column) == GLP_NL, glp_get_col_dual(problem.pointer, column) > room + 1e-6 {
        excluded.insert(option)
      }
    }
  }

  // MARK: Branching

  private func children(of node: TreeNode, _ choice: Choice?) -> [TreeNode] {
    switch choice {
    case nil: return []
    case .fan(let fan): return children(of: node, fan)
    case .split(let split): return children(of: node, split)
    }
  }

  private func children(of node: TreeNode, _ split: Split) -> [TreeNode] {
    let places = run.recorder.branch(node.place, on: proofSplit(split))
    return zip([true, false], [places?.below ?? -1, places?.above ?? -1]).map { isBelow, place in
      var child = node
      child.place = place
      apply(split, isBelow: isBelow, number: places?.split ?? -1, to: &child)
      return child
    }
  }

  private func proofSplit(_ split: Split) -> TreeProof.Split {
    let options = context.formulation.options
    switch split {
    case .group(let split): return TreeProof.Split(options: split.inside.map { options[$0] }, threshold: 0)
    case .aggregate(_, let aggregate, let threshold):
      return TreeProof.Split(options: aggregate.columns.map { options[Int($0)] }.sorted(), threshold: threshold)
    }
  }

  private func apply(_ split: Split, isBelow: Bool, number: Int32, to node: inout TreeNode) {
    switch split {
    case .group(let split):
      for column in isBelow ? split.inside : split.outside { node.excluded.insert(column) }
    case .aggregate(let aggregate, _, let threshold):
      let place = node.limits.firstIndex { $0.aggregate == aggregate } ?? node.limits.count
      if place == node.limits.count { node.limits.append(AggregateLimit(aggregate: aggregate)) }
      if isBelow {
        node.limits[place].most = (threshold, number)
      } else {
        node.limits[place].least = (threshold + 1, number)
      }
    }
  }

  /// What to branch on; `nil` when the node needs nothing.
  private mutating func choose(_ node: TreeNode, point: [Double]) -> Choice? {
    let prices = RelaxationView(problem.pointer, context.formulation).prices
    let splits = finder.splits(point: point, prices: prices, excluded: node.excluded)
    guard !splits.isEmpty else { return settle(node, point: point).map { .split(.group($0)) } }
    let fan = triesFans ? bestFan(of: node, point: point) : nil
    var best: (split: Split, score: Double)?
    if habit.triesSplits || fan == nil {
      tryAggregates(of: node, point: point, best: &best)
      tryGroups(splits, of: node, best: &best)
    }
    guard let fan, fan.score > best?.score ?? -1 else {
      if triesFans { habit.note(fanWon: false) }
      return (best?.split).map { .split($0) }
    }
    habit.note(fanWon: true)
    return .fan(fan.fan)
  }

  /// Only where a proof is sought: the trees of neighbourhoods are too small.
  private var triesFans: Bool { !run.request.cuts.isEmpty && habit.triesFans }

  private mutating func tryAggregates(
    of node: TreeNode, point: [Double], best: inout (split: Split, score: Double)?
  ) {
    for (aggregate, value) in (context.aggregateFinder?.candidates(at: point) ?? []).prefix(Self.aggregateTrials) {
      guard let number = context.aggregates.number(of: aggregate) else { continue }
      let split = Split.aggregate(number: number, aggregate, threshold: Int32(value.rounded(.down)))
      let score = attempt(split, of: node)
      if score > best?.score ?? -1 { best = (split, score) }
    }
  }

  private mutating func tryGroups(
    _ splits: [GroupSplit], of node: TreeNode, best: inout (split: Split, score: Double)?
  ) {
    let ranked = splits.map { ($0, costs.score($0), $0.worth * min($0.weight, 1 - $0.weight)) }
      .sorted { ($0.1, $0.2, -$0.0.group) > ($1.1, $1.2, -$1.0.group) }
    var (fruitless, tried) = (0, 0)
    for (split, score, _) in candidates(ranked) {
      var score = score
      if costs.trials(of: split.group) < Self.trialsToTrust, tried < Self.trialsPerNode {
        score = attempt(.group(split), of: node)
        tried += 1
      }
      if score > best?.score ?? -1 {
        best = (.group(split), score)
        fruitless = 0
      } else {
        fruitless += 1
        if fruitless > 6 { break }
      }
    }
  }

  /// By pseudo-cost, with the most promising of the unknown groups early.
  private func candidates(_ ranked: [(GroupSplit, Double, Double)]) -> [(GroupSplit, Double, Double)] {
    let unknown = ranked.filter { costs.trials(of: $0.0.group) < Self.trialsToTrust }.sorted {
      ($0.2, -$0.0.group) > ($1.2, -$1.0.group)
    }
    return Array(ranked.prefix(1)) + unknown.prefix(Self.trialsPerNode) + ranked.dropFirst()
  }

  /// A few steps of dual simplex into both children; the product of the gains.
  private mutating func attempt(_ split: Split, of node: TreeNode) -> Double {
    var product = 1.0
    do { try problem.add(context.aggregates.all) } catch { return -1 }
    for isBelow in [true, false] {
      var child = node
      apply(split, isBelow: isBelow, number: -1, to: &child)
      problem.load(child)
      let gain = gainOfSolving(from: node.bound)
      if case .group(let split) = split { costs.note(split, losesInside: isBelow, gain: gain) }
      product *= max(1e-6, gain)
    }
    return product
  }

  private func gainOfSolving(from value: Double) -> Double {
    let cutoff = run.pruningValue
    let most = cutoff < GLPKProblem.magnitudeLimit ? cutoff - value : value.magnitude + 1
    switch problem.solve(cutoff: cutoff, iterations: Self.iterationsPerTrial, control: control) {
    case .optimal(let found): return min(most, found - value)
    case .unfinished(let bound): return max(0, min(most, bound - value))
    case .pruned: return most
    case .failed: return 0
    }
  }

  /// A relaxation that chooses one option everywhere: a plan, unless rounding hides a broken limit or a price; then
  /// the node goes on with what is still open.
  private func settle(_ node: TreeNode, point: [Double]) -> GroupSplit? {
    if let objective = offer(point) {
      let points = Double(objective) / ScaledProblem.micropointsPerPoint
      if points <= node.bound + ClaimedBound.tolerance * (1 + node.bound.magnitude) { return nil }
    }
    for (group, columns) in context.formulation.groupColumns.enumerated() {
      let open = columns.filter { !node.excluded.contains($0) }
      if let split = finder.single(open, of: group, point: point) { return split }
    }
    return nil
  }

  /// Offers the selection nearest to a point; its objective where it is feasible.
  private func offer(_ point: [Double]) -> Int64? {
    let selection = context.formulation.selection { columns in
      columns.max { point[$0] < point[$1] } ?? columns.lowerBound
    }
    guard run.model.violations(of: selection).isEmpty else { return nil }
    let objective = run.model.objective(of: selection)
    run.offer(selection, objective: objective)
    return objective
  }

  // MARK: Diving

  /// Rounds group after group, the surest first, until a plan is found or nothing better is left; then the
  /// relaxation of the node is loaded again.
  private mutating func dive(_ node: TreeNode, point: [Double]) {
    var (current, set, isOver) = (point, node.excluded, false)
    while !isOver, !control.isOver {
      let open = roundable(current)
      guard !open.isEmpty else {
        _ = offer(current)
        break
      }
      for (columns, top) in open {
        for column in columns where column != top { set.insert(column) }
      }
      problem.restrict(to: set, limits: node.limits)
      if case .optimal = problem.solve(cutoff: run.cutoff, control: control) {
        current = currentPoint()
      } else {
        isOver = true
      }
    }
    dives.note(nodes: tree.nodes)
    problem.load(node)
    _ = problem.solve(cutoff: .infinity, control: control)
  }

  /// The undecided groups that are nearest to a decision, at least one and at most a tenth of them.
  private func roundable(_ point: [Double]) -> [(columns: Range<Int>, top: Int)] {
    var open: [(columns: Range<Int>, top: Int, weight: Double)] = []
    for columns in context.formulation.groupColumns {
      guard let top = columns.max(by: { point[$0] < point[$1] }), point[top] < 1 - 1e-6 else { continue }
      open.append((columns, top, point[top]))
    }
    open.sort { ($0.weight, -$0.top) > ($1.weight, -$1.top) }
    let count = max(1, open.count { $0.weight > 0.9 } / 2, open.count / 10)
    return open.prefix(count).map { ($0.columns, $0.top) }
  }
}
