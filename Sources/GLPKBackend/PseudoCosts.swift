/// What branching on a group has gained so far, per unit of weight moved; points.
struct PseudoCosts {
  private struct Side {
    var total = 0.0
    var count = 0.0
  }

  private var inside: [Side]
  private var outside: [Side]
  private var overall = Side()

  init(groups: Int) {
    inside = Array(repeating: Side(), count: groups)
    outside = inside
  }

  /// How often both sides of the group were tried.
  func trials(of group: Int) -> Double { min(inside[group].count, outside[group].count) }

  /// Notes the gain of the child that lost its `inside` (or outside) options.
  mutating func note(_ split: GroupSplit, losesInside: Bool, gain: Double) {
    let moved = max(0.02, losesInside ? split.weight : 1 - split.weight)
    let unit = max(0, gain) / moved
    if losesInside {
      inside[split.group].total += unit
      inside[split.group].count += 1
    } else {
      outside[split.group].total += unit
      outside[split.group].count += 1
    }
    overall.total += unit
    overall.count += 1
  }

  /// The product of the expected gains.
  func score(_ split: GroupSplit) -> Double {
    max(1e-6, expected(inside[split.group]) * split.weight)
      * max(1e-6, expected(outside[split.group]) * (1 - split.weight))
  }

  private func expected(_ side: Side) -> Double {
    if side.count > 0 { return side.total / side.count }
    return overall.count > 0 ? overall.total / overall.count : 1
  }
}
