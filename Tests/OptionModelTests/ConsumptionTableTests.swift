import TestSupport
import Testing

@testable import OptionModel

@Suite("What options consume, stored once where they agree")
struct ConsumptionTableTests {
  @Test("Every option consumes what was said of it, however much is shared", arguments: 0..<40)
  func content(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var builder = ConsumptionTableBuilder()
    var expected: [[Int: Int64]] = []
    let mostResources = seed.isMultiple(of: 4) ? 60 : 5
    for _ in 0..<20 {
      builder.beginGroup()
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        builder.addOption()
        var consumed: [Int: Int64] = [:]
        for _ in 0..<Int.random(in: 0...mostResources, using: &random) {
          let (resource, amount) = (Int.random(in: 0..<40, using: &random), Int32.random(in: -2...2, using: &random))
          let isHeld = builder.consume(amount, of: Int32(resource))
          #expect(isHeld)
          consumed[resource, default: 0] += Int64(amount)
        }
        expected.append(consumed)
      }
    }
    let table = builder.build()
    let found = table.places.map { consumptions(at: $0, in: table) }
    #expect(found == expected)
    #expect(table.count == expected.reduce(0) { $0 + $1.count })
  }

  @Test("Options at one CSM share their resources, options of one account their amounts")
  func sharing() {
    var builder = ConsumptionTableBuilder()
    for account in 0..<50 {
      builder.beginGroup()
      for csm in 0..<8 {
        builder.addOption()
        for period in 0..<3 {
          let isHeld = builder.consume(Int32(100 + account + period), of: Int32(3 * csm + period))
          #expect(isHeld)
        }
      }
    }
    let table = builder.build()
    #expect(table.places.count == 400)
    #expect(table.count == 1_200)
    #expect(table.resources == (0..<24).map { Int32($0) })
    #expect(table.amounts == (0..<50).flatMap { account in (0..<3).map { Int32(100 + account + $0) } })
  }

  @Test("Lists with the same hash are kept apart")
  func collision() {
    let (first, second): ([Int32], [Int32]) = ([-2_147_483_648, 5], [520_093_697, -1_660_943_882])
    #expect(SharedLists.hash(of: first) == SharedLists.hash(of: second))
    var lists = SharedLists()
    let places = [first, second, first].map { list in lists.place(of: list) }
    let found = places.map { Array(lists.values[Int($0)..<Int($0) + 2]) }
    #expect(found == [first, second, first])
  }

  @Test("A sum beyond 32 bits is refused and leaves what was there")
  func overflow() {
    var builder = ConsumptionTableBuilder()
    builder.beginGroup()
    builder.addOption()
    let isHeld = [builder.consume(.max, of: 3), builder.consume(1, of: 3)]
    #expect(isHeld == [true, false])
    let table = builder.build()
    #expect(consumptions(at: table.places[0], in: table) == [3: Int64(Int32.max)])
  }

  private func consumptions(at place: ConsumptionTable.Place, in table: ConsumptionTable) -> [Int: Int64] {
    Dictionary(uniqueKeysWithValues: Consumptions(place, in: table).map { ($0.resource, $0.amount) })
  }
}
