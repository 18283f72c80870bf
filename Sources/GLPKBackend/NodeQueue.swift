/// Open nodes, the one with the lowest bound first: a binary heap.
struct NodeQueue: Sendable {
  private var heap: [TreeNode] = []

  var lowestBound: Double? { heap.first?.bound }
  var count: Int { heap.count }

  mutating func push(_ node: TreeNode) {
    heap.append(node)
    var child = heap.count - 1
    while child > 0, isBefore(child, (child - 1) / 2) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> TreeNode? {
    guard !heap.isEmpty else { return nil }
    heap.swapAt(0, heap.count - 1)
    let node = heap.removeLast()
    var parent = 0
    while true {
      var first = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && isBefore(child, first) { first = child }
      guard first != parent else { return node }
      heap.swapAt(parent, first)
      parent = first
    }
  }

  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    (heap[left].bound, heap[left].number) < (heap[right].bound, heap[right].number)
  }
}
