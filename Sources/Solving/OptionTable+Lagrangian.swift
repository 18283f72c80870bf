import Foundation
import OptionModel

extension OptionTable {
  /// What groups contribute to the smoothed Lagrangian, in micropoints.
  struct Sums {
    var value = 0.0
    var bound = 0.0
    /// What the softening takes off, so that `value + softening` is the cost of the expected choices.
    var softening = 0.0
  }

  /// The soft minimum of some groups; sets the weight of each of their options and the expected loads, in quanta.
  /// `prices` are in micropoints per quantum. O(consumptions).
  func evaluate(
    _ groups: Range<Int>, at prices: [Double], temperature: Double, weights: inout [Double], loads: inout [Double]
  ) -> Sums {
    let range = options(of: groups)
    if weights.count < range.count { weights = Array(repeating: 0, count: range.count) }
    var sums = Sums()
    let (groupStarts, costs, places) = (groupStarts.span, costs.span, places.span)
    let (resources, amounts, prices) = (resources.span, amounts.span, prices.span)
    var weights = weights.mutableSpan
    var loads = loads.mutableSpan
    for resource in loads.indices { loads[unchecked: resource] = 0 }
    for group in groups {
      let options = Int(groupStarts[unchecked: group])..<Int(groupStarts[unchecked: group + 1])
      let shift = range.lowerBound
      var smallest = Double.infinity
      for option in options {
        let cost = places[unchecked: option].price(from: Double(costs[unchecked: option]), resources, amounts, prices)
        weights[unchecked: option - shift] = cost
        smallest = min(smallest, cost)
      }
      let inside = (options.lowerBound - shift)..<(options.upperBound - shift)
      let (total, mean) = Self.soften(&weights, inside, above: smallest, temperature: temperature)
      let soft = temperature * log(total)
      sums.bound += smallest
      sums.value += smallest - soft
      sums.softening += soft + temperature * mean / total
      for option in options where weights[unchecked: option - shift] > 0 {
        let weight = weights[unchecked: option - shift] / total
        weights[unchecked: option - shift] = weight
        places[unchecked: option].addLoads(resources, amounts, times: weight, to: &loads)
      }
    }
    return sums
  }

  /// Turns priced costs into weights that fall with the distance to the smallest; their sum, and that of weight times
  /// distance.
  @inline(__always)
  private static func soften(
    _ weights: inout MutableSpan<Double>, _ range: Range<Int>, above smallest: Double, temperature: Double
  ) -> (total: Double, mean: Double) {
    var (total, mean) = (0.0, 0.0)
    for index in range {
      let distance = (weights[unchecked: index] - smallest) / temperature
      let weight = distance > negligible ? 0 : exp(-distance)
      weights[unchecked: index] = weight
      total += weight
      mean += weight * distance
    }
    return (total, mean)
  }

  /// Weights below `exp` of minus this do not count.
  private static let negligible = 40.0

  /// Adds to `bound` the smallest priced cost of some groups and writes which options have them, from index `first` on.
  /// Keeps in `core` the options at most `width` above, until it holds `capacity` options; tells whether all of
  /// them found room. O(consumptions).
  func scan(
    _ groups: Range<Int>, at prices: [Double], width: Double, capacity: Int, into core: inout OptionTable,
    cheapest: inout [Int32], from first: Int, bound: inout Double
  ) -> Bool {
    let (groupStarts, costs, places) = (groupStarts.span, costs.span, places.span)
    let (resources, amounts, prices) = (resources.span, amounts.span, prices.span)
    var priced: [Double] = []
    var isComplete = true
    for group in groups {
      let options = Int(groupStarts[group])..<Int(groupStarts[group + 1])
      if priced.count < options.count { priced = Array(repeating: 0, count: 2 * options.count) }
      var (smallest, best) = (Double.infinity, options.lowerBound)
      for option in options {
        let cost = places[unchecked: option].price(from: Double(costs[unchecked: option]), resources, amounts, prices)
        priced[option - options.lowerBound] = cost
        if cost < smallest { (smallest, best) = (cost, option) }
      }
      bound += smallest
      cheapest[first + group - groups.lowerBound] = Int32(truncatingIfNeeded: best)
      isComplete = isComplete && core.optionCount <= capacity
      guard isComplete else { continue }
      for option in options where priced[option - options.lowerBound] <= smallest + width {
        core.append(option, of: self)
      }
      core.endGroup()
    }
    return isComplete
  }
}
