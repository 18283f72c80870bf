/// Memory of fixed size for trivial values, freed with this object.
///
/// The loops of the search read and write hundreds of millions of numbers a second; bounds checks and the bookkeeping
/// of arrays took more than half of that time. Whoever holds a pointer must hold the storage, too.
final class FlatStorage {
  private var blocks: [UnsafeMutableRawPointer] = []

  func make<Value: BitwiseCopyable>(_ count: Int, repeating value: Value) -> UnsafeMutablePointer<Value> {
    let block = UnsafeMutablePointer<Value>.allocate(capacity: max(1, count))
    block.initialize(repeating: value, count: max(1, count))
    blocks.append(UnsafeMutableRawPointer(block))
    return block
  }

  func copy<Value: BitwiseCopyable>(_ values: [Value]) -> UnsafeMutablePointer<Value> {
    let block = UnsafeMutablePointer<Value>.allocate(capacity: max(1, values.count))
    values.withUnsafeBufferPointer { source in
      if let first = source.baseAddress { block.initialize(from: first, count: source.count) }
    }
    blocks.append(UnsafeMutableRawPointer(block))
    return block
  }

  deinit {
    for block in blocks { block.deallocate() }
  }
}
