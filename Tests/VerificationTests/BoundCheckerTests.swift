import OptionModel
import Testing
import Verification

@Suite("The exact bound") struct BoundCheckerTests {
  @Test("is never above the optimum of a random small model", arguments: 1...500)
  func neverAboveOptimum(seed: UInt64) throws {
    let model = try SmallModels.random(seed: seed)
    let optimum = SmallModels.optimum(of: model)
    var random = SeededGenerator(seed: seed + 7777)
    for scale in [0, 1, 5, 40] as [Int64] {
      let reach = scale * Multipliers.scale
      let multipliers = Multipliers(
        model.resources.map { _ in Int64.random(in: -reach...reach, using: &random) })
      switch BoundChecker(model).bound(from: multipliers) {
      case .bound(let bound): if let optimum { #expect(bound <= optimum) }
      case .infeasible: #expect(optimum == nil)
      case .unusable(let reason): Issue.record("unusable: \(reason)")
      }
    }
  }

  /// Two groups choose between cost 0 with load 10 and cost 30 with load 0; 5 is charged per quantum over 10.
  /// Optimum: one each, 30. With a multiplier of 3, both options of a group weigh 30, and the least of
  /// `price(y) - 3 y` over 0...20 is -30 at 10: the bound is 30 + 30 - 30 = 30.
  private func tightModel(upper: Int64? = nil, lower: Int64? = nil) throws -> OptionModel {
    var builder = OptionModelBuilder()
    builder.addResource(Resource(lower: lower, upper: upper, price: [PriceSegment(.over, 10, rate: 5)]))
    for _ in 0..<2 {
      builder.beginGroup()
      builder.addOption(cost: 0)
      builder.consume(10, of: 0)
      builder.addOption(cost: 30)
    }
    return try builder.build()
  }

  @Test("is tight where the corner of a price decides") func tight() throws {
    let model = try tightModel()
    #expect(SmallModels.optimum(of: model) == 30)
    #expect(BoundChecker(model).bound(from: Multipliers([3 * Multipliers.scale])) == .bound(30))
  }

  @Test("is rounded up, objectives being integers") func roundedUp() throws {
    let model = try tightModel()
    // Groups: min(2.9...*10, 30) twice, less 2.9...*10 at the corner: just above 29.
    #expect(BoundChecker(model).bound(from: Multipliers([3 * Multipliers.scale - 1])) == .bound(30))
    // A whole quantum less: 29 exactly.
    #expect(BoundChecker(model).bound(from: Multipliers([29 * Multipliers.scale / 10 + 1])) == .bound(30))
    #expect(BoundChecker(model).bound(from: Multipliers([0])) == .bound(0))
  }

  @Test("is rounded towards zero where it is negative") func negative() throws {
    var builder = OptionModelBuilder()
    builder.addResource(Resource())
    builder.beginGroup()
    builder.addOption(cost: 0)
    builder.addOption(cost: 0)
    builder.consume(1, of: 0)
    // min(0, -v) over the options plus min(0, v - ...): with v = -1/65536, -1/65536 rounds up to 0.
    #expect(BoundChecker(try builder.build()).bound(from: Multipliers([-1])) == .bound(0))
  }

  @Test("uses hard limits on both sides") func limits() throws {
    // Load at most 9: both pay 30. Multiplier 3: 30 + 30 - 3 * 9 = 33.
    #expect(
      BoundChecker(try tightModel(upper: 9)).bound(from: Multipliers([3 * Multipliers.scale])) == .bound(33))
    // Load at least 15: multiplier 0 leaves the price of 15, which is 25.
    #expect(BoundChecker(try tightModel(lower: 15)).bound(from: Multipliers([0])) == .bound(25))
  }

  @Test("proves infeasibility by an empty range of loads") func infeasible() throws {
    #expect(BoundChecker(try tightModel(lower: 21)).bound(from: Multipliers([0])) == .infeasible(resource: 0))
    #expect(BoundChecker(try tightModel(upper: -1)).bound(from: Multipliers([0])) == .infeasible(resource: 0))
  }

  @Test("refuses multipliers of the wrong number") func wrongCount() throws {
    #expect(
      BoundChecker(try tightModel()).bound(from: Multipliers([]))
        == .unusable(.wrongCount(expected: 1, found: 0)))
  }

  @Test("survives the largest multipliers") func largest() throws {
    for value in [Int64.max, .min] {
      if case .bound(let bound) = BoundChecker(try tightModel()).bound(from: Multipliers([value])) {
        #expect(bound <= 30)
      }
    }
  }

  @Test("finds a claim that is one too high, and accepts a weaker one") func claims() throws {
    let checker = BoundChecker(try tightModel())
    let multipliers = Multipliers([3 * Multipliers.scale])
    #expect(checker.check(claimed: 30, multipliers: multipliers).passed)
    #expect(checker.check(claimed: 29, multipliers: multipliers).passed)
    #expect(!checker.check(claimed: 31, multipliers: multipliers).passed)
    #expect(!checker.check(claimed: 0, multipliers: Multipliers([])).passed)
  }
}
