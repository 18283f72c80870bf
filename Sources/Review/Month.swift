/// Sums of a period as amounts of an average month.
enum Month {
  /// A month has 30.4375 days: 365.25 / 12. Rounded half up.
  static func minutes(_ minutes: Int64, inDays days: Int) -> Int64 {
    let scale = Int64(max(1, days)) * 10_000
    return (minutes * 304_375 + scale / 2) / scale
  }
}
