import OptionModel

/// A tree that goes through the options of one group after the other, with the slope of the price at the load of each
/// selection for its multiplier: the value of a leaf is then the objective itself.
struct CompleteProof {
  private let model: OptionModel
  private let curves: [PriceCurve]
  private var nodes: [TreeProof.Node] = []

  init(_ model: OptionModel, curves: [PriceCurve]) { (self.model, self.curves) = (model, curves) }

  /// Splits are the options, one by one.
  func proof(cutoff: Int64) -> TreeProof {
    var builder = self
    builder.add(group: 0, chosen: [])
    let splits = (0..<model.optionCount).map { TreeProof.Split(options: [Int32($0)], threshold: 0) }
    let zeros = Multipliers(model.resources.map { _ in 0 })
    return TreeProof(cutoff: cutoff, fixing: zeros, splits: splits, nodes: builder.nodes)
  }

  private mutating func add(group: Int, chosen: [Int32]) {
    guard group < model.groupCount else {
      nodes.append(.leaf(leaf(Selection(chosen))))
      return
    }
    let options = model.options(ofGroup: group)
    for option in options {
      // The last option needs no split of its own.
      guard option < options.upperBound - 1 else { return add(group: group + 1, chosen: chosen + [Int32(option)]) }
      let index = nodes.count
      nodes.append(.inner(split: Int32(option), below: 0, above: Int32(index + 1)))
      add(group: group + 1, chosen: chosen + [Int32(option)])
      nodes[index] = .inner(split: Int32(option), below: Int32(nodes.count), above: Int32(index + 1))
    }
  }

  private func leaf(_ selection: Selection) -> TreeProof.Leaf {
    let loads = model.loads(of: selection)
    return TreeProof.Leaf(
      resources: zip(curves, loads).map { curve, load in
        if load > curve.range.upperBound { return 1_000_000 * Multipliers.scale }
        if load < curve.range.lowerBound { return -1_000_000 * Multipliers.scale }
        let interval = curve.intervals.last { $0.start <= load } ?? curve.intervals.first
        return (interval?.slope ?? 0) * Multipliers.scale
      })
  }
}
