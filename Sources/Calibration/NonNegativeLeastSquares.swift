/// Least squares under non-negativity: the active-set method of C. L. Lawson and R. J. Hanson (1974, "Solving Least Squares
/// Problems", chapter 23, algorithm NNLS), on normal equations.
///
/// O(k³) for each change of the active set, of which there are about k. Columns are scaled to length 1 first.
struct NonNegativeLeastSquares {
  private static let tolerance = 1e-10

  private let size: Int
  private let lengths: [Double]
  private let gram: [Double]
  private let target: [Double]
  private var passive: [Bool]
  private var barred: [Bool]
  private var solution: [Double]

  /// Minimises xᵀGx − 2bᵀx over x ≥ 0, with G = `gram` by rows, b = `target`. Columns that are empty, or depend on columns
  /// that were taken before, stay 0. A good guess of what is positive saves most of the work.
  static func solve(gram: [Double], target: [Double], positive guess: [Bool] = []) -> [Double] {
    var problem = NonNegativeLeastSquares(gram: gram, target: target)
    problem.take(guess)
    problem.run()
    return zip(problem.solution, problem.lengths).map { $1 > 0 ? $0 / $1 : 0 }
  }

  private init(gram: [Double], target: [Double]) {
    let size = target.count
    let lengths = (0..<size).map { gram[$0 * size + $0].squareRoot() }
    self.size = size
    self.lengths = lengths
    self.gram = gram.indices.map { index in
      let length = lengths[index / size] * lengths[index % size]
      return length > 0 ? gram[index] / length : 0
    }
    self.target = zip(target, lengths).map { $1 > 0 ? $0 / $1 : 0 }
    passive = Array(repeating: false, count: size)
    barred = lengths.map { $0 == 0 }
    solution = Array(repeating: 0, count: size)
  }

  /// Starts from the minimum over the variables that are guessed to be positive, if they are.
  private mutating func take(_ guess: [Bool]) {
    guard guess.count == size else { return }
    passive = zip(guess, lengths).map { $0 && $1 > 0 }
    if let candidate = unconstrained(), zip(candidate, passive).allSatisfy({ $0 > 0 || !$1 }) {
      solution = candidate
    } else {
      passive = Array(repeating: false, count: size)
    }
  }

  private mutating func run() {
    let scale = target.map(abs).max() ?? 0
    // Each round lowers the sum of squares, so that no active set comes twice; the limit guards against rounding only.
    for _ in 0..<(10 * size + 10) {
      guard let entering = steepest(above: Self.tolerance * scale) else { return }
      passive[entering] = true
      guard let candidate = unconstrained(), candidate[entering] > 0 else {
        passive[entering] = false
        barred[entering] = true
        continue
      }
      moveTowards(candidate)
    }
  }

  /// The variable at 0 along which the sum of squares falls fastest.
  private func steepest(above tolerance: Double) -> Int? {
    let candidates = (0..<size).filter { !passive[$0] && !barred[$0] }.map { ($0, slope($0)) }
    guard let best = candidates.max(by: { $0.1 < $1.1 }), best.1 > tolerance else { return nil }
    return best.0
  }

  private func slope(_ index: Int) -> Double {
    (0..<size).reduce(target[index]) { $0 - gram[index * size + $1] * solution[$1] }
  }

  /// As far as no variable becomes negative; those that reach 0 leave, until the minimum itself is feasible.
  private mutating func moveTowards(_ first: [Double]) {
    var candidate = first
    while let step = blockingStep(candidate) {
      for index in 0..<size where passive[index] {
        solution[index] += step * (candidate[index] - solution[index])
        if candidate[index] <= 0, solution[index] <= 1e-14 {
          passive[index] = false
          solution[index] = 0
        }
      }
      guard let next = unconstrained() else { return }
      candidate = next
    }
    solution = candidate
    // What was barred beside another active set may enter now.
    barred = lengths.map { $0 == 0 }
  }

  private func blockingStep(_ candidate: [Double]) -> Double? {
    (0..<size).filter { passive[$0] && candidate[$0] <= 0 }
      .map { solution[$0] / max(solution[$0] - candidate[$0], .leastNormalMagnitude) }.min()
  }

  /// The minimum over the passive variables, the others at 0; `nil` where one of them depends on the rest.
  private func unconstrained() -> [Double]? {
    let chosen = (0..<size).filter { passive[$0] }
    let matrix = chosen.flatMap { row in chosen.map { gram[row * size + $0] } }
    guard let factor = CholeskyFactor(matrix, size: chosen.count) else { return nil }
    var result = [Double](repeating: 0, count: size)
    for (index, value) in zip(chosen, factor.solve(chosen.map { target[$0] })) { result[index] = value }
    return result
  }
}
