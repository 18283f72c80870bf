import CGLPK
import OptionModel

/// A way to branch: in one child the group loses the options inside, in the other those outside.
struct Split {
  let group: Int
  let inside: [Int]
  let outside: [Int]
  /// The part of the group's weight in the relaxation that lies inside, between 0 and 1.
  let weight: Double
  /// How much the relaxation pays for the resource whose load the split decides: the first guess of its worth.
  let worth: Double
}

/// Finds splits of groups whose relaxation is fractional.
///
/// A single option makes a poor split: to forbid one of twenty changes nothing. So the options of a group are
/// divided at the mean load of one resource: both children then exclude the load that the relaxation uses.
struct SplitFinder {
  let model: OptionModel
  private static let smallestWeight = 0.02

  /// The best split of each fractional group.
  func splits(point: [Double], prices: [Double], excluded: ColumnSet) -> [Split] {
    (0..<model.groupCount).compactMap { group in
      let options = model.options(ofGroup: group)
      let largest = options.reduce(0) { max($0, point[$1]) }
      guard largest < 1 - 1e-6 else { return nil }
      return best(group, options: options.filter { !excluded.contains($0) }, point: point, prices: prices)
    }
  }

  /// The option with the largest weight against all others; `nil` when there are no others.
  func single(_ options: [Int], of group: Int, point: [Double]) -> Split? {
    guard options.count > 1, let top = options.max(by: { point[$0] < point[$1] }) else { return nil }
    return Split(group: group, inside: [top], outside: options.filter { $0 != top }, weight: point[top], worth: 0)
  }

  /// The options above and below the mean load of the resource whose load is dearest to decide.
  private func best(_ group: Int, options: [Int], point: [Double], prices: [Double]) -> Split? {
    let used = options.filter { point[$0] > 1e-9 }
    var best = (worth: 1e-9, resource: -1, mean: 0.0)
    for (resource, mean) in means(of: used, point: point).sorted(by: { $0.key < $1.key }) {
      let spread = used.reduce(0) { $0 + point[$1] * (load($1, resource) - mean).magnitude }
      let worth = spread * prices[resource].magnitude
      if worth > best.worth { best = (worth, resource, mean) }
    }
    if best.resource >= 0 {
      let inside = options.filter { load($0, best.resource) > best.mean }
      let weight = inside.reduce(0) { $0 + point[$1] }
      if weight > Self.smallestWeight, weight < 1 - Self.smallestWeight {
        let outside = options.filter { load($0, best.resource) <= best.mean }
        return Split(group: group, inside: inside, outside: outside, weight: weight, worth: best.worth)
      }
    }
    return single(options, of: group, point: point)
  }

  /// Mean loads of all resources that the options consume, weighted by the relaxation.
  private func means(of options: [Int], point: [Double]) -> [Int: Double] {
    var means: [Int: Double] = [:]
    for option in options {
      for entry in model.consumptions(ofOption: option) {
        let resource = Int(model.consumptionResources[entry])
        means[resource, default: 0] += point[option] * Double(model.consumptionAmounts[entry])
      }
    }
    return means
  }

  private func load(_ option: Int, _ resource: Int) -> Double {
    for entry in model.consumptions(ofOption: option) where model.consumptionResources[entry] == resource {
      return Double(model.consumptionAmounts[entry])
    }
    return 0
  }
}
