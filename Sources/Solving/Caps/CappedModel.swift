package import OptionModel

/// A model with cost caps, written as one without: search, bounds and proofs need not know about caps.
///
/// A cap becomes a resource with a hard limit that options consume their costs of. Where it charges the load of a
/// resource, the load beyond the range where its price is least is bought in parts (see `CapDigits`): each part is a group
/// with two options, "not taken" and "taken", which consumes its width of the resource and its price of the cap. The linear
/// relaxation, and so the best Lagrangian bound, is that of the cap with its price itself. A resource that the objective
/// charges nothing for takes the parts itself; else it gets a twin with the same consumptions.
///
/// Amounts of the cap are 32-bit numbers. Where its micropoints have no common divisor that makes them small enough, they
/// are rounded down: then the model permits a little more than the cap does. Bounds hold all the same, and `permits` tells.
package struct CappedModel: Sendable {
  package let base: OptionModel
  package let caps: [CostCap]
  package let model: OptionModel
  /// Whether the model permits exactly what the caps do.
  package let isExact: Bool
  /// The resource and the quantum in micropoints of each cap.
  private let rows: [(resource: Int, micropoints: Int64)]
  private let excesses: [CapExcess]

  /// O(size of the model). Throws when the sums could leave the 64-bit range.
  package init(_ base: OptionModel, caps: [CostCap]) throws(InvalidOptionModel) {
    self.base = base
    self.caps = caps
    var assembly = CapAssembly(base)
    for cap in caps { assembly.add(cap) }
    model = try assembly.build()
    isExact = assembly.isExact
    rows = assembly.rows
    excesses = assembly.excesses
  }

  /// Inside all limits and caps, in exact integers.
  package func permits(_ selection: Selection) -> Bool {
    base.violations(of: selection).isEmpty && caps.allSatisfy { $0.isKept(by: selection, in: base) }
  }

  /// The selection with the parts that its loads need.
  package func extended(_ selection: Selection) -> Selection {
    let loads = base.loads(of: selection)
    var result = selection
    for excess in excesses {
      for (offset, isTaken) in excess.taken(at: loads[excess.resource]).enumerated() {
        let group = excess.firstGroup + offset
        result.options.append(Int32(model.options(ofGroup: group).lowerBound + (isTaken ? 1 : 0)))
      }
    }
    return result
  }

  package func original(_ selection: Selection) -> Selection {
    Selection(Array(selection.options.prefix(base.groupCount)))
  }

  /// Multipliers of the model as a price of each cap, in micropoints per micropoint, and multipliers of the resources of
  /// the base, in 1/65536 micropoints per quantum.
  package func parts(of multipliers: Multipliers) -> (capPrices: [Double], resources: [Int64]) {
    var values = Array(multipliers.values.prefix(base.resourceCount))
    for excess in excesses where excess.row >= base.resourceCount {
      values[excess.resource] = Int64(
        clamping: Int128(values[excess.resource]) + Int128(multipliers.values[excess.row]))
    }
    let prices = rows.map { row in
      max(0, Double(multipliers.values[row.resource]) / Double(Multipliers.scale) / Double(row.micropoints))
    }
    return (prices, values)
  }

  /// The way back where a cap's price and multipliers of the base are known; twins get none.
  func multipliers(capPrices: [Double], resources: [Double]) -> Multipliers {
    var values = [Int64](repeating: 0, count: model.resourceCount)
    let scale = Double(Multipliers.scale)
    for (index, value) in resources.enumerated() { values[index] = Self.rounded(value) }
    for (row, price) in zip(rows, capPrices) {
      values[row.resource] = Self.rounded(price * scale * Double(row.micropoints))
    }
    return Multipliers(values)
  }

  private static func rounded(_ value: Double) -> Int64 {
    Int64(exactly: max(-1e18, min(1e18, value)).rounded()) ?? 0
  }
}

/// The parts in which the load of one resource is bought under one cap.
struct CapExcess: Sendable {
  /// Of the base.
  let resource: Int
  /// Of the model: the resource itself or its twin.
  let row: Int
  let firstGroup: Int
  /// Loads for which the cap charges least.
  let free: ClosedRange<Int64>
  let above: CapDigits
  let below: CapDigits

  /// By group: those above come first. Beyond all intervals, which limits forbid, everything is taken.
  func taken(at load: Int64) -> [Bool] {
    let up = above.taken(for: max(0, load - free.upperBound)) ?? Array(repeating: true, count: above.partCount)
    let down = below.taken(for: max(0, free.lowerBound - load)) ?? Array(repeating: true, count: below.partCount)
    return up + down
  }
}
