import Foundation
import OptionModel

/// Multipliers nearly as good as those of the linear relaxation, in a fraction of the time of a simplex method.
///
/// The Lagrangian is smoothed and maximised by Newton's method with conjugate gradients, again and again at half the
/// temperature, each time from where the last two optima point. The result is a proof only after `Lagrangian` has
/// recomputed its bound in exact integers. The same to the last bit on any number of threads, unless it is over early.
struct SmoothedDual {
  /// Stop when the relaxation's plan and bound are this close, as a fraction of the bound.
  private static let tolerance = 1e-6
  private static let cooling = 0.5
  /// Temperatures as parts of the mean spread of costs in a group: the first; how much higher to begin once more where
  /// that one was too low to converge at; the first from given multipliers; the last.
  private static let firstTemperature = 1.0 / 32
  private static let heating = 32.0
  private static let warmTemperature = 1.0 / 4_096
  private static let lastTemperature = 1e-9
  /// Options this many temperatures above the smallest of their group stay in sight, and at least those within a part
  /// of the mean spread.
  private static let widthInTemperatures = 50.0
  private static let widthInSpreads = 0.05

  private let isOver: () -> Bool
  private let spread: Double
  private var point: DualPoint
  private var temperature: Double
  private var best: (bound: Double, multipliers: [Double])
  /// The last optimum, to predict the next one from.
  private var previous: (temperature: Double, multipliers: [Double])?
  private var mayHeat = true

  /// - Parameters:
  ///   - permitted: per resource its attainable loads inside the hard limits.
  ///   - start: multipliers of a similar model, one per resource; they save the high temperatures.
  ///   - threads: at most so many share the groups.
  init(
    _ model: OptionModel, permitted: [ClosedRange<Int64>], start: Multipliers? = nil,
    threads: Int = ProcessInfo.processInfo.activeProcessorCount, isOver: @escaping () -> Bool
  ) {
    self.isOver = isOver
    spread = max(1, PenaltyWeights.meanSpread(of: model))
    point = DualPoint(model, permitted: permitted, threads: threads)
    temperature = spread * (start == nil ? Self.firstTemperature : Self.warmTemperature)
    if let start, start.values.count == model.resourceCount { point.move(to: start) }
    best = (-.infinity, point.multipliers)
  }

  /// Evaluations of the smoothed Lagrangian and products with its Hessian so far.
  var work: (evaluations: Int, products: Int) { (point.evaluations, point.products) }

  /// Of each group the option with the smallest priced cost: a start for a search, not a plan.
  var rounded: Selection { point.cheapest }

  /// The best multipliers found.
  mutating func maximise() -> Multipliers {
    guard scan() else { return point.rounded(best.multipliers) }
    while temperature > spread * Self.lastTemperature, !isOver() {
      let start = point.multipliers
      let outcome = DualClimb.run(&point, temperature: temperature, isOver: isOver)
      let (optimum, estimate, softening) = (point.multipliers, point.value + point.softening, point.softening)
      point.clamp(temperature: temperature)
      let bound = point.bound
      guard scan() else { break }
      if bound - point.scannedBound > 0.2 * softening + 1e-9 * bound.magnitude, point.readsPart {
        // Options out of sight turned out to be cheaper.
        point.widen()
        guard goBack(to: start) else { break }
      } else if outcome != .converged, mayHeat, previous == nil {
        mayHeat = false
        temperature *= Self.heating
        guard goBack(to: start) else { break }
      } else if outcome == .converged, isClose(estimate: estimate, softening: softening) {
        break
      } else {
        cool(from: optimum)
      }
    }
    return point.rounded(best.multipliers)
  }

  /// At an optimum `estimate` is what the plan of the relaxation costs. It is one only where little is softened.
  private func isClose(estimate: Double, softening: Double) -> Bool {
    max(softening / 20, estimate - best.bound) <= Self.tolerance * best.bound.magnitude
  }

  /// Optima lie nearly on a line as the temperature falls, so that the last two predict the next.
  private mutating func cool(from optimum: [Double]) {
    let next = temperature * Self.cooling
    let last = previous
    previous = (temperature, optimum)
    let step = last.map { (temperature - next) / ($0.temperature - temperature) }
    temperature = next
    point.evaluate(optimum, temperature: next)
    guard let last, let step else { return }
    let value = point.value
    point.evaluate(zip(optimum, last.multipliers).map { $0 + step * ($0 - $1) }, temperature: next)
    if point.value < value { point.evaluate(optimum, temperature: next) }
  }

  private mutating func goBack(to multipliers: [Double]) -> Bool {
    point.multipliers = multipliers
    return scan()
  }

  /// Reads the whole model at the point: its bound, and the options worth looking at for a while.
  private mutating func scan() -> Bool {
    let width = max(Self.widthInTemperatures * temperature, Self.widthInSpreads * spread)
    guard point.scan(width: width, isOver: isOver) else { return false }
    if point.scannedBound > best.bound { best = (point.scannedBound, point.multipliers) }
    return true
  }
}
