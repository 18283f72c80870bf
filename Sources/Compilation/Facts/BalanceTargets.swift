import Portfolio

/// The share of the whole that each CSM should end with, in proportion to the capacity of the tail.
package struct BalanceTargets: Sendable {
  /// CSMs that have a target, ascending: active, not departing, not open, with capacity in the tail.
  package let csms: [Int]
  private let capacities: [Int64]
  private let totalCapacity: Int64
  private let totalHours: Int64
  private let totalARR: Int64

  init(_ facts: PlanFacts) {
    let tail = facts.periodCount
    capacities = facts.csms.indices.map { facts.effort.capacity(csm: $0, period: tail) }
    let capacities = capacities
    csms = facts.remainingCSMs.filter { facts.csms[$0].kind != .open && capacities[$0] > 0 }
    totalCapacity = csms.reduce(0) { Exact.sum($0, capacities[$1]) }
    totalHours = facts.effort.nominal.reduce(0, Exact.sum)
    totalARR = facts.accounts.reduce(0) { Exact.sum($0, $1.arr) }
  }

  /// Nominal minutes per month.
  package func hours(_ csm: Int) -> Int64 { share(of: totalHours, csm) }

  /// Thousands.
  package func arr(_ csm: Int) -> Int64 { share(of: totalARR, csm) }

  private func share(of total: Int64, _ csm: Int) -> Int64 {
    totalCapacity > 0 ? Exact.floor(total, times: capacities[csm], over: totalCapacity) : 0
  }
}
