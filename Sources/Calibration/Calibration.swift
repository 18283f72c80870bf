package import PlanDocument

/// What a log says about efforts, and how sure that is.
package struct Calibration: Sendable {
  package let document: CalibrationDocument
  let tiers: [String]
  /// Tiers that there are accounts enough of.
  let fittedTiers: Set<String>
  let fitted: EffortCoefficients
  /// The same from accounts drawn again.
  let refits: [EffortCoefficients]
}
