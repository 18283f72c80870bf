import OptionModel

/// The best price of the only cap of a model when the multipliers of its resources are those of the cap's own relaxation
/// times that price: the bound is concave in the price, and each point costs one evaluation of the Lagrangian.
struct CapPriceSearch {
  private let capped: CappedModel
  private let permitted: [ClosedRange<Int64>]
  private let multipliers: [Double]

  /// - Parameter multipliers: of the base with what the cap charges as its objective.
  init(_ capped: CappedModel, permitted: [ClosedRange<Int64>], multipliers: Multipliers) {
    self.capped = capped
    self.permitted = permitted
    self.multipliers = multipliers.values.map { Double($0) }
  }

  /// Multipliers of the model with its cap. Some forty evaluations, O(size of the model) each.
  var best: Multipliers {
    var price = 1.0
    var value = bound(at: price)
    for factor in [16.0, 4, 2, 1.4, 1.2, 1.1] {
      for step in [factor, 1 / factor] {
        var next = bound(at: price * step)
        while next > value, (1e-9...1e9).contains(price) {
          (price, value) = (price * step, next)
          next = bound(at: price * step)
        }
      }
    }
    return multipliers(at: price)
  }

  private func multipliers(at price: Double) -> Multipliers {
    capped.multipliers(capPrices: [price], resources: multipliers.map { $0 * price })
  }

  private func bound(at price: Double) -> Int128 {
    Lagrangian(capped.model, multipliers: multipliers(at: price), permitted: permitted).scaledBound
  }
}
