/// Writes a proof as JSON. Nearly all of it is whole numbers, so that this is done by hand: an encoder would hold the
/// whole three times.
final class ProofWriter {
  private static let capacity = 1 << 18

  private let body: ([UInt8]) throws -> Void
  private var buffer: [UInt8] = []

  init(_ body: @escaping ([UInt8]) throws -> Void) { self.body = body }

  func add(_ text: String) { buffer.append(contentsOf: text.utf8) }

  func flush() throws {
    try body(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  func write(_ part: ProofPart) throws {
    add("{\"kind\":\"\(part.kind.rawValue)\"")
    switch part {
    case .multipliers(let values): add("multipliers", values)
    case .tree(let tree): try write(tree)
    case .blocks(let blocks): try write(blocks)
    case .reduced(let reduced):
      if let cutoff = reduced.cutoff { add(",\"cutoff\":\(cutoff)") }
      if let fixing = reduced.fixing { add("fixing", fixing) }
      add("impossible", reduced.impossible)
      add(",\n\"proof\":")
      try write(reduced.proof)
    }
    add("}")
  }

  private func write(_ tree: ProofTree) throws {
    add(",\"cutoff\":\(tree.cutoff)")
    add("fixing", tree.fixing)
    if let cutoff = tree.refixingCutoff { add(",\n\"refixingCutoff\":\(cutoff)") }
    if let refixing = tree.refixing {
      add(",\n\"refixing\":{")
      add(refixing)
      add("}")
    }
    try write("cuts", tree.cuts) { cut in
      add("{\"divisor\":\(cut.divisor),\"shift\":\(cut.shift)")
      add("groups", cut.groups)
      add("resources", cut.resources)
      add("cuts", cut.cuts)
      add("options", cut.options)
      add("intervals", cut.intervals)
      add("}")
    }
    try write("splits", tree.splits) { split in
      add("{\"threshold\":\(split.threshold)")
      add("options", split.options)
      add("}")
    }
    try write("nodes", tree.nodes) { node in
      add("{")
      switch node {
      case .inner(let split, let below, let above): add("\"split\":\(split),\"below\":\(below),\"above\":\(above)")
      case .leaf(let leaf): add(leaf)
      }
      add("}")
    }
  }

  private func write(_ blocks: ProofBlocks) throws {
    add("prices", blocks.prices)
    add("blockOfResource", blocks.blockOfResource)
    add("blockOfGroup", blocks.blockOfGroup)
    try write("blocks", blocks.blocks) { try write($0) }
  }

  /// A list with a line for each element.
  private func write<Element>(_ key: String, _ elements: [Element], _ element: (Element) throws -> Void) throws {
    add(",\n\"\(key)\":[")
    for (index, value) in elements.enumerated() {
      add(index == 0 ? "\n" : ",\n")
      try element(value)
      if buffer.count >= ProofWriter.capacity { try flush() }
    }
    add("]")
  }

  private func add(_ leaf: ProofLeaf) {
    add("\"resources\":")
    add(leaf.resources)
    add("cuts", leaf.cuts)
    add("splits", leaf.splits)
  }

  private func add(_ key: String, _ values: NumberedValues) {
    add(",\"\(key)\":")
    add(values)
  }

  private func add(_ values: NumberedValues) {
    add("[")
    for (index, entry) in values.entries.enumerated() { add("\(index == 0 ? "" : ",")\(entry.number),\(entry.value)") }
    add("]")
  }

  private func add(_ key: String, _ numbers: [Int32]) {
    add(",\"\(key)\":[")
    for (index, number) in numbers.enumerated() { add("\(index == 0 ? "" : ",")\(number)") }
    add("]")
  }
}
