import PlanDocument
import Portfolio
import Testing

@testable import Calibration

/// Planted hours come back.
@Suite struct RecoveryTests {
  private func truth(_ coefficient: CalibratedCoefficient, _ log: PlantedLog) -> Int64? {
    if let tier = coefficient.tier { return log.truth.base[tier].value }
    return EffortFactor.allCases.first { $0.key == coefficient.key }?.percent(in: log.truth)
  }

  @Test func `Without noise every coefficient is found`() throws {
    let log = PlantedLog(seed: 1, noise: 0)
    let document = try Calibrator(log.input()).calibrate().document
    #expect(document.accounts == 600 && document.coefficients.count == 12)
    for coefficient in document.coefficients where coefficient.state != .reference {
      let (found, planted) = try (#require(coefficient.fitted), #require(truth(coefficient, log)))
      #expect(abs(found - planted) <= 1, "\(coefficient.key) \(coefficient.tier ?? "")")
    }
    #expect(document.coefficients.filter { $0.state == .reference }.map(\.key) == ["posture.defend_percent"])
  }

  /// The share that is measured stands on the page about calibration.
  @Test func `Of 50 planted logs the 90 % ranges hold at least 80 % of what was planted`() throws {
    var (held, all) = (0, 0)
    for seed in UInt64(1)...50 {
      let log = PlantedLog(seed: seed, accounts: 400)
      for coefficient in try Calibrator(log.input()).calibrate().document.coefficients {
        guard let low = coefficient.low, let high = coefficient.high, let planted = truth(coefficient, log) else {
          continue
        }
        all += 1
        if (low...high).contains(planted) { held += 1 }
      }
    }
    #expect(all >= 500 && held * 100 >= all * 80 && held < all, "\(held) of \(all)")
  }

  @Test func `A robust fit does not follow wild entries`() throws {
    var log = PlantedLog(seed: 3, noise: 0.2)
    for index in stride(from: 0, to: log.activities.count, by: 12 * 12) {
      log.activities[index].minutes = Minutes(60_000)
    }
    let errors = try [false, true].map { robust in
      try Calibrator(log.input(robust: robust)).calibrate().document.coefficients.compactMap { coefficient -> Double? in
        guard coefficient.unit == .minutes, let found = coefficient.fitted, let planted = truth(coefficient, log) else {
          return nil
        }
        return abs(Double(found - planted)) / Double(planted)
      }.max() ?? 0
    }
    #expect(errors[0] > 0.5 && errors[1] < 0.15, "\(errors)")
  }

  @Test func `The same input gives the same document, in any order of rows`() throws {
    var log = PlantedLog(seed: 4, accounts: 200)
    let first = try Calibrator(log.input()).calibrate().document
    log.activities.reverse()
    log.accounts.reverse()
    #expect(try Calibrator(log.input()).calibrate().document == first)
  }

  @Test func `Hours of renewals and onboarding ends are taken off`() throws {
    let log = PlantedLog(seed: 5, noise: 0) { $0.renewalDate = PlantedLog.asOf.adding(days: 20) }
    let document = try Calibrator(log.input()).calibrate().document
    for coefficient in document.coefficients where coefficient.unit == .minutes {
      #expect(try abs(#require(coefficient.fitted) - #require(truth(coefficient, log))) <= 1)
    }
  }
}
