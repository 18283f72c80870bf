import GLPKBackend
import OptionModel
import Testing
import Verification

@testable import Solving

@Suite("Blocks of a model that is too large for one tree")
struct PricedBlocksTests {
  @Test("What groups and resources contribute adds up to the gap, and nothing is below zero")
  func shares() throws {
    for (seed, found) in try BoundedCase.all(1...60) {
      let shares = GapShares(found.model, lagrangian: found.lagrangian, selection: found.selection)
      let unit = Double(Multipliers.scale) * 1_000_000
      let gap =
        Double(
          Int128(found.model.objective(of: found.selection)) * Int128(Multipliers.scale) - found.lagrangian.scaledBound)
        / unit
      #expect((shares.total - gap).magnitude < 1e-6 * (1 + gap.magnitude), "seed \(seed)")
      #expect((shares.groups + shares.resources).allSatisfy { $0 >= 0 }, "seed \(seed)")
    }
  }

  @Test(
    "The parts of a selection never cost more than the whole, and their relaxations bound it as before",
    arguments: BoundedCase.Blocks.allCases)
  func parts(of blocks: BoundedCase.Blocks) throws {
    var divided = 0
    for (seed, found) in try BoundedCase.all(100...200, for: blocks) {
      for mostOptions in [4, 9, 30] {
        guard let division = found.division(by: blocks, mostOptions: mostOptions) else { continue }
        let searches = try division.blocks.map { try #require(BlockSearch($0, whole: found.selection)) }
        let parts = try division.blocks.map { try #require($0.part(of: found.selection)) }
        let sum = division.bound(zip(division.blocks, parts).map { $0.model.objective(of: $1) })
        #expect(sum <= found.model.objective(of: found.selection), "seed \(seed)")
        // Prices are rounded to whole micropoints.
        let relaxed = division.bound(searches.map(\.bound))
        let loads = found.model.attainableLoads().reduce(2) {
          $0 + max($1.lowerBound.magnitude, $1.upperBound.magnitude)
        }
        #expect(relaxed >= found.lagrangian.bound - Int64(4 * loads), "seed \(seed)")
        divided += 1
      }
    }
    #expect(divided > 60)
  }

  @Test(
    "Trees of the blocks never show more than the optimum, and no proof is refused",
    arguments: BoundedCase.Blocks.allCases)
  func soundness(of blocks: BoundedCase.Blocks) throws {
    var (divided, better) = (0, 0)
    for (seed, found) in try BoundedCase.all(300...400, for: blocks) {
      let best = try #require(BruteForce.optimum(of: found.model))
      for mostOptions in [4, 9, 30] {
        guard let division = found.division(by: blocks, mostOptions: mostOptions) else { continue }
        let board = SolveBoard(model: found.model, progress: nil)
        board.offer(found.selection)
        let search = try #require(
          DividedSearch(division, start: found.selection, backend: GLPKBackend(), board: board))
        _ = search.run(control: BackendControl(), workLimit: 5_000, threads: 1)
        guard case .bound(let shown) = BoundProofChecker(found.model).bound(from: search.proof) else {
          Issue.record("seed \(seed): refused")
          continue
        }
        #expect(shown <= best && search.bound <= best, "seed \(seed)")
        #expect(board.current.objective ?? .max >= best, "seed \(seed)")
        divided += 1
        better += shown > found.lagrangian.bound ? 1 : 0
      }
    }
    #expect(divided > 30)
    #expect(better > 5)
  }

  @Test("A group that fits nobody as a whole is no longer cut into pieces")
  func wholeGroup() throws {
    var builder = OptionModelBuilder()
    let people = (0..<6).map { _ in builder.addResource(Resource(upper: 10)) }
    for person in people {
      builder.beginGroup()
      for amount: Int64 in [6, 7] {
        builder.addOption(cost: amount == 6 ? 1_000_000 : 0)
        builder.consume(amount, of: person)
      }
    }
    builder.beginGroup()
    for person in people.prefix(3) {
      builder.addOption(cost: 0)
      builder.consume(9, of: person)
    }
    builder.addOption(cost: 100_000_000)
    let model = try builder.build()
    let found = try #require(BoundedCase(model, seed: 1))
    let division = try #require(found.division(by: .gap, mostOptions: 10))
    let board = SolveBoard(model: model, progress: nil)
    board.offer(found.selection)
    let search = try #require(DividedSearch(division, start: found.selection, backend: GLPKBackend(), board: board))
    _ = search.run(control: BackendControl(), workLimit: 10_000, threads: 1)
    #expect(found.lagrangian.bound < 10_000_000)
    #expect(BoundProofChecker(model).bound(from: search.proof) == .bound(100_000_000))
  }

  @Test("No block is larger than allowed, and every group is in one", arguments: BoundedCase.Blocks.allCases)
  func sizes(of blocks: BoundedCase.Blocks) throws {
    for (seed, found) in try BoundedCase.all(500...560, for: blocks) {
      // One resource with all of its groups is never divided.
      for mostOptions in blocks == .gap ? [4, 10] : [11, 15] {
        guard let division = found.division(by: blocks, mostOptions: mostOptions) else { continue }
        #expect(division.blocks.dropFirst().allSatisfy { $0.model.optionCount <= mostOptions }, "seed \(seed)")
        #expect(division.blocks.flatMap(\.groups).sorted() == Array(0..<found.model.groupCount), "seed \(seed)")
      }
    }
  }

  @Test("Regions become blocks where hardly anybody is undecided between them")
  func regions() throws {
    for seed: UInt64 in 1...20 {
      let model = try RegionalModel(regions: 4, groupsPerRegion: 6, hasBudget: false, seed: seed).build()
      let found = try #require(BoundedCase(model, seed: 1))
      let ties = try #require(TiePartition(model, lagrangian: found.lagrangian, mostOptions: 25))
      let blocks = (0..<4).map { Set(ties.blockOfGroup[($0 * 6)..<($0 * 6 + 6)]).subtracting([0]) }
      #expect(blocks.allSatisfy { $0.count <= 2 }, "seed \(seed)")
      #expect(Set(blocks.joined()).count == blocks.map(\.count).reduce(0, +), "seed \(seed)")
    }
  }
}
