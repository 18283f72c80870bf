extension OptionModel {
  /// The model without some options, in the same order. O(size of the model).
  ///
  /// - Throws: where a group would have none.
  package func removing(_ isOut: (Int) -> Bool) throws(InvalidOptionModel) -> OptionModel {
    var builder = OptionModelBuilder(levelCount: levelCount)
    for level in 0..<levelCount { builder.addConstant(constants[level], level: level) }
    for resource in resources { builder.addResource(resource) }
    for group in 0..<groupCount {
      builder.beginGroup()
      for option in options(ofGroup: group) where !isOut(option) {
        builder.addOption(cost: cost(ofOption: option))
        for level in 1..<max(1, levelCount) {
          builder.setCost(cost(ofOption: option, level: level), level: level)
        }
        builder.consume(consumptions(ofOption: option))
      }
    }
    return try builder.build()
  }
}
