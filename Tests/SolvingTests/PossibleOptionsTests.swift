import OptionModel
import Testing

@testable import Solving

@Suite("Options that limits rule out")
struct PossibleOptionsTests {
  @Test("One option that is ruled out can rule out another")
  func cascade() throws {
    var builder = OptionModelBuilder()
    let first = builder.addResource(Resource(upper: 5))
    let second = builder.addResource(Resource(upper: 9))
    builder.beginGroup()
    builder.addOption(cost: 1)
    builder.consume(6, of: first)
    builder.addOption(cost: 2)
    builder.consume(5, of: first)
    builder.consume(7, of: second)
    builder.beginGroup()
    builder.addOption(cost: 1)
    builder.consume(3, of: second)
    builder.addOption(cost: 9)
    builder.consume(2, of: second)
    let possible = PossibleOptions(try builder.build())
    #expect((0..<4).map { possible.contains($0) } == [false, true, false, true])
    #expect(possible.impossibleCount == 2)
  }

  /// In each week handing over takes more than keeping, so that somebody at the limit can only begin when somebody else
  /// has left before: one week after the other is ruled out.
  @Test("What is ruled out week by week is ruled out to the last week")
  func weeks() throws {
    let (weeks, accounts) = (30, 4)
    var builder = OptionModelBuilder()
    for _ in 0..<weeks { builder.addResource(Resource(upper: Int64(8 * accounts))) }
    for _ in 0..<accounts {
      builder.beginGroup()
      for start in 0...weeks {
        builder.addOption(cost: Int64(start))
        for week in 0..<weeks where week <= start { builder.consume(week == start ? 23 : 8, of: week) }
      }
    }
    let possible = PossibleOptions(try builder.build())
    #expect(possible.impossibleCount == accounts * weeks)
  }

  @Test("No option of a feasible selection is ruled out", arguments: 1...60)
  func valid(seed: UInt64) throws {
    let model = try ToyModels.mixed(groups: 6, options: 3, seed: seed)
    let possible = PossibleOptions(model)
    var digits = Array(repeating: 0, count: 6)
    for number in 0..<729 {
      var left = number
      for group in 0..<6 {
        digits[group] = 3 * group + left % 3
        left /= 3
      }
      let selection = Selection(digits.map { Int32($0) })
      guard model.violations(of: selection).isEmpty else { continue }
      #expect(digits.allSatisfy { possible.contains($0) })
    }
  }
}
