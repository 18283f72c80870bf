extension OptionModel {
  /// The model with one resource more for each limit: at most so many groups choose an option of a set. Groups, options and
  /// the other resources keep their numbers. O(size of the model).
  package func counting(
    _ limits: [(isCounted: (Int) -> Bool, upper: Int64)]
  ) throws(InvalidOptionModel) -> OptionModel {
    var builder = OptionModelBuilder()
    builder.addConstant(constants[0])
    for resource in resources { builder.addResource(resource) }
    for limit in limits { builder.addResource(Resource(upper: limit.upper)) }
    for group in 0..<groupCount {
      builder.beginGroup()
      for option in options(ofGroup: group) {
        builder.addOption(cost: cost(ofOption: option))
        builder.consume(consumptions(ofOption: option))
        for (number, limit) in limits.enumerated() where limit.isCounted(option) {
          builder.consume(1, of: resourceCount + number)
        }
      }
    }
    return try builder.build()
  }
}
