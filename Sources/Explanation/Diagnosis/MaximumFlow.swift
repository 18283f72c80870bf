/// The largest flow from a source to a sink in whole numbers, and a smallest cut, which proves it (Ford and Fulkerson
/// 1956; Dinitz 1970).
///
/// O(nodes^2 edges) at worst; far less on the shallow networks here.
struct MaximumFlow {
  private var heads: [[Int]]
  private var targets: [Int] = []
  private var rests: [Int64] = []
  private var levels: [Int] = []
  private var next: [Int] = []

  init(nodeCount: Int) { heads = Array(repeating: [], count: nodeCount) }

  mutating func connect(_ start: Int, _ end: Int, capacity: Int64) {
    heads[start].append(targets.count)
    targets.append(end)
    rests.append(capacity)
    heads[end].append(targets.count)
    targets.append(start)
    rests.append(0)
  }

  /// Sends as much as possible and returns it.
  mutating func maximise(from source: Int, to sink: Int) -> Int64 {
    var total: Int64 = 0
    while level(from: source, to: sink) {
      next = Array(repeating: 0, count: heads.count)
      while case let sent = send(.max, from: source, to: sink), sent > 0 { total += sent }
    }
    return total
  }

  /// After `maximise`: the nodes on the source's side of a smallest cut.
  func reachable(from source: Int) -> [Bool] {
    var isReached = Array(repeating: false, count: heads.count)
    isReached[source] = true
    var open = [source]
    while let node = open.popLast() {
      for edge in heads[node] where rests[edge] > 0 && !isReached[targets[edge]] {
        isReached[targets[edge]] = true
        open.append(targets[edge])
      }
    }
    return isReached
  }

  private mutating func level(from source: Int, to sink: Int) -> Bool {
    levels = Array(repeating: -1, count: heads.count)
    levels[source] = 0
    var queue = [source]
    var first = 0
    while first < queue.count {
      let node = queue[first]
      first += 1
      for edge in heads[node] where rests[edge] > 0 && levels[targets[edge]] < 0 {
        levels[targets[edge]] = levels[node] + 1
        queue.append(targets[edge])
      }
    }
    return levels[sink] >= 0
  }

  /// Depth is that of the levels, a handful.
  private mutating func send(_ limit: Int64, from node: Int, to sink: Int) -> Int64 {
    if node == sink { return limit }
    while next[node] < heads[node].count {
      let edge = heads[node][next[node]]
      let target = targets[edge]
      if rests[edge] > 0, levels[target] == levels[node] + 1 {
        let sent = send(min(limit, rests[edge]), from: target, to: sink)
        if sent > 0 {
          rests[edge] -= sent
          rests[edge ^ 1] += sent
          return sent
        }
      }
      next[node] += 1
    }
    return 0
  }
}
