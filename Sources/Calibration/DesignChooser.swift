import PlanDocument
import Portfolio

/// Decides which coefficients there are data for, and says of the others why not.
struct DesignChooser {
  /// Observations for each coefficient of a regression: F. E. Harrell 2015, "Regression Modeling Strategies", section 4.4.
  static let accountsPerCoefficient = 15

  enum Reason: Hashable {
    /// Fewer accounts than a coefficient takes.
    case tooFew
    /// The same accounts as these coefficients, by name.
    case collinear([String])
    /// What the other postures are measured against.
    case reference
    /// The policy has no thresholds.
    case noPosture
  }

  private let table: ObservationTable
  private let policy: EffortPolicy
  let tierCounts: [Int]
  /// Among the accounts of tiers that are fitted.
  let factorCounts: [Int]
  private let unmapped: Int

  init(_ table: ObservationTable, _ policy: EffortPolicy) {
    self.table = table
    self.policy = policy
    var tiers = [Int](repeating: 0, count: table.tiers.count)
    for cell in table.cellOf { tiers[table.cells[cell].tier] += 1 }
    var factors = [Int](repeating: 0, count: EffortFactor.allCases.count)
    var unmapped = 0
    for cell in table.cellOf.map({ table.cells[$0] }) where tiers[cell.tier] >= Self.accountsPerCoefficient {
      for factor in cell.factors { factors[factor.rawValue] += 1 }
      if !cell.factors.contains(where: \.isPosture) { unmapped += 1 }
    }
    (tierCounts, factorCounts, self.unmapped) = (tiers, factors, unmapped)
  }

  func choose() -> (design: EffortDesign, reasons: [EffortFactor: Reason]) {
    let tiers = tierCounts.indices.filter { tierCounts[$0] >= Self.accountsPerCoefficient }
    var reasons: [EffortFactor: Reason] = [:]
    for factor in EffortFactor.allCases { reasons[factor] = reason(factor) }
    let candidates = EffortFactor.allCases.filter { reasons[$0] == nil }
    let names = tiers.map { "base of \(table.tiers[$0])" } + candidates.map(\.key)
    let design = EffortDesign(tiers: tiers, factors: candidates)
    for (column, parts) in DependentColumns(rows(design), count: design.count).found where column >= tiers.count {
      reasons[candidates[column - tiers.count]] = .collinear(parts.map { names[$0] })
    }
    return (EffortDesign(tiers: tiers, factors: candidates.filter { reasons[$0] == nil }), reasons)
  }

  private func reason(_ factor: EffortFactor) -> Reason? {
    if factor.isPosture, policy.postureValue == nil { return .noPosture }
    if factor == reference { return .reference }
    return factorCounts[factor.rawValue] < Self.accountsPerCoefficient ? .tooFew : nil
  }

  /// Base times (1 + share) has one factor to spare where every account has a posture: one of them stays as it is.
  private var reference: EffortFactor? {
    guard policy.postureValue != nil, unmapped < Self.accountsPerCoefficient else { return nil }
    let postures = EffortFactor.allCases.filter(\.isPosture)
    if factorCounts[EffortFactor.defend.rawValue] >= Self.accountsPerCoefficient { return .defend }
    return postures.max { factorCounts[$0.rawValue] < factorCounts[$1.rawValue] }
  }

  private func rows(_ design: EffortDesign) -> [(columns: [Int], weight: Double)] {
    var weights = [Double](repeating: 0, count: table.cells.count)
    for cell in table.cellOf { weights[cell] += 1 }
    return zip(table.cells, weights).compactMap { cell, weight in
      guard let tier = design.tiers.firstIndex(of: cell.tier) else { return nil }
      return (
        [tier] + cell.factors.compactMap { design.factors.firstIndex(of: $0) }.map { design.tiers.count + $0 }, weight
      )
    }
  }
}
