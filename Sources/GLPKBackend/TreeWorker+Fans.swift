import CGLPK
import OptionModel
import Solving

/// Branching into one child for every open option of a group.
extension TreeWorker {
  /// Children tried at the root, where fans are new, and at other nodes; a fan that was begun is finished.
  private static let childrenTriedAtRoot = 60
  private static let childrenTriedPerNode = 12

  /// The fan with the best score among the most promising groups.
  mutating func bestFan(of node: TreeNode, point: [Double]) -> (fan: Fan, score: Double)? {
    do { try problem.add(context.aggregates.all) } catch { return nil }
    let isRoot = node.excluded.isEmpty && node.limits.isEmpty
    let mostTried = isRoot ? Self.childrenTriedAtRoot : Self.childrenTriedPerNode
    let most = run.pruningValue < GLPKProblem.magnitudeLimit ? run.pruningValue - node.bound : node.bound.magnitude + 1
    var best: (fan: Fan, score: Double)?
    var tried = 0
    for candidate in fanFinder.candidates(at: point, excluded: node.excluded) {
      guard tried < mostTried, !control.isOver else { break }
      let fan = Fan(children: candidate.columns.map { child(of: node, at: $0, among: candidate.columns) })
      tried += candidate.columns.count
      fanFinder.note(group: candidate.group, leastGain: fan.leastGain(above: node.bound, most: most))
      let score = fan.score(above: node.bound, most: most)
      if score > best?.score ?? -1 { best = (fan, score) }
    }
    return best
  }

  /// A few steps of dual simplex with one option of the group alone.
  private mutating func child(of node: TreeNode, at column: Int, among columns: [Int]) -> Fan.Child {
    problem.load(narrowed(node, to: column, among: columns))
    let reader = context.reader
    switch problem.solve(cutoff: run.pruningValue, iterations: Self.iterationsPerTrial, control: control) {
    case .optimal(let value), .unfinished(let value):
      guard value > node.bound else { return Fan.Child(column: column, bound: node.bound, leaf: nil) }
      return Fan.Child(column: column, bound: value, leaf: reader.leaf(of: problem.pointer, limits: node.limits))
    case .pruned where glp_get_status(problem.pointer) != GLP_NOFEAS:
      return Fan.Child(column: column, bound: .infinity, leaf: reader.leaf(of: problem.pointer, limits: node.limits))
    case .pruned:
      let leaf = reader.infeasibleLeaf(of: problem.pointer, limits: node.limits, cutoff: run.pruningValue)
      return Fan.Child(column: column, bound: leaf == nil ? node.bound : .infinity, leaf: leaf)
    case .failed: return Fan.Child(column: column, bound: node.bound, leaf: nil)
    }
  }

  private func narrowed(_ node: TreeNode, to column: Int, among columns: [Int]) -> TreeNode {
    var child = node
    for other in columns where other != column { child.excluded.insert(other) }
    return child
  }

  /// The children that are of use. In a proof a fan is a chain of splits into one option and the rest; the last child has
  /// the end of the chain.
  func children(of node: TreeNode, _ fan: Fan) -> [TreeNode] {
    let columns = fan.children.map(\.column)
    var open: [TreeNode] = []
    var place = node.place
    for (index, part) in fan.children.enumerated() {
      var child = narrowed(node, to: part.column, among: columns)
      child.bound = part.bound
      child.place = place
      if index < fan.children.count - 1 {
        let split = TreeProof.Split(options: [context.formulation.options[part.column]], threshold: 0)
        let places = run.recorder.branch(place, on: split)
        (child.place, place) = (places?.above ?? -1, places?.below ?? -1)
      }
      if let leaf = part.leaf { run.recorder.close(child.place, leaf) }
      if child.bound < run.pruningValue { open.append(child) }
    }
    return open
  }
}
