package import Compilation
package import OptionModel
import Portfolio

/// The choices of a plan in which nothing counts but the overload of some people: what is least here, no plan avoids.
package struct OverloadModel {
  /// One point per minute above the soft limit.
  private static let rate: Int64 = 1_000_000

  package let model: OptionModel

  /// - Parameter periods: `0 ... P`, the last one the month after the horizon.
  /// - Throws: nothing that the compiled model has not passed. O(size of the model).
  package init(_ plan: CompiledPlan, csms: Set<Int32>, periods: ClosedRange<Int>) throws {
    let whole = plan.model
    var builder = OptionModelBuilder()
    for (index, key) in plan.meaning.resources.enumerated() {
      var price: [PriceSegment] = []
      if case .hours(let csm, let period) = key, csms.contains(csm), periods.contains(Int(period)) {
        let soft = plan.effort.band(csm: Int(csm), period: Int(period)).soft
        price = [PriceSegment(.over, soft, rate: OverloadModel.rate)]
      }
      builder.addResource(Resource(upper: whole.resources[index].upper, price: price))
    }
    for group in 0..<whole.groupCount {
      builder.beginGroup()
      for option in whole.options(ofGroup: group) {
        builder.addOption(cost: 0)
        builder.consume(whole.consumptions(ofOption: option))
      }
    }
    model = try builder.build()
  }

  /// Minutes of a value of the model, rounded up: a bound of part of a minute is one of the whole.
  package static func minutes(_ micropoints: Int64) -> Int64 { max(0, (micropoints + rate - 1) / rate) }
}
