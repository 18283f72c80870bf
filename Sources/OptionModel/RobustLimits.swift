/// Limits that must hold although some of the consumptions may be higher than they are in the model.
///
/// Every option has *deviations*: so much more of a resource is consumed if the surprise of one unit (an account, say)
/// comes true. At most `count` units may surprise at one resource at once; which ones is not known. A selection is robust
/// when every limit holds with the `count` largest deviations of what it has chosen added (D. Bertsimas and M. Sim, "The
/// Price of Robustness", Operations Research 52(1), 2004, section 3).
package struct RobustLimits: Sendable {
  /// Entries of option o: `starts[o] ..< starts[o + 1]`.
  package private(set) var starts: [UInt32] = [0]
  package private(set) var units: [Int32] = []
  package private(set) var resources: [Int32] = []
  /// At least 1.
  package private(set) var amounts: [Int32] = []
  /// How many units may surprise at one resource.
  package let count: Int
  /// The upper limit with surprises, by resource; `nil`: none.
  package let limits: [Int64?]

  package init(count: Int, limits: [Int64?]) {
    self.count = count
    self.limits = limits
  }

  /// Options come in the order of the model; an option ends with `endOption()`.
  package mutating func add(_ amount: Int64, of resource: Int, unit: Int) {
    guard amount > 0, limits[resource] != nil else { return }
    units.append(Int32(unit))
    resources.append(Int32(resource))
    amounts.append(Int32(clamping: amount))
  }

  package mutating func endOption() { starts.append(UInt32(units.count)) }

  package func entries(ofOption option: Int) -> Range<Int> { Int(starts[option])..<Int(starts[option + 1]) }

  /// A resource with the units whose surprise together takes most, and the load with it.
  package struct Worst: Sendable, Hashable {
    package let resource: Int
    /// At most `count`, ascending.
    package let units: [Int32]
    package let load: Int64
    /// The smallest of these deviations; 0 where fewer than `count` units deviate.
    package let threshold: Int64
  }

  /// By resource with a limit: the worst that may come to a selection. O(size of the selection).
  package func worst(of selection: Selection, in model: OptionModel) -> [Worst] {
    var deviations: [Int: [(amount: Int64, unit: Int32)]] = [:]
    for option in selection.options {
      for entry in entries(ofOption: Int(option)) {
        deviations[Int(resources[entry]), default: []].append((Int64(amounts[entry]), units[entry]))
      }
    }
    let loads = model.loads(of: selection)
    return limits.indices.filter { limits[$0] != nil }.map { resource in
      // Larger first; of equals the unit that comes first, so that the same selection has the same answer.
      let sorted = (deviations[resource] ?? []).sorted { ($1.amount, $0.unit) < ($0.amount, $1.unit) }
      let largest = sorted.prefix(count)
      return Worst(
        resource: resource, units: largest.map(\.unit).sorted(),
        load: loads[resource] + largest.reduce(0) { $0 + $1.amount },
        threshold: largest.count < count ? 0 : largest.last?.amount ?? 0)
    }
  }

  /// Where the worst is above its limit.
  package func breaches(of selection: Selection, in model: OptionModel) -> [Worst] {
    worst(of: selection, in: model).filter { $0.load > limits[$0.resource] ?? .max }
  }
}
