/// Ranks resources by how well they tell the options of a group apart, to find the "place" of an option.
///
/// A resource counts once for every option that consumes it in a group where at most half of the options do. So the
/// hours of a CSM rank above the slots of single weeks, and a budget that nearly every option uses is no place.
struct SiteRanking {
  private let ranks: [Int32]

  init(
    starts: [Int32], options: [AnnealingModel.Option], entries: [AnnealingModel.Entry], resourceCount: Int
  ) {
    var ranks = [Int32](repeating: 0, count: resourceCount)
    var mentions = [Int32](repeating: 0, count: resourceCount)
    for group in 0..<(starts.count - 1) {
      let (first, end) = (Int(starts[group]), Int(starts[group + 1]))
      let firstEntry = Int(options[first].firstEntry)
      let endEntry = end < options.count ? Int(options[end].firstEntry) : entries.count
      for entry in entries[firstEntry..<endEntry] { mentions[Int(entry.resource)] += 1 }
      for entry in entries[firstEntry..<endEntry] where mentions[Int(entry.resource)] > 0 {
        let resource = Int(entry.resource)
        if Int(mentions[resource]) * 2 <= end - first { ranks[resource] += mentions[resource] }
        mentions[resource] = 0
      }
    }
    self.ranks = ranks
  }

  /// The resource of highest rank; `nil` when none tells this option from others.
  func site(of entries: ArraySlice<AnnealingModel.Entry>) -> Int? {
    var best: Int?
    for entry in entries where ranks[Int(entry.resource)] > best.map({ ranks[$0] }) ?? 0 {
      best = Int(entry.resource)
    }
    return best
  }
}
