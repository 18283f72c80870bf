/// Newton's method with conjugate gradients at one temperature, as far as it is worth while.
enum DualClimb {
  enum Outcome { case converged, stopped, stalled }

  private static let newtonSteps = 60
  private static let gradientSteps = 150
  private static let reduction = 0.01
  /// Converged when the gain still expected is this part of the softening, and loads miss what the prices would like by
  /// this many units per group: far from the optimum the gain expected is too small a guess.
  private static let gainLeft = 5e-4
  private static let missLeft = 3e-4
  /// Regularisation as in the method of Levenberg and Marquardt, relative to gradient over temperature.
  private static let mostDamping = 0.3
  private static let leastDamping = 1e-6

  static func run(_ point: inout DualPoint, temperature: Double, isOver: () -> Bool) -> Outcome {
    point.evaluate(point.multipliers, temperature: temperature)
    for _ in 0..<newtonSteps {
      if isOver() { return .stopped }
      let (start, before) = (point.multipliers, point.value)
      let direction = point.newtonDirection(steps: gradientSteps, reduction: reduction, isOver: isOver)
      let slope = dot(point.gradient, direction)
      if slope / 2 <= gainLeft * point.softening, point.gradientSize <= missLeft { return .converged }
      var length = 1.0
      while true {
        point.evaluate(zip(start, direction).map { $0 + length * $1 }, temperature: temperature)
        if point.value >= before + 1e-4 * length * slope { break }
        length *= 0.35
        guard length > 1e-5, !isOver() else {
          point.evaluate(start, temperature: temperature)
          return .stalled
        }
      }
      let gain = point.value - before
      if length < 1 {
        point.damping = min(mostDamping, point.damping * 4)
      } else if gain > 0.4 * slope {
        point.damping = max(leastDamping, point.damping / 4)
      }
      if gain <= 1e-11 * before.magnitude { return point.gradientSize <= 10 * missLeft ? .converged : .stalled }
    }
    return .stopped
  }
}
