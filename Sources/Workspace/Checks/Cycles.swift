/// Cycles in a forest that is given by the parent of each member.
enum Cycles {
  /// Each cycle once, from its smallest member on, in the order of the arrows. Linear time.
  static func find(in parents: [Int?]) -> [[Int]] {
    var visitedBy = [Int](repeating: -1, count: parents.count)
    var cycles: [[Int]] = []
    for start in parents.indices where visitedBy[start] < 0 {
      var member = start
      while visitedBy[member] < 0 {
        visitedBy[member] = start
        guard let parent = parents[member] else { break }
        member = parent
      }
      guard visitedBy[member] == start, parents[member] != nil else { continue }
      let cycle = cycle(through: member, parents)
      if cycle.count > 0, parents[cycle[cycle.count - 1]] == cycle[0] { cycles.append(cycle) }
    }
    return cycles
  }

  private static func cycle(through member: Int, _ parents: [Int?]) -> [Int] {
    var cycle = [member]
    while let next = parents[cycle[cycle.count - 1]], next != member, cycle.count <= parents.count {
      cycle.append(next)
    }
    let smallest = cycle.indices.min { cycle[$0] < cycle[$1] } ?? 0
    return Array(cycle[smallest...] + cycle[..<smallest])
  }

  /// `A -> B -> A`, shortened in the middle.
  static func shown(_ ids: [String]) -> String {
    let shown = ids.map { DisplayText.shown($0, limit: 24) }
    let parts =
      shown.count > 8 ? shown.prefix(5) + ["(\(shown.count - 6) more)"] + shown.suffix(1) : shown[...]
    return (parts + shown.prefix(1)).joined(separator: " -> ")
  }
}
