/// The 5th and the 95th percentile of draws, by nearest rank: a range that holds 90 % of them.
struct PercentileRange {
  let low: Double
  let high: Double

  init(_ draws: [Double]) {
    let sorted = draws.sorted()
    let last = sorted.count - 1
    low = sorted.isEmpty ? 0 : sorted[max(0, (sorted.count * 5 + 99) / 100 - 1)]
    high = sorted.isEmpty ? 0 : sorted[min(last, (sorted.count * 95 + 99) / 100 - 1)]
  }
}
