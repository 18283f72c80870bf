/// A generalised assignment problem: every job goes to one agent, no agent works more than its capacity, and the total
/// cost is least.
package struct GAPInstance: Sendable, Hashable {
  /// The last part of the path it was read from.
  package let name: String
  package let agentCount: Int
  package let jobCount: Int
  /// `cost[agent * jobCount + job]`.
  package let costs: [Int64]
  /// What a job takes of an agent's capacity, in the same order.
  package let resources: [Int64]
  /// By agent.
  package let capacities: [Int64]
}
