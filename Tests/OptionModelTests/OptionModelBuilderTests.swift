import OptionModel
import Testing

@Suite("Building option models")
struct OptionModelBuilderTests {
  @Test("A model without a level is refused")
  func noLevel() { expect([.noLevel], from: OptionModelBuilder(levelCount: 0)) }

  @Test("A group without options is named")
  func emptyGroup() {
    var builder = OptionModelBuilder()
    builder.beginGroup()
    builder.addOption(cost: 1)
    builder.beginGroup()
    expect([.emptyGroup(group: 1)], from: builder)
  }

  @Test("An option before the first group is refused")
  func optionOutsideGroups() {
    var builder = OptionModelBuilder()
    builder.addOption(cost: 1)
    builder.beginGroup()
    builder.addOption(cost: 1)
    expect([.optionOutsideGroups], from: builder)
  }

  @Test("A resource that was never added is named with its option")
  func unknownResource() {
    var builder = OptionModelBuilder()
    builder.beginGroup()
    builder.addOption(cost: 1)
    builder.consume(3, of: 7)
    expect([.unknownResource(option: 0, resource: 7)], from: builder)
  }

  @Test("Consumptions of one resource add up, also in options with hundreds of them")
  func manyConsumptions() throws {
    var builder = OptionModelBuilder()
    let resources = (0..<100).map { _ in builder.addResource(Resource()) }
    builder.beginGroup()
    for option in 1...3 {
      builder.addOption(cost: 1)
      for resource in resources + resources.reversed() + [resources[7]] {
        builder.consume(Int64(option), of: resource)
      }
    }
    let model = try builder.build()
    #expect(model.consumptionCount == 300)
    for option in 0..<3 {
      let loads = model.loads(of: Selection([Int32(option)]))
      let expected = resources.map { Int64((option + 1) * ($0 == 7 ? 3 : 2)) }
      #expect(loads == expected)
    }
  }

  @Test("Negative costs and rates and crossed limits are all reported at once")
  func values() {
    var builder = OptionModelBuilder(levelCount: 2)
    builder.addResource(Resource(lower: 2, upper: 1, price: [PriceSegment(.over, 0, rate: -4)]))
    builder.beginGroup()
    builder.addOption(cost: 1)
    builder.setCost(-3, level: 1)
    expect(
      [
        .negativeCost(option: 0, level: 1, cost: -3), .negativeRate(resource: 0, rate: -4),
        .emptyLimits(resource: 0),
      ], from: builder)
  }

  @Test("A consumption beyond 32 bits is refused, at once or by adding up")
  func consumptionTooLarge() {
    var builder = OptionModelBuilder()
    let resource = builder.addResource(Resource())
    builder.beginGroup()
    builder.addOption(cost: 0)
    builder.consume(1 << 31, of: resource)
    builder.consume(1 << 30, of: resource)
    builder.consume(1 << 30, of: resource)
    expect(
      [
        .consumptionTooLarge(option: 0, resource: 0, amount: 1 << 31),
        .consumptionTooLarge(option: 0, resource: 0, amount: 1 << 30),
      ], from: builder)
  }

  @Test("Sums that could leave 64 bits are refused")
  func objectiveTooLarge() {
    var builder = OptionModelBuilder()
    builder.addConstant(.max)
    builder.addConstant(1)
    builder.beginGroup()
    builder.addOption(cost: .max)
    expect([.objectiveTooLarge, .objectiveTooLarge], from: builder)
  }

  private func expect(_ problems: [OptionModelProblem], from builder: OptionModelBuilder) {
    do {
      _ = try builder.build()
      Issue.record("built a model that should be refused")
    } catch {
      #expect(error.problems == problems)
    }
  }
}
