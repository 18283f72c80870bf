/// Percentiles of whole numbers by the nearest rank: the smallest value that at least so many percent of the values do not
/// exceed. (R. J. Hyndman, Y. Fan 1996, "Sample Quantiles in Statistical Packages", definition 1.)
public enum Percentile {
  /// - Parameter sorted: ascending.
  /// - Returns: `nil` without values, and for 100 or more percent: nothing reaches it.
  public static func of(_ sorted: [Int64], _ percent: Int) -> Int64? {
    guard !sorted.isEmpty, percent < 100 else { return nil }
    let rank = (sorted.count * max(0, percent) + 99) / 100
    return sorted[max(0, rank - 1)]
  }
}
