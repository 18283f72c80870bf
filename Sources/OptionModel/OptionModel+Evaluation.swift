extension OptionModel {
  /// Loads of all resources under a selection, in quanta. O(groups + consumptions of the chosen options).
  package func loads(of selection: Selection) -> [Int64] {
    var loads = [Int64](repeating: 0, count: resourceCount)
    for group in 0..<groupCount {
      for consumed in consumptions(ofOption: selection[group]) {
        loads[consumed.resource] += consumed.amount
      }
    }
    return loads
  }

  /// The objective by level, in micropoints: constants, option costs and the prices of the resources of that level.
  package func objectives(of selection: Selection) -> [Int64] {
    var totals = constants
    for level in 0..<levelCount {
      for group in 0..<groupCount { totals[level] += cost(ofOption: selection[group], level: level) }
    }
    for (resource, load) in zip(resources, loads(of: selection)) {
      totals[Int(resource.level)] += resource.charge(at: load)
    }
    return totals
  }

  /// The objective of a model with one level, in micropoints.
  package func objective(of selection: Selection) -> Int64 { objectives(of: selection)[0] }

  /// Resources outside their hard limits, with the amount in quanta; empty when the selection is feasible.
  package func violations(of selection: Selection) -> [(resource: Int, amount: Int64)] {
    zip(resources, loads(of: selection)).enumerated().compactMap { index, pair in
      let amount = pair.0.violation(at: pair.1)
      return amount > 0 ? (index, amount) : nil
    }
  }
}
