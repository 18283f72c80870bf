import PlanDocument
import Portfolio

/// Fits the estimates of the policy to an activity log.
///
/// O(activities + draws × (accounts + cells)), where cells are the combinations of tier and factors that occur. The same input
/// gives the same document.
package struct Calibrator {
  /// Less says more about a month than about an account.
  static let leastDays = 60
  /// For 90 % ranges, of which the ends are the 5th and 95th percentile; fewer where accounts are many.
  private static let mostDraws = 400
  private static let fewestDraws = 200
  private static let accountsDrawn = 40_000_000

  private let input: CalibrationInput
  private let policy: EffortPolicy

  package init(_ input: CalibrationInput) {
    self.input = input
    policy = input.portfolio.policy.effort
  }

  package func calibrate(inputs: [String: String] = [:]) throws(CalibrationRefusal) -> Calibration {
    guard let table = ObservationTable(input.portfolio, input.activities) else {
      throw CalibrationRefusal(reasons: ["There is no activity before \(input.portfolio.asOf)."])
    }
    let chooser = DesignChooser(table, policy)
    let (design, reasons) = chooser.choose()
    try refuse(table, chooser, design)
    let kept = EffortCoefficients(policy, tiers: table.tiers)
    var sample = EffortSample(table, design: design, kept: kept, isRobust: input.isRobust)
    let fitted = sample.fit()
    let draws = max(Self.fewestDraws, min(Self.mostDraws, Self.accountsDrawn / max(1, sample.count)))
    let refits = sample.refits(fitted, times: draws, seed: input.seed)
    let list = CoefficientList(
      policy: policy, tiers: table.tiers, chooser: chooser, design: design, reasons: reasons, fitted: fitted,
      refits: refits)
    var leftOut = table.leftOut
    leftOut.smallTier = table.cellOf.count - sample.count
    let document = CalibrationDocument(
      asOf: input.portfolio.asOf, from: table.days.lowerBound, to: table.days.upperBound.adding(days: -1),
      inputs: inputs, isRobust: input.isRobust, seed: input.seed, draws: draws, accounts: sample.count,
      allAccounts: input.portfolio.accounts.count,
      givenEfforts: input.portfolio.accounts.count { $0.effort != nil },
      leftOut: leftOut, accountsPerCoefficient: DesignChooser.accountsPerCoefficient, coefficients: list.all)
    return Calibration(
      document: document, tiers: table.tiers, fittedTiers: Set(design.tiers.map { table.tiers[$0] }),
      fitted: fitted, refits: refits)
  }

  private func refuse(
    _ table: ObservationTable, _ chooser: DesignChooser, _ design: EffortDesign
  ) throws(CalibrationRefusal) {
    var reasons: [String] = []
    if table.dayCount < Self.leastDays {
      reasons.append(
        "The log covers \(table.dayCount) days; \(Self.leastDays) are needed, \(Self.leastDays - table.dayCount) more.")
    }
    if design.tiers.isEmpty {
      let least = DesignChooser.accountsPerCoefficient
      let counts = zip(table.tiers, chooser.tierCounts).map { "\($0) \($1) (\(least - $1) more)" }
      reasons.append("No tier has \(least) accounts that count: \(counts.joined(separator: ", ")).")
      reasons.append(contentsOf: leftOut(table.leftOut))
    }
    if !reasons.isEmpty { throw CalibrationRefusal(reasons: reasons) }
  }

  private func leftOut(_ counts: CalibrationDocument.LeftOut) -> [String] {
    let parts = [
      (counts.nobody, "without a CSM"), (counts.inPool, "in a pool"),
      (counts.heldTooShort, "taken over after the log begins"), (counts.withoutLog, "whose CSM has no row in the log"),
      (counts.changed, "whose onboarding or escalation ended meanwhile"),
    ].filter { $0.0 > 0 }.map { "\($0) \($1)" }
    return parts.isEmpty ? [] : ["Not counted: \(parts.joined(separator: ", "))."]
  }
}
