import OptionModel

/// What a node branches on.
enum Choice {
  case split(Split)
  case fan(Fan)
}

/// A way to branch in two, in option columns.
enum Split {
  /// In one child the group loses the columns inside, in the other those outside.
  case group(GroupSplit)
  /// In one child at most `threshold` of the aggregate are chosen, in the other more.
  case aggregate(number: Int, Aggregate, threshold: Int32)
}

struct GroupSplit {
  /// The row of the group.
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
struct GroupSplitFinder {
  let formulation: TreeFormulation
  private static let smallestWeight = 0.02

  /// The best split of each fractional group; prices by resource row in points per quantum.
  func splits(point: [Double], prices: [Double], excluded: ColumnSet) -> [GroupSplit] {
    formulation.groupColumns.enumerated().compactMap { group, columns in
      let largest = columns.reduce(0) { max($0, point[$1]) }
      guard largest < 1 - 1e-6 else { return nil }
      return best(group, columns: columns.filter { !excluded.contains($0) }, point: point, prices: prices)
    }
  }

  /// The column with the largest weight against all others; `nil` when there are no others.
  func single(_ columns: [Int], of group: Int, point: [Double]) -> GroupSplit? {
    guard columns.count > 1, let top = columns.max(by: { point[$0] < point[$1] }) else { return nil }
    return GroupSplit(
      group: group, inside: [top], outside: columns.filter { $0 != top }, weight: point[top], worth: 0)
  }

  /// The columns above and below the mean load of the resource whose load is dearest to decide.
  private func best(_ group: Int, columns: [Int], point: [Double], prices: [Double]) -> GroupSplit? {
    let used = columns.filter { point[$0] > 1e-9 }
    var best = (worth: 1e-9, row: -1, mean: 0.0)
    for (row, mean) in means(of: used, point: point).sorted(by: { $0.key < $1.key }) {
      let spread = used.reduce(0) { $0 + point[$1] * (load($1, row) - mean).magnitude }
      let worth = spread * prices[row].magnitude
      if worth > best.worth { best = (worth, row, mean) }
    }
    if best.row >= 0 {
      let inside = columns.filter { load($0, best.row) > best.mean }
      let weight = inside.reduce(0) { $0 + point[$1] }
      if weight > Self.smallestWeight, weight < 1 - Self.smallestWeight {
        let outside = columns.filter { load($0, best.row) <= best.mean }
        return GroupSplit(group: group, inside: inside, outside: outside, weight: weight, worth: best.worth)
      }
    }
    return single(columns, of: group, point: point)
  }

  /// Mean loads of all resource rows that the columns consume, weighted by the relaxation.
  private func means(of columns: [Int], point: [Double]) -> [Int: Double] {
    var means: [Int: Double] = [:]
    for column in columns {
      for (row, amount) in entries(column) { means[row, default: 0] += point[column] * Double(amount) }
    }
    return means
  }

  private func load(_ column: Int, _ row: Int) -> Double {
    for (found, amount) in entries(column) where found == row { return Double(amount) }
    return 0
  }

  private func entries(_ column: Int) -> some Sequence<(Int, Int64)> {
    let model = formulation.model
    return model.consumptions(ofOption: Int(formulation.options[column])).lazy.compactMap { consumed in
      let row = formulation.rowOfResource[consumed.resource]
      return row >= 0 ? (Int(row), consumed.amount) : nil
    }
  }
}
