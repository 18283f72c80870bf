/// The negative Hessian of the smoothed Lagrangian as an operator: the covariance of the consumptions in each group
/// times a factor, plus a diagonal.
struct DualHessian {
  private let factor: Double
  private let diagonal: [Double]
  private let units: [Double]
  /// The diagonal of the whole, to precondition with.
  private let preconditioner: [Double]

  /// `factor` is the number of groups each group of the slices stands for, over the temperature.
  init(_ slices: DualSlices, factor: Double, diagonal: [Double], units: [Double]) {
    self.factor = factor
    self.diagonal = diagonal
    self.units = units
    var variances = [Double](repeating: 0, count: diagonal.count)
    for slice in slices.slices { slice.active.addVariances(to: &variances) }
    preconditioner = zip(zip(variances, units), diagonal).map { max(1e-12, factor * $0.0 / ($0.1 * $0.1) + $1) }
  }

  private func apply(_ slices: inout DualSlices, to vector: [Double], into product: inout [Double]) {
    let scaled = zip(vector, units).map { $0 / $1 }
    slices.forEach { $0.multiply(scaled) }
    for resource in product.indices { product[resource] = diagonal[resource] * vector[resource] }
    for slice in slices.slices {
      let part = slice.product.span
      for resource in product.indices { product[resource] += factor * part[resource] / units[resource] }
    }
  }

  /// Conjugate gradients for `H x = right`, until the residual has fallen to a tenth or the steps are used up.
  func solve(
    _ right: [Double], _ slices: inout DualSlices, steps: Int, reduction: Double, isOver: () -> Bool
  ) -> (solution: [Double], steps: Int) {
    var solution = [Double](repeating: 0, count: right.count)
    var residual = right
    var scaled = zip(residual, preconditioner).map { $0 / $1 }
    var direction = scaled
    var product = solution
    var size = dot(residual, scaled)
    let target = size * reduction
    var done = 0
    while done < steps, size > target, size > 0, !isOver() {
      apply(&slices, to: direction, into: &product)
      done += 1
      let bend = dot(direction, product)
      guard bend > 0, bend.isFinite else { break }
      let length = size / bend
      for index in solution.indices {
        solution[index] += length * direction[index]
        residual[index] -= length * product[index]
        scaled[index] = residual[index] / preconditioner[index]
      }
      let next = dot(residual, scaled)
      for index in direction.indices { direction[index] = scaled[index] + next / size * direction[index] }
      size = next
    }
    return (solution, done)
  }
}

func dot(_ left: [Double], _ right: [Double]) -> Double {
  var sum = 0.0
  for index in left.indices { sum += left[index] * right[index] }
  return sum
}
