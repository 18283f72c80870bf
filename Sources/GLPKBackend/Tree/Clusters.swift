import CGLPK
import OptionModel
import Solving

/// Resources that compete: groups of resource rows whose loads stand at a limit or at a bend of the price and between which options of some groups could
/// change places at little cost.
///
/// Only resources of one kind are joined, that is, where a group has two options that consume the same amount of one
/// and of the other: hours with hours, slots with slots of the same period.
struct Clusters {
  /// Parts of the room between relaxation and cutoff up to which two options count as near.
  private static let nearness = [0, 0.001, 0.01, 0.03, 0.1, 0.25, 0.6]

  /// Sorted resource rows of each cluster, single rows first; each once.
  let rows: [[Int]]
  /// By interval: whether it lies below the bend, so that a relaxation fills it.
  let isFull: [Bool]

  /// `prices` are those of consumption by resource row in points per quantum, `reducedCosts` by option column in
  /// points, `room` in points. O(options squared per group).
  init(_ formulation: TreeFormulation, prices: [Double], reducedCosts: [Double], room: Double) {
    let hot = Self.hotRows(formulation, prices: prices)
    isFull = formulation.intervals.map {
      Double($0.slope) < prices[$0.row] * ScaledProblem.micropointsPerPoint
    }
    var found: [[Int]] = hot.indices.filter { hot[$0] }.map { [$0] }
    var known = Set(found)
    let links = Self.links(formulation, hot: hot, reducedCosts: reducedCosts)
    for nearness in Self.nearness {
      var sets = DisjointSets(count: hot.count)
      for link in links where link.distance <= nearness * room + 1e-9 { sets.join(link.first, link.second) }
      for cluster in sets.groups(of: hot.indices.filter { hot[$0] }) where known.insert(cluster).inserted {
        found.append(cluster)
      }
    }
    rows = found
  }

  /// Rows whose load stands at a bend of the price or at its upper limit: what is paid for more of it lies strictly
  /// between the slopes on both sides.
  private static func hotRows(_ formulation: TreeFormulation, prices: [Double]) -> [Bool] {
    formulation.resources.indices.map { row in
      let price = prices[row] * ScaledProblem.micropointsPerPoint
      let blur = 1e-6 * (1 + price.magnitude)
      let slopes = formulation.intervalsOfRow[row].map { Double(formulation.intervals[$0].slope) }
      guard slopes.allSatisfy({ ($0 - price).magnitude > blur }) else { return false }
      let full = slopes.count { $0 < price }
      if full == slopes.count { return formulation.model.resources[Int(formulation.resources[row])].upper != nil }
      return full > 0
    }
  }

  private struct Link {
    let first: Int
    let second: Int
    let distance: Double
  }

  private static func links(_ formulation: TreeFormulation, hot: [Bool], reducedCosts: [Double]) -> [Link] {
    let amounts = RowAmounts(formulation, keeping: hot)
    return formulation.groupColumns.flatMap { columns -> [Link] in
      var found: [Link] = []
      for first in columns {
        for second in columns where second > first {
          let distance = max(reducedCosts[first], reducedCosts[second])
          for (row, other) in amounts.matches(first, second) {
            found.append(Link(first: row, second: other, distance: distance))
          }
        }
      }
      return found
    }
  }

  /// For each resource row the number of its kind: rows that are linked, whatever the prices.
  static func kinds(_ formulation: TreeFormulation) -> [Int] {
    let all = [Bool](repeating: true, count: formulation.resources.count)
    let free = [Double](repeating: 0, count: formulation.optionColumns)
    var sets = DisjointSets(count: all.count)
    for link in links(formulation, hot: all, reducedCosts: free) { sets.join(link.first, link.second) }
    return all.indices.map { sets.root(of: $0) }
  }
}

/// What option columns consume of some resource rows, by column.
struct RowAmounts {
  private var starts: [Int]
  private var rows: [Int]
  private var amounts: [Int64]

  init(_ formulation: TreeFormulation, keeping isKept: [Bool]) {
    var found: [[(Int, Int64)]] = Array(repeating: [], count: formulation.optionColumns)
    for row in formulation.resources.indices where isKept[row] {
      for entry in formulation.entryStarts[row]..<formulation.entryStarts[row + 1] {
        found[Int(formulation.entryColumns[entry])].append((row, Int64(formulation.entryAmounts[entry])))
      }
    }
    starts = found.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    rows = found.flatMap { $0.map(\.0) }
    amounts = found.flatMap { $0.map(\.1) }
  }

  func entries(ofColumn column: Int) -> some Sequence<(Int, Int64)> {
    let range = starts[column]..<starts[column + 1]
    return zip(rows[range], amounts[range])
  }

  /// Pairs of different rows of which two columns consume the same amount. A column that consumes one amount several
  /// times, period after period, is matched in this order.
  func matches(_ first: Int, _ second: Int) -> [(Int, Int)] {
    var found: [(Int, Int)] = []
    var used = Set<Int>()
    for (row, amount) in entries(ofColumn: first) {
      for (other, same) in entries(ofColumn: second) where same == amount && !used.contains(other) {
        used.insert(other)
        if other != row { found.append((row, other)) }
        break
      }
    }
    return found
  }
}
