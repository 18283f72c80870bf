import OptionModel
import Testing
import Verification

@Suite("The selection checker") struct SelectionCheckerTests {
  @Test("agrees with the model's own evaluation", arguments: 1...200)
  func agrees(seed: UInt64) throws {
    let model = try SmallModels.random(seed: seed)
    var random = SeededGenerator(seed: seed)
    let selection = Selection(
      (0..<model.groupCount).map { Int32(Int.random(in: model.options(ofGroup: $0), using: &random)) })
    let objective = model.objective(of: selection)
    let report = SelectionChecker(model).check(selection, claimed: [objective])
    #expect(report.objective == objective)
    #expect(report.passed == model.violations(of: selection).isEmpty)
  }

  private func model() throws -> OptionModel {
    var builder = OptionModelBuilder()
    builder.addResource(Resource(lower: 0, upper: 15, price: [PriceSegment(.over, 4, rate: 2)]))
    for _ in 0..<2 {
      builder.beginGroup()
      builder.addOption(cost: 1)
      builder.consume(10, of: 0)
      builder.addOption(cost: 7)
      builder.consume(-1, of: 0)
    }
    return try builder.build()
  }

  @Test("accepts a sound selection") func sound() throws {
    // 1 + 7 + 2 * (9 - 4) = 18.
    #expect(SelectionChecker(try model()).check(Selection([0, 3]), claimed: [18]).passed)
  }

  @Test("finds every fault") func faults() throws {
    let checker = SelectionChecker(try model())
    #expect(!checker.check(Selection([0, 3]), claimed: [19]).passed)
    #expect(!checker.check(Selection([0, 3]), claimed: [17]).passed)
    #expect(!checker.check(Selection([0, 3]), claimed: []).passed)
    #expect(!checker.check(Selection([0, 1]), claimed: [18]).passed, "an option of another group")
    #expect(!checker.check(Selection([0, 4]), claimed: [18]).passed, "an option of no group")
    #expect(!checker.check(Selection([-1, 3]), claimed: [18]).passed)
    #expect(!checker.check(Selection([0]), claimed: [18]).passed)
    #expect(!checker.check(Selection([0, 3, 3]), claimed: [18]).passed)
    #expect(!checker.check(Selection([0, 2]), claimed: [34]).passed, "over the limit")
    #expect(!checker.check(Selection([1, 3]), claimed: [14]).passed, "under the limit")
  }
}
