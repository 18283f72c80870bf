import OptionModel

/// Chooses the options of an `AnnealingModel` by reduced cost and leaves out what cannot matter among them.
struct AnnealingModelBuilder {
  private let whole: OptionModel
  private let multipliers: [Double]
  private var starts: [Int32] = [0]
  private var options: [AnnealingModel.Option] = []
  private var entries: [AnnealingModel.Entry] = []
  private var spread: GroupSpread
  private var gaps: [Float] = []

  /// `multipliers` in micropoints per quantum.
  init(_ whole: OptionModel, multipliers: [Double]) {
    self.whole = whole
    self.multipliers = multipliers
    spread = GroupSpread(resourceCount: whole.resourceCount)
  }

  /// Keeps of each group the options with the lowest reduced costs, at most `limit`, and the one of `start`.
  /// O(size of the model).
  consuming func build(limit: Int, including start: Selection) -> AnnealingModel {
    for group in 0..<whole.groupCount { add(group, limit: limit, chosen: start[group]) }
    let relevance = ResourceRelevance(whole, spread: spread)
    let sites = SiteRanking(starts: starts, options: options, entries: entries, resourceCount: whole.resourceCount)
    compact(relevance, sites: sites)
    return finish(relevance)
  }

  private mutating func add(_ group: Int, limit: Int, chosen: Int) {
    var priced = whole.options(ofGroup: group).map { (option: $0, cost: pricedCost(of: $0)) }
    priced.sort { ($0.cost, $0.option) < ($1.cost, $1.option) }
    let smallest = priced[0].cost
    if let place = priced[min(limit, priced.count)...].first(where: { $0.option == chosen }) {
      priced = Array(priced.prefix(limit)) + [place]
    } else if priced.count > limit {
      priced.removeSubrange(limit...)
    }
    if priced.count > 1 { gaps.append(Float(priced[1].cost - smallest)) }
    for (option, cost) in priced { add(option, reducedCost: cost - smallest) }
    spread.endGroup(optionCount: priced.count)
    starts.append(Int32(options.count))
  }

  private func pricedCost(of option: Int) -> Double {
    var cost = Double(whole.cost(ofOption: option))
    for consumed in whole.consumptions(ofOption: option) {
      cost += multipliers[consumed.resource] * Double(consumed.amount)
    }
    return cost
  }

  private mutating func add(_ option: Int, reducedCost: Double) {
    options.append(
      AnnealingModel.Option(
        cost: Double(whole.cost(ofOption: option)), reducedCost: Float(reducedCost),
        firstEntry: Int32(entries.count), site: -1, source: Int32(option)))
    let first = entries.count
    for consumed in whole.consumptions(ofOption: option) {
      entries.append(AnnealingModel.Entry(resource: Int32(consumed.resource), amount: Int32(consumed.amount)))
      spread.include(consumed.amount, of: consumed.resource)
    }
    entries[first...].sort { $0.resource < $1.resource }
  }

  /// Drops entries of resources that do not matter and numbers the others anew.
  private mutating func compact(_ relevance: ResourceRelevance, sites: SiteRanking) {
    var kept = 0
    for index in options.indices {
      let end = index + 1 < options.count ? Int(options[index + 1].firstEntry) : entries.count
      let range = Int(options[index].firstEntry)..<end
      let site = sites.site(of: entries[range])
      options[index].firstEntry = Int32(kept)
      options[index].site = Int32(site.map { relevance.indices[$0] } ?? -1)
      for place in range {
        let entry = entries[place]
        let position = relevance.indices[Int(entry.resource)]
        options[index].cost += relevance.slopes[Int(entry.resource)] * Double(entry.amount)
        guard position >= 0 else { continue }
        entries[kept] = AnnealingModel.Entry(resource: Int32(position), amount: entry.amount)
        kept += 1
      }
    }
    entries.removeSubrange(kept...)
    options.append(
      AnnealingModel.Option(cost: 0, reducedCost: 0, firstEntry: Int32(kept), site: -1, source: -1))
  }

  private func finish(_ relevance: ResourceRelevance) -> AnnealingModel {
    let storage = FlatStorage()
    let units = meanMagnitudes(count: relevance.kept.count)
    return AnnealingModel(
      storage: storage, whole: whole, groupCount: whole.groupCount, resourceCount: relevance.kept.count,
      starts: storage.copy(starts), options: storage.copy(options), entries: storage.copy(entries),
      resources: relevance.kept, multipliers: relevance.kept.map { multipliers[$0] }, units: units,
      scale: typicalGap())
  }

  private func meanMagnitudes(count: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    var counts = sums
    for entry in entries {
      sums[Int(entry.resource)] += Double(entry.amount.magnitude)
      counts[Int(entry.resource)] += 1
    }
    return zip(sums, counts).map { $0 > 0 ? $0 / $1 : 1 }
  }

  /// The median, over groups, of how much the second best option costs above the best one.
  private func typicalGap() -> Double {
    let sorted = gaps.sorted()
    return sorted.isEmpty ? 1 : max(1, Double(sorted[sorted.count / 2]))
  }
}
