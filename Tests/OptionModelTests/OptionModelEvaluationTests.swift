import OptionModel
import Testing

@Suite("Evaluating selections")
struct OptionModelEvaluationTests {
  @Test("Objective, loads and violations add up constants, costs, prices and signed consumptions")
  func evaluation() throws {
    let model = try twoGroups()
    let selection = Selection([1, 2])
    #expect(model.loads(of: selection) == [7, -3])
    #expect(model.objective(of: selection) == 100 + 5 + 1 + 2 * 10 + 3)
    let violations = model.violations(of: selection)
    #expect(violations.map(\.resource) == [1])
    #expect(violations.map(\.amount) == [1])
  }

  @Test("Every level has its own costs and constant, prices belong to the first")
  func levels() throws {
    var builder = OptionModelBuilder(levelCount: 2)
    let resource = builder.addResource(Resource(price: [PriceSegment(.over, 0, rate: 4)]))
    builder.addConstant(9, level: 1)
    builder.beginGroup()
    builder.addOption(cost: 1)
    builder.setCost(2, level: 1)
    builder.consume(3, of: resource)
    #expect(try builder.build().objectives(of: Selection([0])) == [13, 11])
  }

  @Test("Attainable loads count an option that does not mention a resource as zero")
  func attainable() throws {
    #expect(try twoGroups().attainableLoads() == [4...7, -3...0])
  }

  @Test("Consumptions of one resource add up")
  func addingUp() throws {
    var builder = OptionModelBuilder()
    let resource = builder.addResource(Resource())
    builder.beginGroup()
    builder.addOption(cost: 0)
    builder.consume(2, of: resource)
    builder.consume(-5, of: resource)
    #expect(try builder.build().loads(of: Selection([0])) == [-3])
  }

  private func twoGroups() throws -> OptionModel {
    var builder = OptionModelBuilder()
    let hours = builder.addResource(Resource(upper: 8, price: [PriceSegment(.over, 5, rate: 10)]))
    let balance = builder.addResource(Resource(lower: -2, price: [PriceSegment(.under, 0, rate: 1)]))
    builder.addConstant(100)
    builder.beginGroup()
    builder.addOption(cost: 0)
    builder.consume(4, of: hours)
    builder.addOption(cost: 5)
    builder.consume(5, of: hours)
    builder.consume(-3, of: balance)
    builder.beginGroup()
    builder.addOption(cost: 1)
    builder.consume(2, of: hours)
    builder.addOption(cost: 7)
    return try builder.build()
  }
}
