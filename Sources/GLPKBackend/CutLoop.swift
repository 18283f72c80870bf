import CGLPK
import Solving

/// Rounds of cutting planes at the root: the linear relaxation of the problem is left optimal and stronger.
///
/// Gomory mixed-integer cuts from the tableau and rounding cuts from the rows, the deepest first, none nearly parallel
/// to one already taken. Cuts that stopped binding go after each round.
struct CutLoop {
  /// Two cuts with a larger cosine say nearly the same.
  private static let largestCosine = 0.7
  private static let largestRounds = 60
  /// The loop ends when this many rounds gained less than `smallestGain` of what all have gained.
  private static let patience = 5
  private static let smallestGain = 0.01

  private let filter: CutFilter
  private let formulation: Formulation
  private let wholeRows: [Bool]
  private let control: BackendControl
  /// Columns at selections known to be feasible: no cut may exclude them.
  private let witnesses: [[Double]]
  private(set) var rounds = 0

  init(
    _ formulation: Formulation, factors: [Double], witnesses: [[Double]], control: BackendControl
  ) {
    self.formulation = formulation
    self.witnesses = witnesses
    self.control = control
    filter = CutFilter(formulation, factors: factors)
    var isWhole = factors.map { $0 == 1 }
    for (index, column) in formulation.columns.enumerated() {
      if case .option = column.meaning { continue }
      isWhole[Int(formulation.entryRows[formulation.entries(ofColumn: index).lowerBound])] = false
    }
    wholeRows = isWhole
  }

  /// Starts and ends with an optimal basis; anything else than `.optimal` means that the problem must not be used.
  mutating func run(_ problem: inout GLPKProblem) throws(GLPKError) -> BackendStatus {
    var values = [glp_get_obj_val(problem.pointer)]
    let rounding = RoundingCuts(problem)
    while rounds < Self.largestRounds, !control.isOver, isWorthwhile(values) {
      let point = Self.point(of: problem)
      let cuts = select(candidates(problem, rounding: rounding, point: point), point: point)
      guard !cuts.isEmpty else { break }
      for cut in cuts { try problem.addRow(cut) }
      let status = Simplex.reoptimise(problem, control: control)
      guard status == .optimal else { return status }
      try problem.removeSlackRows(after: formulation.rows.count)
      let again = Simplex.reoptimise(problem, control: control)
      guard again == .optimal else { return again }
      rounds += 1
      values.append(glp_get_obj_val(problem.pointer))
    }
    return .optimal
  }

  private func isWorthwhile(_ values: [Double]) -> Bool {
    guard values.count > Self.patience else { return true }
    let last = values[values.count - 1]
    return last - values[values.count - 1 - Self.patience] > Self.smallestGain * (last - values[0])
  }

  private static func point(of problem: borrowing GLPKProblem) -> [Double] {
    (1...max(1, problem.columnCount)).map { glp_get_col_prim(problem.pointer, Int32($0)) }
  }

  private func candidates(
    _ problem: borrowing GLPKProblem, rounding: borrowing RoundingCuts, point: [Double]
  ) -> [Cut] {
    var found: [Cut] = []
    var coefficients = [Double](repeating: 0, count: problem.columnCount)
    var gomory = GomoryCuts(problem.pointer, wholeRows: wholeRows)
    for column in gomory.fractionalColumns(at: point) {
      guard let lower = gomory.derive(column: column, value: point[column], into: &coefficients) else {
        for column in coefficients.indices { coefficients[column] = 0 }
        continue
      }
      if let cut = filter.cut(from: &coefficients, lower: lower, point: point) { found.append(cut) }
    }
    for cut in rounding.generate(problem) {
      for (column, value) in zip(cut.columns, cut.values) { coefficients[Int(column)] = value }
      if let cut = filter.cut(from: &coefficients, lower: cut.lower, point: point) { found.append(cut) }
    }
    return found.filter { cut in witnesses.allSatisfy { cut.depth(at: $0) < 1e-6 } }
  }

  private func select(_ cuts: [Cut], point: [Double]) -> [Cut] {
    let ranked = cuts.map { ($0, $0.depth(at: point)) }.sorted { $0.1 > $1.1 }
    let most = max(20, formulation.rows.count / 4)
    var scratch = [Double](repeating: 0, count: point.count)
    var chosen: [Cut] = []
    for (cut, _) in ranked where chosen.count < most {
      let isNew = chosen.allSatisfy { $0.cosine(with: cut, scratch: &scratch) < Self.largestCosine }
      if isNew { chosen.append(cut) }
    }
    return chosen
  }
}
