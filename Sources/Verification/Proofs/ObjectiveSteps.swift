import OptionModel

/// The common divisor of everything that an objective is made of beside the same sum for all selections: objectives lie
/// whole steps from that sum.
struct ObjectiveSteps {
  private var step: Int128 = 0
  private var base: Int128

  /// O(options + price segments).
  init(_ model: OptionModel) {
    base = Int128(model.constants[0])
    for group in 0..<model.groupCount {
      guard let first = model.options(ofGroup: group).first else { continue }
      base += Int128(model.costs[first])
      for option in model.options(ofGroup: group) {
        divide(by: Int128(model.costs[option]) - Int128(model.costs[first]))
      }
    }
    for resource in model.resources {
      for segment in resource.price { divide(by: Int128(segment.rate)) }
    }
  }

  private mutating func divide(by value: Int128) {
    var rest = value < 0 ? -value : value
    while rest != 0 { (step, rest) = (rest, step % rest) }
  }

  /// The least objective that a selection can have when none is below the value.
  func next(from value: Int64) -> Int64 {
    guard step > 1 else { return value }
    let rest = (base - Int128(value)) % step
    return Int64(clamping: Int128(value) + (rest < 0 ? rest + step : rest))
  }
}
