import ArgumentParser

/// Seeds: `1-5`, `7`, `1,3,101-105`.
struct SeedsArgument: ExpressibleByArgument {
  let seeds: [UInt64]

  /// More are taken for a slip of the keyboard.
  static let most = 1000

  init(seeds: [UInt64]) { self.seeds = seeds }

  init?(argument: String) {
    var seeds: [UInt64] = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { UInt64($0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last,
        last - first < UInt64(SeedsArgument.most)
      else { return nil }
      seeds += Array(first...last)
    }
    guard seeds.count <= SeedsArgument.most else { return nil }
    self.seeds = seeds
  }

  var defaultValueDescription: String { "1-5" }
}
