import OptionModel

/// The objective and the caps added up with whole weights that follow from multipliers of the model with its caps.
struct WeightedCaps {
  /// Weights of the objective that are tried for a proof, until the sums fit 64 bits.
  static let forProof: [Int64] = [1 << 14, 1 << 10, 1 << 6, 1 << 3, 1]
  /// For a search coarser weights do.
  static let forSearch: [Int64] = [1 << 7, 1 << 3, 1]

  let model: OptionModel
  let proof: CapProof

  /// - Parameter factor: how much more the caps weigh than the multipliers say.
  init?(_ capped: CappedModel, _ multipliers: Multipliers, factor: Double = 1, finest weights: [Int64] = forProof) {
    let parts = capped.parts(of: multipliers)
    for weight in weights {
      let scaled = parts.capPrices.map { Int64(exactly: ($0 * factor * Double(weight)).rounded()) }
      let capWeights = scaled.compactMap { $0 }
      guard capWeights.count == scaled.count,
        let model = try? capped.base.scalarised(
          weight: weight, caps: zip(capped.caps, capWeights).map { (cap: $0, weight: $1) })
      else { continue }
      self.model = model
      proof = CapProof(
        weight: weight, capWeights: capWeights,
        multipliers: Multipliers(parts.resources.map { Int64(clamping: Int128($0) * Int128(weight)) }))
      return
    }
    return nil
  }
}
