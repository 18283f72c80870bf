import OptionModel

/// The smoothed Lagrangian of a model at some multipliers and temperature, with everything Newton's method needs.
///
/// Each group's minimum over its options becomes a soft minimum at the temperature, and each price interval's
/// `min(0, slope - multiplier)` a soft one as well; as the temperature falls both come back. Multipliers are in
/// micropoints per unit, the mean consumption of the resource.
struct DualPoint {
  /// No more options than these are copied, so that memory stays small beside that of the model.
  private static let mostCopied = 1_000_000
  private static let smallestWeights = [1e-5, 1e-4, 1e-3, 1e-2]

  private let model: OptionModel
  private let prices: SmoothedPrices
  private var slices: DualSlices

  var multipliers: [Double]
  private(set) var value = 0.0
  /// What the softening takes off: at an optimum the plan of the relaxation costs `value + softening`.
  private(set) var softening = 0.0
  /// What the same multipliers prove without smoothing, up to rounding, if the options left out never matter.
  private(set) var bound = 0.0
  /// Expected load minus the load the price would like, in units.
  private(set) var gradient: [Double]
  private var curvature: [Double]
  private var temperature = 1.0
  /// Of the Newton steps, relative to gradient over temperature.
  var damping = 0.1

  /// What the multipliers of the last scan prove, up to rounding.
  private(set) var scannedBound = -Double.infinity
  /// Whether only options near enough are looked at.
  private(set) var readsPart = false
  private var widening = 1.0

  private(set) var evaluations = 0
  private(set) var products = 0

  init(_ model: OptionModel, permitted: [ClosedRange<Int64>], threads: Int) {
    self.model = model
    prices = SmoothedPrices(model, permitted: permitted)
    slices = DualSlices(model, threads: threads)
    multipliers = Array(repeating: 0, count: model.resourceCount)
    gradient = multipliers
    curvature = multipliers
  }

  /// Units by which loads miss what the prices would like, per group.
  var gradientSize: Double { gradient.reduce(0) { $0 + $1.magnitude } / Double(max(1, model.groupCount)) }

  var cheapest: Selection { Selection(slices.slices.flatMap(\.cheapest)) }

  // MARK: Multipliers

  func rounded(_ multipliers: [Double]) -> Multipliers {
    Multipliers(
      zip(multipliers, prices.units).map { value, unit in
        let scaled = (value / unit * Double(Multipliers.scale)).rounded()
        return Int64(max(-0x1p61, min(0x1p61, scaled)))
      })
  }

  mutating func move(to start: Multipliers) {
    multipliers = zip(start.values, prices.units).map { Double($0) / Double(Multipliers.scale) * $1 }
  }

  /// The smooth prices let multipliers stray a little beyond the outermost slopes, which only costs.
  mutating func clamp(temperature: Double) {
    evaluate(
      zip(multipliers, prices.ranges).map { max($1.lowerBound, min($1.upperBound, $0)) }, temperature: temperature)
  }

  private func perQuantum(_ vector: [Double]) -> [Double] { zip(vector, prices.units).map { $0 / $1 } }

  // MARK: Scanning

  mutating func widen() { widening *= 4 }

  /// Reads the model; O(its size). From then on only options at most `width` above the smallest of their group are
  /// looked at, if those are a small part of all. `false` when it was over before the end.
  mutating func scan(width: Double, isOver: () -> Bool) -> Bool {
    let (pricesPerQuantum, width) = (perQuantum(multipliers), width * widening)
    let capacity = min(Self.mostCopied, model.optionCount / 2) / slices.slices.count
    let parts = 1 + model.consumptionCount / 2_000_000
    slices.forEach { $0.beginScan() }
    for part in 0..<parts {
      guard !isOver() else { return false }
      slices.forEach { $0.scan(part: part, of: parts, at: pricesPerQuantum, width: width, capacity: capacity) }
    }
    let readsPart = slices.slices.allSatisfy(\.isCoreComplete)
    slices.forEach { $0.endScan(readingCore: readsPart) }
    self.readsPart = readsPart
    scannedBound = prices.bound(at: multipliers) + slices.sum(\.scannedBound)
    return true
  }

  // MARK: Evaluating

  /// O(options looked at).
  mutating func evaluate(_ multipliers: [Double], temperature: Double) {
    self.multipliers = multipliers
    self.temperature = temperature
    evaluations += 1
    let pricesPerQuantum = perQuantum(multipliers)
    slices.forEach { $0.evaluate(at: pricesPerQuantum, temperature: temperature) }
    let sums = prices.evaluate(
      at: multipliers, temperature: temperature, gradient: &gradient, curvature: &curvature)
    value = sums.value + slices.sum(\.sums.value)
    softening = sums.softening + slices.sum(\.sums.softening)
    bound = sums.bound + slices.sum(\.sums.bound)
    for slice in slices.slices {
      let loads = slice.loads.span
      for resource in gradient.indices { gradient[resource] += loads[resource] / prices.units[resource] }
    }
  }

  mutating func newtonDirection(steps: Int, reduction: Double, isOver: () -> Bool) -> [Double] {
    let capacity = Self.mostCopied / slices.slices.count
    for smallestWeight in Self.smallestWeights {
      slices.forEach { $0.activate(above: smallestWeight, capacity: capacity) }
      if slices.slices.allSatisfy(\.isActiveComplete) { break }
    }
    let damping = damping / temperature
    let diagonal = zip(curvature, gradient).map { $0 + damping * $1.magnitude }
    let hessian = DualHessian(slices, factor: 1 / temperature, diagonal: diagonal, units: prices.units)
    let (direction, used) = hessian.solve(gradient, &slices, steps: steps, reduction: reduction, isOver: isOver)
    products += used
    return direction
  }
}
