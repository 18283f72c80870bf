import PlanDocument

/// The number of a finding by which it gets worse, and how much more is worse. Small changes are none: a list that
/// moves every night is read by nobody.
struct FindingMeasure {
  private enum Step {
    /// At least a tenth more.
    case tenth
    /// At least one percentage point, in tenths of a percent.
    case point
    /// Any more.
    case one
  }

  let value: Int64
  private let step: Step

  /// `nil` where nothing can get worse, or the number is not known.
  init?(_ finding: ReviewFinding) {
    let number = { (name: ReviewNumber.Name) in finding.numbers.first { $0.name == name }?.value }
    let measured: (Int64?, Step)
    switch finding.kind {
    case .risk, .underServed, .overServed, .headspace: measured = (finding.weight, .tenth)
    case .concentration: measured = (number(.sharePermille), .point)
    case .neglected: measured = (number(.unseenPermille), .point)
    case .silent: measured = (number(.badSigns), .one)
    case .unseen, .middle:
      // Days pass every night: what counts is how often the cadence has passed.
      let cadence = number(.cadenceDays).flatMap { $0 > 0 ? $0 : nil }
      measured = (cadence.flatMap { cadence in number(.daysSinceTouch).map { $0 / cadence } }, .one)
    case .expansion, .transition, .unmapped, .holder, .criterion: measured = (nil, .one)
    }
    guard let value = measured.0 else { return nil }
    self.value = value
    step = measured.1
  }

  func isWorse(than reference: Int64) -> Bool {
    switch step {
    case .tenth: value - reference >= max(1, reference / 10)
    case .point: value - reference >= 10
    case .one: value > reference
    }
  }
}
