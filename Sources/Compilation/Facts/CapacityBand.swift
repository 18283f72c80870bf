import Portfolio

/// Capacity of a CSM in a period and the loads, in minutes, at which the price of hours changes.
package struct CapacityBand: Sendable, Hashable {
  package let capacity: Int64
  package let targetLow: Int64
  package let targetHigh: Int64
  package let soft: Int64
  package let hard: Int64

  init(capacity: Int64, policy: CapacityPolicy) {
    self.capacity = capacity
    targetLow = Exact.floor(capacity, times: policy.targetLow, over: 100)
    targetHigh = Exact.floor(capacity, times: policy.targetHigh, over: 100)
    soft = Exact.floor(capacity, times: policy.soft, over: 100)
    hard = Exact.floor(capacity, times: policy.hard, over: 100)
  }
}
