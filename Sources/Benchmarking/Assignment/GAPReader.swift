import Workspace

/// Reads the files of the classic collections of the generalised assignment problem: the numbers of agents and jobs, the
/// costs of each agent, the resources of each agent, the capacities. Numbers are whole; any white space separates them.
package enum GAPReader {
  private static let fileLimit = 1 << 30
  /// Costs and resources: sums of them must stay exact.
  private static let largest: Int64 = 1_000_000_000

  /// - Throws: `WorkspaceError` when the file cannot be read, `GAPFileProblem` when it is not an instance.
  package static func read(_ path: String) throws -> GAPInstance {
    var numbers = NumberScanner(path: path, bytes: try CappedFile.bytes(at: path, limit: fileLimit))
    let agents = Int(try numbers.next(1...1_000_000) { "the number of agents" })
    let jobs = Int(try numbers.next(1...10_000_000) { "the number of jobs" })
    guard agents * jobs <= 100_000_000 else {
      throw numbers.problem("\(agents) agents x \(jobs) jobs are more than 100,000,000 pairs.")
    }
    let costs = try table(&numbers, agents, jobs, -largest...largest) { "the cost of" }
    let resources = try table(&numbers, agents, jobs, 0...largest) { "the resource of" }
    let capacities = try (0..<agents).map { agent in
      try numbers.next(0...1_000_000_000_000_000) { "the capacity of agent \(agent + 1)" }
    }
    try numbers.finish()
    return GAPInstance(
      name: name(of: path), agentCount: agents, jobCount: jobs, costs: costs, resources: resources,
      capacities: capacities)
  }

  private static func table(
    _ numbers: inout NumberScanner, _ agents: Int, _ jobs: Int, _ range: ClosedRange<Int64>, _ what: () -> String
  ) throws -> [Int64] {
    var table: [Int64] = []
    // A file that says it holds millions of numbers may hold three.
    table.reserveCapacity(min(agents * jobs, 1 << 20))
    for agent in 0..<agents {
      for job in 0..<jobs {
        table.append(try numbers.next(range) { "\(what()) job \(job + 1) with agent \(agent + 1)" })
      }
    }
    return table
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

/// Whole numbers between white space, with the line of each.
private struct NumberScanner {
  let path: String
  let bytes: [UInt8]
  private var position = 0
  private var line = 1

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  func problem(_ message: String) -> GAPFileProblem { GAPFileProblem(path: path, line: line, message: message) }

  /// `what` is called for the message of an error only.
  mutating func next(_ range: ClosedRange<Int64>, _ what: () -> String) throws -> Int64 {
    skipSpace()
    guard position < bytes.count else { throw problem("The file ends where \(what()) should be.") }
    let word = nextWord()
    guard let value = Int64(word) else { throw problem("\"\(word.prefix(40))\" is not \(what()): not a whole number.") }
    guard range.contains(value) else {
      throw problem("\(value) cannot be \(what()): \(range.lowerBound) to \(range.upperBound) is possible.")
    }
    return value
  }

  mutating func finish() throws {
    skipSpace()
    guard position < bytes.count else { return }
    let word = nextWord()
    throw problem("\"\(word.prefix(40))\" stands behind the last capacity. Maybe the file holds several instances.")
  }

  private mutating func skipSpace() {
    while position < bytes.count, NumberScanner.isSpace(bytes[position]) {
      if bytes[position] == 0x0A { line += 1 }
      position += 1
    }
  }

  private mutating func nextWord() -> String {
    let first = position
    while position < bytes.count, !NumberScanner.isSpace(bytes[position]) { position += 1 }
    return String(decoding: bytes[first..<position], as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
