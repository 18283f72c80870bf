/// Groups choose one option each; options have costs and consume resources; resources have limits and a convex price.
struct IntegerModel {
  struct Resource {
    var lower: Exact?
    var upper: Exact?
    /// The price of a load y is `intercept + slope y`, plus `change (y - corner)` for every corner below y.
    var slope: Exact
    var intercept: Exact
    var corners: [(load: Exact, change: Exact)] = []

    func price(at load: Exact) throws(Refusal) -> Exact {
      var sum = try intercept + slope * load
      for corner in corners where corner.load < load { try sum += corner.change * (load - corner.load) }
      return sum
    }
  }

  var constant = Exact.zero
  var resources: [Resource] = []
  /// Options of group g are `groupStarts[g] ..< groupStarts[g + 1]`.
  var groupStarts = [0]
  var costs: [Exact] = []
  /// Consumptions of option o are the entries `useStarts[o] ..< useStarts[o + 1]`.
  var useStarts = [0]
  var usedResources: [Int32] = []
  var usedAmounts: [Int64] = []

  var groupCount: Int { groupStarts.count - 1 }

  init() {}

  func uses(of option: Int) -> Range<Int> { useStarts[option]..<useStarts[option + 1] }

  mutating func addOption(cost: Exact, uses: [(resource: Int, amount: Int64)]) {
    costs.append(cost)
    for use in uses {
      usedResources.append(Int32(use.resource))
      usedAmounts.append(use.amount)
    }
    useStarts.append(usedResources.count)
    groupStarts[groupStarts.count - 1] = costs.count
  }

  /// Reads a model file to its end.
  init(_ lines: LineReader) throws(Refusal) {
    try lines.advance()
    try lines.expect("ballast.model", count: 2)
    guard try lines.text(1) == "1" else { throw lines.refusal("the version is not 1") }
    try lines.advance()
    try lines.expect("constant", count: 2)
    constant = try lines.numbers()[0]
    try lines.advance()
    while lines.keyword == "resource" {
      resources.append(try Self.resource(lines))
      try lines.advance()
    }
    while lines.keyword == "group" {
      groupStarts.append(costs.count)
      try lines.advance()
      while lines.keyword == "option" {
        try readOption(lines)
        try lines.advance()
      }
      guard groupStarts[groupStarts.count - 2] < costs.count else { throw lines.refusal("a group has no option") }
    }
    try lines.expect("end", count: 1)
    try lines.finish()
  }

  private static func resource(_ lines: LineReader) throws(Refusal) -> Resource {
    let words = lines.words
    guard words.count >= 6, words.count % 2 == 0 else { throw lines.refusal("a resource has too few words") }
    let numbers = try lines.numbers(from: 4)
    var resource = Resource(slope: numbers[0], intercept: numbers[1])
    if words[2] != [45] { resource.lower = try lines.number(words[2]) }
    if words[3] != [45] { resource.upper = try lines.number(words[3]) }
    for place in stride(from: 2, to: numbers.count, by: 2) {
      guard numbers[place + 1] > .zero, resource.corners.last.map({ $0.load < numbers[place] }) ?? true else {
        throw lines.refusal("corners must rise, and the slope at them")
      }
      resource.corners.append((numbers[place], numbers[place + 1]))
    }
    return resource
  }

  private mutating func readOption(_ lines: LineReader) throws(Refusal) {
    let numbers = try lines.numbers(from: 2)
    guard numbers.count % 2 == 1 else { throw lines.refusal("an option has too few words") }
    var uses: [(resource: Int, amount: Int64)] = []
    for place in stride(from: 1, to: numbers.count, by: 2) {
      guard let resource = Int(exactly: numbers[place].value), resources.indices.contains(resource),
        uses.last.map({ $0.resource < resource }) ?? true, let amount = Int64(exactly: numbers[place + 1].value)
      else { throw lines.refusal("resources must exist, and their numbers rise") }
      uses.append((resource, amount))
    }
    addOption(cost: numbers[0], uses: uses)
  }
}
