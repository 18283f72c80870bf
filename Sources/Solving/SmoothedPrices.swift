import Foundation
import OptionModel

/// The prices and limits of all resources in floating point, for the smoothed dual.
///
/// Loads of every resource are divided by its unit, the mean magnitude of its consumptions, so that one micropoint per
/// unit of any multiplier means about the same. A price is a sum of intervals of constant slope; what the Lagrangian
/// loses on an interval, `min(0, slope - multiplier)` times its width, is softened at a temperature.
struct SmoothedPrices {
  /// Mean magnitude of the consumptions of each resource, in quanta.
  let units: [Double]
  /// Beyond these a multiplier only loses, in micropoints per unit.
  let ranges: [ClosedRange<Double>]
  /// The model's constant and the prices of the smallest permitted loads, in micropoints.
  let constant: Double
  /// Intervals `segmentStarts[r] ..< segmentStarts[r + 1]` with slope and width in the same units.
  private let segmentStarts: [Int]
  private let slopes: [Double]
  private let widths: [Double]
  private let lowestLoads: [Double]

  /// What the prices contribute at some multipliers and temperature, in micropoints.
  struct Sums {
    var value = 0.0
    var bound = 0.0
    /// What the softening takes off, so that `value + softening` is the price of the expected loads.
    var softening = 0.0
  }

  var resourceCount: Int { units.count }

  /// O(size of the model). `permitted` is, per resource, its attainable loads inside the hard limits.
  init(_ model: OptionModel, permitted: [ClosedRange<Int64>]) {
    let units = model.meanConsumptions().map { $0 > 0 ? $0 : 1 }
    self.units = units
    let curves = zip(model.resources, permitted).map { PriceCurve(of: $0, over: $1) }
    segmentStarts = curves.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.intervals.count) }
    slopes = zip(curves, units).flatMap { curve, unit in curve.intervals.map { Double($0.slope) * unit } }
    widths = zip(curves, units).flatMap { curve, unit in curve.intervals.map { Double($0.width) / unit } }
    lowestLoads = zip(permitted, units).map { Double($0.lowerBound) / $1 }
    constant = zip(model.resources, permitted).reduce(Double(model.constants[0])) {
      $0 + Double($1.0.charge(at: $1.1.lowerBound))
    }
    ranges = zip(zip(curves, model.resources), units).map { pair, unit in
      Self.usefulMultipliers(pair.0, limits: pair.1, unit: unit)
    }
  }

  /// Beyond the outermost slopes a multiplier only loses, unless a hard limit ends the loads on that side.
  private static func usefulMultipliers(
    _ curve: PriceCurve, limits: Resource, unit: Double
  ) -> ClosedRange<Double> {
    let first = Double(curve.intervals.first?.slope ?? 0) * unit
    let last = Double(curve.intervals.last?.slope ?? 0) * unit
    let low = curve.range.lowerBound == limits.lower ? -1e18 : first
    let high = curve.range.upperBound == limits.upper ? 1e18 : last
    return low...max(low, high)
  }

  /// Sets the gradient to minus the load that each price would like, and the curvature to the diagonal of the negative
  /// Hessian of the prices. O(intervals).
  func evaluate(
    at multipliers: [Double], temperature: Double, gradient: inout [Double], curvature: inout [Double]
  ) -> Sums {
    var sums = Sums(value: constant, bound: constant)
    for resource in 0..<resourceCount {
      let multiplier = multipliers[resource]
      var load = lowestLoads[resource]
      sums.value -= multiplier * load
      sums.bound -= multiplier * load
      var bend = 0.0
      for segment in segmentStarts[resource]..<segmentStarts[resource + 1] {
        let (gain, width) = (multiplier - slopes[segment], widths[segment])
        let ratio = gain / temperature
        let decay = exp(-ratio.magnitude)
        let share = ratio > 0 ? 1 / (1 + decay) : decay / (1 + decay)
        let soft = max(0, gain) + temperature * log1p(decay)
        sums.value -= width * soft
        sums.bound -= width * max(0, gain)
        sums.softening += width * (soft - share * gain)
        load += width * share
        bend += width * share * (1 - share)
      }
      gradient[resource] = -load
      curvature[resource] = bend / temperature
    }
    return sums
  }

  /// What the prices contribute to the bound without softening. O(intervals).
  func bound(at multipliers: [Double]) -> Double {
    var bound = constant
    for resource in 0..<resourceCount {
      let multiplier = multipliers[resource]
      bound -= multiplier * lowestLoads[resource]
      for segment in segmentStarts[resource]..<segmentStarts[resource + 1] {
        bound -= widths[segment] * max(0, multiplier - slopes[segment])
      }
    }
    return bound
  }
}
