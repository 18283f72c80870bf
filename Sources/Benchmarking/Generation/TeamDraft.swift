/// Draws the team: people of regions, some of whom bridge two.
struct TeamDraft {
  let recipe: PortfolioRecipe
  private(set) var csms: [CSMDraft] = []
  /// CSMs by region, ascending.
  private(set) var members: [[Int]] = []

  init(_ recipe: PortfolioRecipe, random: inout BenchmarkRandom) {
    self.recipe = recipe
    let regions = TeamDraft.regions(recipe, &random)
    for (index, region) in regions.enumerated() {
      let rank = regions[..<index].count { $0 == region }
      csms.append(draft(region: region, rank: rank, &random))
    }
    drawDepartures(&random)
    members = (0..<recipe.regionCount).map { region in
      csms.indices.filter { csms[$0].regions.contains(region) }
    }
  }

  /// Regions differ in size by a factor of about two; none is smaller than two CSMs where that is possible.
  private static func regions(_ recipe: PortfolioRecipe, _ random: inout BenchmarkRandom) -> [Int] {
    let count = recipe.regionCount
    let weights = (0..<count).map { _ in random.integer(in: 70...140) }
    let certain = (0..<min(recipe.csms, 2 * count)).map { $0 % count }
    let others = (certain.count..<max(recipe.csms, certain.count)).map { _ in random.index(weights: weights) }
    return (certain + others).sorted()
  }

  /// - Parameter rank: how many CSMs of the region have been drawn before. Domains go round by it, so that each is known.
  private func draft(region: Int, rank: Int, _ random: inout BenchmarkRandom) -> CSMDraft {
    let isStar = recipe.isContended && rank % 6 == 0
    var regions = [region]
    if recipe.regionCount > 1, random.chance(percent: recipe.secondRegionPercent) {
      regions.append((region + 1) % recipe.regionCount)
    }
    return CSMDraft(
      regions: regions.sorted(), levels: levels(rank: rank, isStar: isStar, &random),
      speaksLocally: isStar || rank < 2 || random.chance(percent: 50),
      isSenior: isStar || rank < 2 || random.chance(percent: 40),
      capacity: random.element([110, 120, 130, 130, 130, 140]), drift: TeamDraft.drift(isStar: isStar, &random))
  }

  private func levels(rank: Int, isStar: Bool, _ random: inout BenchmarkRandom) -> [CSMDraft.Level?] {
    let count = recipe.domainCount
    if isStar { return Array(repeating: .expert, count: count) }
    let weights = recipe.isContended ? [70, 20, 10] : [20, 45, 35]
    var levels = [CSMDraft.Level?](repeating: nil, count: count)
    for step in [0, 1, count / 2 + 1] {
      levels[(rank + step) % count] = [.basic, .working, .expert][random.index(weights: weights)]
    }
    return levels
  }

  /// A quarter of the books have grown to 120 to 130 %, a quarter have shrunk to 65 to 75 %.
  private static func drift(isStar: Bool, _ random: inout BenchmarkRandom) -> Double {
    if isStar { return random.number(in: 0.65...0.75) }
    switch random.index(weights: [25, 25, 50]) {
    case 0: return random.number(in: 1.2...1.3)
    case 1: return random.number(in: 0.65...0.75)
    default: return random.number(in: 0.85...1)
    }
  }

  /// One in fifty leaves, with a book that shrinks already; one in twenty-five has just started.
  private mutating func drawDepartures(_ random: inout BenchmarkRandom) {
    var order = Array(csms.indices)
    random.shuffle(&order)
    let leaving = recipe.csms < 8 ? 0 : max(1, recipe.csms / 50)
    let starting = recipe.csms < 8 ? 0 : max(1, recipe.csms / 25)
    for csm in order.prefix(leaving) {
      csms[csm].lastDay = random.integer(in: 5...25)
      csms[csm].drift = random.number(in: 0.3...0.5)
    }
    for csm in order.dropFirst(leaving).prefix(starting) {
      csms[csm].startDay = -random.integer(in: 10...70)
      csms[csm].drift = random.number(in: 0.1...0.3)
    }
  }

  /// Hours per month that a region can count on; who serves two regions counts half in each.
  func dependableHours(ofRegion region: Int) -> Double {
    members[region].reduce(0) { total, csm in
      total + Double(csms[csm].capacity) * csms[csm].dependability / Double(csms[csm].regions.count)
    }
  }
}
