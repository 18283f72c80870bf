/// The negative Hessian of the smoothed Lagrangian as an operator: over the temperature the covariance of the
/// consumptions in each group, plus a diagonal. Only options with some weight take part.
struct DualHessian {
  private static let smallestWeight = 1e-5

  private var groupStarts = [0]
  private var weights: [Double] = []
  private var entryStarts = [0]
  private var resources: [Int] = []
  private var amounts: [Double] = []
  private let diagonal: [Double]
  private let temperature: Double
  /// The diagonal of the whole, to precondition with.
  private(set) var preconditioner: [Double]

  init(_ model: SmoothedModel, point: DualPoint, diagonal: [Double], temperature: Double) {
    self.diagonal = diagonal
    self.temperature = temperature
    preconditioner = diagonal
    for group in 0..<model.groupCount {
      let options = (model.groupStarts[group]..<model.groupStarts[group + 1]).filter {
        point.weights[$0] > Self.smallestWeight
      }
      guard options.count > 1 else { continue }
      for option in options { add(option, of: model, weight: point.weights[option]) }
      groupStarts.append(weights.count)
    }
    addVariances()
    for resource in preconditioner.indices { preconditioner[resource] = max(1e-12, preconditioner[resource]) }
  }

  private mutating func add(_ option: Int, of model: SmoothedModel, weight: Double) {
    weights.append(weight)
    for entry in model.entryStarts[option]..<model.entryStarts[option + 1] {
      resources.append(model.entryResources[entry])
      amounts.append(model.entryAmounts[entry])
    }
    entryStarts.append(resources.count)
  }

  private mutating func addVariances() {
    var means = [Double](repeating: 0, count: preconditioner.count)
    for group in 0..<(groupStarts.count - 1) {
      let entries = entryStarts[groupStarts[group]]..<entryStarts[groupStarts[group + 1]]
      for option in groupStarts[group]..<groupStarts[group + 1] {
        for entry in entryStarts[option]..<entryStarts[option + 1] {
          let share = weights[option] * amounts[entry]
          preconditioner[resources[entry]] += share * amounts[entry] / temperature
          means[resources[entry]] += share
        }
      }
      for entry in entries where means[resources[entry]] != 0 {
        preconditioner[resources[entry]] -= means[resources[entry]] * means[resources[entry]] / temperature
        means[resources[entry]] = 0
      }
    }
  }

  /// The product with a vector.
  func apply(to vector: [Double], into product: inout [Double]) {
    for resource in diagonal.indices { product[resource] = diagonal[resource] * vector[resource] }
    for group in 0..<(groupStarts.count - 1) {
      let options = groupStarts[group]..<groupStarts[group + 1]
      var mean = 0.0
      for option in options { mean += weights[option] * change(of: option, along: vector) }
      for option in options {
        let factor = weights[option] * (change(of: option, along: vector) - mean) / temperature
        for entry in entryStarts[option]..<entryStarts[option + 1] {
          product[resources[entry]] += factor * amounts[entry]
        }
      }
    }
  }

  private func change(of option: Int, along vector: [Double]) -> Double {
    var sum = 0.0
    for entry in entryStarts[option]..<entryStarts[option + 1] { sum += amounts[entry] * vector[resources[entry]] }
    return sum
  }

  /// Conjugate gradients for `H x = right`, until the residual has fallen to a tenth or the steps are used up.
  func solve(_ right: [Double], steps: Int) -> [Double] {
    var solution = [Double](repeating: 0, count: right.count)
    var residual = right
    var scaled = zip(residual, preconditioner).map { $0 / $1 }
    var direction = scaled
    var product = solution
    var size = dot(residual, scaled)
    let target = size * 0.01
    for _ in 0..<steps where size > target && size > 0 {
      apply(to: direction, into: &product)
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
    return solution
  }
}

func dot(_ left: [Double], _ right: [Double]) -> Double {
  var sum = 0.0
  for index in left.indices { sum += left[index] * right[index] }
  return sum
}
