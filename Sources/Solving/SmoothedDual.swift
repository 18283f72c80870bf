import OptionModel

/// Multipliers nearly as good as those of the linear relaxation, in a fraction of the time of a simplex method.
///
/// The Lagrangian is smoothed and maximised by Newton's method with conjugate gradients, again and again at half the
/// temperature. The result is a proof only after `Lagrangian` has recomputed its bound in exact integers.
struct SmoothedDual {
  private static let newtonSteps = 60
  private static let gradientSteps = 150
  private static let levenberg = 0.01
  /// Temperatures from the mean spread of costs in a group down to this part of it.
  private static let lastTemperature = 3e-6

  private let model: SmoothedModel
  private let temperatures: [Double]
  private let isOver: () -> Bool
  private var point: DualPoint
  private var multipliers: [Double]
  private var best: (bound: Double, multipliers: [Double])
  private(set) var steps = 0

  init(_ model: OptionModel, permitted: [ClosedRange<Int64>], isOver: @escaping () -> Bool) {
    self.model = SmoothedModel(model, permitted: permitted)
    self.isOver = isOver
    point = DualPoint(self.model)
    multipliers = Array(repeating: 0, count: self.model.resourceCount)
    best = (-.infinity, multipliers)
    let first = max(1, PenaltyWeights.meanSpread(of: model))
    var temperatures: [Double] = []
    var temperature = first
    while temperature > first * Self.lastTemperature {
      temperatures.append(temperature)
      temperature /= 2
    }
    self.temperatures = temperatures
  }

  /// The best multipliers found; deterministic unless it is over early.
  mutating func maximise() -> Multipliers {
    for temperature in temperatures where !isOver() {
      climb(temperature)
      noteClamped(temperature)
    }
    return Multipliers(
      zip(best.multipliers, model.units).map { value, unit in
        let scaled = (value / unit * Double(Multipliers.scale)).rounded()
        return Int64(max(-0x1p61, min(0x1p61, scaled)))
      })
  }

  /// Of each group the option with the largest weight: a start for a search, not a plan.
  var rounded: Selection {
    Selection(
      (0..<model.groupCount).map { group in
        let options = model.groupStarts[group]..<model.groupStarts[group + 1]
        return Int32(options.max { point.weights[$0] < point.weights[$1] } ?? options.lowerBound)
      })
  }

  /// The smooth prices let multipliers stray a little beyond the outermost slopes, which only costs.
  private mutating func noteClamped(_ temperature: Double) {
    let free = multipliers
    evaluate(zip(free, model.ranges).map { max($1.lowerBound, min($1.upperBound, $0)) }, temperature)
    multipliers = free
  }

  private mutating func climb(_ temperature: Double) {
    evaluate(multipliers, temperature)
    for _ in 0..<Self.newtonSteps where !isOver() {
      let size = point.gradient.reduce(0) { $0 + $1.magnitude }
      guard size > 1e-5 * Double(model.groupCount) else { return }
      guard step(temperature) else { return }
    }
  }

  /// One Newton step with a line search; `false` when it gains nothing worth mention.
  private mutating func step(_ temperature: Double) -> Bool {
    let (start, before, gradient) = (multipliers, point.value, point.gradient)
    let diagonal = zip(point.curvature, gradient).map { $0 + Self.levenberg * $1.magnitude / temperature }
    let hessian = DualHessian(model, point: point, diagonal: diagonal, temperature: temperature)
    let direction = hessian.solve(gradient, steps: Self.gradientSteps)
    let slope = dot(gradient, direction)
    var length = 1.0
    for _ in 0..<10 {
      evaluate(zip(start, direction).map { $0 + length * $1 }, temperature)
      if point.value >= before + 1e-4 * length * slope {
        return point.value - before > 1e-9 * before.magnitude
      }
      length *= 0.35
    }
    evaluate(start, temperature)
    return false
  }

  private mutating func evaluate(_ candidate: [Double], _ temperature: Double) {
    steps += 1
    multipliers = candidate
    point.evaluate(model, at: multipliers, temperature: temperature)
    if point.bound > best.bound { best = (point.bound, multipliers) }
  }
}
