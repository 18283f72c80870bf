/// The gaps at which the clock is read.
package enum GapMarks {
  package static let all: [(name: String, fraction: Double)] = [
    ("1%", 0.01), ("0.5%", 0.005), ("0.2%", 0.002), ("0.1%", 0.001), ("0.03%", 0.0003), ("0%", 0),
  ]

  /// Those of the tables.
  package static let shown = all.prefix(4)

  /// Rounding of sums in points must not hide that plan and bound have met.
  static let slack = 1e-9

  package static func seconds(_ trace: SearchTrace) -> [String: Double] {
    var seconds: [String: Double] = [:]
    for mark in all { seconds[mark.name] = trace.seconds(toGap: mark.fraction + slack) }
    return seconds
  }
}
