/// Finds numbers worth branching on: how many groups that consume at least so much go to a cluster of competing
/// resources, and how many of those that could do not.
///
/// Between clusters of interchangeable resources single groups change places at no cost, so that branching on one of
/// them proves nothing; how many large ones there are altogether is what the relaxation leaves fractional.
struct AggregateFinder: Sendable {
  private struct Member: Sendable {
    let column: Int32
    let group: Int32
    let amount: Int64
  }

  private static let fractions = 0.05...0.95

  private let formulation: TreeFormulation
  /// By cluster: its columns by rising number.
  private let members: [[Member]]
  /// By cluster and group row: the columns that consume nothing of its kind.
  private let outsiders: [[[Int32]]]

  init(_ formulation: TreeFormulation, clusters: Clusters) {
    self.formulation = formulation
    let kinds = Clusters.kinds(formulation)
    members = clusters.rows.map { Self.members(of: $0, formulation) }
    var known: [Int: [[Int32]]] = [:]
    outsiders = clusters.rows.map { rows in
      let kind = kinds[rows[0]]
      let found = known[kind] ?? Self.outsiders(ofKind: kind, kinds, formulation)
      known[kind] = found
      return found
    }
  }

  private static func members(of rows: [Int], _ formulation: TreeFormulation) -> [Member] {
    var amounts: [Int32: Int64] = [:]
    for row in rows {
      for entry in formulation.entryStarts[row]..<formulation.entryStarts[row + 1]
      where formulation.entryAmounts[entry] > 0 {
        let column = formulation.entryColumns[entry]
        amounts[column] = max(amounts[column] ?? 0, Int64(formulation.entryAmounts[entry]))
      }
    }
    var groups = [Int32](repeating: 0, count: formulation.optionColumns)
    for (group, columns) in formulation.groupColumns.enumerated() {
      for column in columns { groups[column] = Int32(group) }
    }
    return amounts.sorted { $0.key < $1.key }.map {
      Member(column: $0.key, group: groups[Int($0.key)], amount: $0.value)
    }
  }

  private static func outsiders(ofKind kind: Int, _ kinds: [Int], _ formulation: TreeFormulation) -> [[Int32]] {
    var isMember = [Bool](repeating: false, count: formulation.optionColumns)
    for row in formulation.resources.indices where kinds[row] == kind {
      for entry in formulation.entryStarts[row]..<formulation.entryStarts[row + 1] {
        isMember[Int(formulation.entryColumns[entry])] = true
      }
    }
    return formulation.groupColumns.map { $0.filter { !isMember[$0] }.map { Int32($0) } }
  }

  /// Aggregates whose number is fractional at the point, those nearest to a half first.
  func candidates(at point: [Double]) -> [(aggregate: Aggregate, value: Double)] {
    var found: [(aggregate: Aggregate, value: Double)] = []
    for cluster in members.indices {
      for threshold in thresholds(ofCluster: cluster, point: point) {
        let chosen = members[cluster].filter { $0.amount >= threshold }
        note(chosen.map(\.column), point, &found)
        let groups = Set(chosen.map(\.group)).sorted()
        note(groups.flatMap { outsiders[cluster][Int($0)] }, point, &found)
      }
    }
    return found.sorted { Self.distance($0.value) < Self.distance($1.value) }
  }

  private func note(_ columns: [Int32], _ point: [Double], _ found: inout [(aggregate: Aggregate, value: Double)]) {
    guard columns.count > 1 else { return }
    let value = columns.reduce(0) { $0 + point[Int($1)] }
    guard Self.fractions ~= value - value.rounded(.down) else { return }
    found.append((Aggregate(columns: columns), value))
  }

  private static func distance(_ value: Double) -> Double { (value - value.rounded(.down) - 0.5).magnitude }

  /// Everything, and quartiles of what the fractional groups consume.
  private func thresholds(ofCluster cluster: Int, point: [Double]) -> [Int64] {
    let fractional = members[cluster].filter { 1e-5..<(1 - 1e-5) ~= point[Int($0.column)] }.map(\.amount).sorted()
    guard let largest = fractional.last else { return [0] }
    let places = [fractional.count / 2, fractional.count / 4, 3 * fractional.count / 4]
    return [0, largest] + Set(places.map { fractional[$0] }).subtracting([largest]).sorted()
  }
}
