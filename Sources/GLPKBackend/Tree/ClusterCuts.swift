/// Rounding cuts from the limits, and bends of prices, of clusters of resources: their rows added, the options of groups that are
/// nearly decided complemented by way of the rows of these groups, and rounded by some multiple of a consumption.
struct ClusterCuts {
  /// Rows are taken so many times, so that divisors can lie just beside a consumption and coefficients are large.
  private static let grain: Int64 = 1 << 20
  private static let smallestViolation = 1e-4
  private static let mostDivisors = 240

  let formulation: TreeFormulation

  init(_ formulation: TreeFormulation) { self.formulation = formulation }

  /// The best cut of each cluster that the point violates.
  func cuts(of clusters: Clusters, point: [Double], deriver: inout CutDeriver) -> [ExactCut] {
    // Below the bend intervals stand at their width: the load of the bend is what is left.
    let isComplemented = Array(repeating: false, count: formulation.optionColumns) + clusters.isFull
    return clusters.rows.compactMap { rows in
      guard let best = best(Book(formulation, rows: rows, isFull: clusters.isFull, point: point)) else { return nil }
      var combination = RowCombination()
      combination.rows = rows.map { (formulation.groupRows + $0, Self.grain) }
      for item in best.complemented { combination.rows.append((item.group, -item.amount * Self.grain)) }
      return deriver.derive(combination, divisor: best.divisor, isComplemented: isComplemented, cuts: [])
    }
  }

  private struct Choice {
    var divisor: Int64
    var complemented: [Item]
    var violation: Double
  }

  /// What one group may take from a cluster.
  private struct Item {
    let group: Int
    /// The least that its options consume, in quanta.
    let amount: Int64
    /// How much of the group is in the cluster at the point.
    let weight: Double
  }

  private struct Book {
    var items: [Item] = []
    var limit: Int64 = 0

    init(_ formulation: TreeFormulation, rows: [Int], isFull: [Bool], point: [Double]) {
      var amounts: [Int: (least: Int64, weight: Double)] = [:]
      for row in rows {
        limit += formulation.lows[row]
        for interval in formulation.intervalsOfRow[row] where isFull[interval] {
          limit += formulation.intervals[interval].width
        }
        var group = 0
        for entry in formulation.entryStarts[row]..<formulation.entryStarts[row + 1] {
          let (column, amount) = (Int(formulation.entryColumns[entry]), Int64(formulation.entryAmounts[entry]))
          while column >= formulation.groupColumns[group].upperBound { group += 1 }
          guard amount > 0 else { continue }
          let known = amounts[group] ?? (amount, 0)
          amounts[group] = (min(known.least, amount), known.weight + point[column])
        }
      }
      items = amounts.sorted { $0.key < $1.key }.map {
        Item(group: $0.key, amount: $0.value.least, weight: min(1, $0.value.weight))
      }
    }
  }

  private func best(_ book: Book) -> Choice? {
    var best: Choice?
    let divisors = divisors(of: book.items)
    for threshold in [0.999, 0.5] {
      let complemented = book.items.filter { $0.weight > threshold }
      let open = book.items.filter { $0.weight <= threshold }
      let left = complemented.reduce(book.limit) { $0 - $1.amount } * Self.grain
      for divisor in divisors {
        let violation = violation(divisor: divisor, left: left, open: open, complemented: complemented)
        if violation > best?.violation ?? Self.smallestViolation {
          best = Choice(divisor: divisor, complemented: complemented, violation: violation)
        }
      }
    }
    return best
  }

  /// Multiples of the consumptions of undecided groups, and what lies just beside them.
  private func divisors(of items: [Item]) -> [Int64] {
    var found = Set<Int64>()
    for item in items where item.weight > 0.005 && item.weight < 0.995 {
      let amount = item.amount * Self.grain
      for divisor in [amount + 1, amount / 2 + 1, amount * 2 + 1, amount / 3 + 1, amount - 1] where divisor > 1 {
        found.insert(divisor)
      }
    }
    return Array(found.sorted().prefix(Self.mostDivisors))
  }

  /// By how much, relative to the size of its coefficients, the rounded row is violated.
  private func violation(divisor: Int64, left: Int64, open: [Item], complemented: [Item]) -> Double {
    let ratio = Double(left) / Double(divisor)
    let fraction = ratio - ratio.rounded(.down)
    guard 0.02...0.98 ~= fraction else { return 0 }
    func rounded(_ amount: Int64) -> Double {
      let ratio = Double(amount) * Double(Self.grain) / Double(divisor)
      let whole = ratio.rounded(.down)
      return whole + max(0, ratio - whole - fraction) / (1 - fraction)
    }
    var activity = -ratio.rounded(.down)
    var squares = 1e-9
    for item in open where item.weight > 0 {
      let coefficient = rounded(item.amount)
      activity += coefficient * item.weight
      squares += coefficient * coefficient
    }
    for item in complemented {
      let coefficient = rounded(-item.amount)
      activity += coefficient * (1 - item.weight)
      squares += item.weight < 0.999 ? coefficient * coefficient : 0
    }
    return activity / squares.squareRoot()
  }
}
