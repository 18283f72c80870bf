import ArgumentParser

/// `3/16`: the third of sixteen parts of a sweep.
struct ShardArgument: ExpressibleByArgument {
  let number: Int
  let count: Int

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]), (1...max(1, count)).contains(number)
    else { return nil }
    self.number = number
    self.count = count
  }
}
