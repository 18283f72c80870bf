/// Lists of integers one behind the other, equal ones mostly once.
struct SharedLists {
  private(set) var values: [Int32] = []
  /// By hash, the start of the last list that has it. Where another list takes the hash, equal ones are no longer
  /// found, and there twice.
  private var starts: [Int: UInt32] = [:]

  /// Where an equal list starts; appends it when none is known. O(length).
  mutating func place(of list: [Int32]) -> UInt32 {
    let hash = Self.hash(of: list)
    if let start = starts[hash], holds(list, at: Int(start)) { return start }
    let start = UInt32(truncatingIfNeeded: values.count)
    starts[hash] = start
    values.append(contentsOf: list)
    return start
  }

  /// Lists from now on are not compared with earlier ones.
  mutating func forget() { starts.removeAll(keepingCapacity: true) }

  private func holds(_ list: [Int32], at start: Int) -> Bool {
    guard start + list.count <= values.count else { return false }
    for index in list.indices where values[start + index] != list[index] { return false }
    return true
  }

  static func hash(of list: [Int32]) -> Int {
    var hash = StableHash()
    for value in list { hash.add(Int(UInt32(bitPattern: value))) }
    return hash.value
  }
}
