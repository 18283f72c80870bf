/// The groups of an annealing model that have a choice and an option that consumes a resource, by resource.
struct ResourceUsers {
  private let storage = FlatStorage()
  /// Of resource `r`: `users[starts[r] ..< starts[r + 1]]`, ascending.
  private let starts: UnsafeMutablePointer<Int32>
  private let users: UnsafeMutablePointer<Int32>

  /// O(consumptions).
  init(_ model: AnnealingModel) {
    var counts = [Int32](repeating: 0, count: model.resourceCount + 1)
    Self.forEachUse(in: model) { resource, _ in counts[resource + 1] += 1 }
    for resource in 0..<model.resourceCount { counts[resource + 1] += counts[resource] }
    var places = counts
    var found = [Int32](repeating: 0, count: Int(counts[model.resourceCount]))
    Self.forEachUse(in: model) { resource, group in
      found[Int(places[resource])] = Int32(group)
      places[resource] += 1
    }
    starts = storage.copy(counts)
    users = storage.copy(found)
  }

  func count(of resource: Int) -> Int { Int(starts[resource + 1] - starts[resource]) }

  func group(_ place: Int, of resource: Int) -> Int { Int(users[Int(starts[resource]) + place]) }

  private static func forEachUse(in model: AnnealingModel, _ body: (Int, Int) -> Void) {
    var seen = [Int32](repeating: -1, count: model.resourceCount)
    for group in 0..<model.groupCount where model.options(of: group).count > 1 {
      let first = Int(model.options[Int(model.starts[group])].firstEntry)
      let end = Int(model.options[Int(model.starts[group + 1])].firstEntry)
      for entry in first..<end {
        let resource = Int(model.entries[entry].resource)
        guard seen[resource] != Int32(group) else { continue }
        seen[resource] = Int32(group)
        body(resource, group)
      }
    }
  }
}
