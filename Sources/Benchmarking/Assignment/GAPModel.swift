import OptionModel

/// A generalised assignment problem as an option model: jobs are groups, agents their options, capacities resources.
///
/// One unit of cost is one point. Costs below zero are raised, per job, by what the constant takes back.
struct GAPModel {
  static let micropointsPerUnit: Int64 = 1_000_000

  let model: OptionModel

  /// `nil` when some job is larger than every agent's capacity: then there is no assignment.
  init?(_ instance: GAPInstance) throws {
    var builder = OptionModelBuilder()
    for capacity in instance.capacities { builder.addResource(Resource(upper: capacity)) }
    for job in 0..<instance.jobCount {
      let able = (0..<instance.agentCount).filter {
        instance.resources[$0 * instance.jobCount + job] <= instance.capacities[$0]
      }
      let cost = { (agent: Int) in instance.costs[agent * instance.jobCount + job] }
      guard let least = able.map(cost).min() else { return nil }
      let base = min(0, least)
      builder.beginGroup()
      builder.addConstant(base * GAPModel.micropointsPerUnit)
      for agent in able {
        builder.addOption(cost: (cost(agent) - base) * GAPModel.micropointsPerUnit)
        builder.consume(instance.resources[agent * instance.jobCount + job], of: agent)
      }
    }
    model = try builder.build()
  }

  /// Objectives are whole units, so a lower bound may be rounded up to the next one.
  static func units(roundedUp micropoints: Int64) -> Int64 {
    let (quotient, remainder) = micropoints.quotientAndRemainder(dividingBy: micropointsPerUnit)
    return remainder > 0 ? quotient + 1 : quotient
  }
}
