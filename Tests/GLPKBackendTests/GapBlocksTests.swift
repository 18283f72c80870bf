import GLPKBackend
import OptionModel
import Testing
import Verification

@testable import Solving

@Suite("Blocks around what a gap is due to")
struct GapBlocksTests {
  /// A model with multipliers that are good enough, or none at all, and the first feasible selection of many.
  private struct Case {
    let model: OptionModel
    let lagrangian: Lagrangian
    let selection: Selection

    init?(_ model: OptionModel, seed: UInt64) {
      let permitted = zip(model.resources, model.attainableLoads()).compactMap { $0.permitted(within: $1) }
      guard permitted.count == model.resourceCount else { return nil }
      var dual = SmoothedDual(model, permitted: permitted, threads: 1) { false }
      let zeros = Multipliers(model.resources.map { _ in 0 })
      let multipliers = seed % 4 == 0 ? zeros : dual.maximise()
      var random = TestGenerator(seed)
      let tried = (0..<200).lazy.map { _ in
        Selection(
          (0..<model.groupCount).map { group in
            Int32(model.options(ofGroup: group).randomElement(using: &random) ?? 0)
          })
      }
      guard let first = tried.first(where: { model.violations(of: $0).isEmpty }) else { return nil }
      (self.model, selection) = (model, first)
      lagrangian = Lagrangian(model, multipliers: multipliers, permitted: permitted)
    }

    func division(mostOptions: Int) -> Division? {
      guard
        let gap = GapPartition(model, lagrangian: lagrangian, selection: selection, mostOptions: mostOptions)
      else { return nil }
      return Division(
        model, OpenPartition(model, Partition(gap)), lagrangian: lagrangian, grid: ObjectiveGrid(model))
    }
  }

  private func cases(_ seeds: ClosedRange<UInt64>) throws -> [(seed: UInt64, Case)] {
    try seeds.compactMap { seed in
      let model = try RandomModel(groups: 4...7, options: 2...4, resources: 2...6, seed: seed).build()
      return Case(model, seed: seed).map { (seed, $0) }
    }
  }

  @Test("What groups and resources contribute adds up to the gap, and nothing is below zero")
  func shares() throws {
    for (seed, found) in try cases(1...60) {
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

  @Test("The parts of a selection never cost more than the whole, and their relaxations bound it as before")
  func parts() throws {
    var divided = 0
    for (seed, found) in try cases(100...200) {
      for mostOptions in [4, 9, 30] {
        guard let division = found.division(mostOptions: mostOptions) else { continue }
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

  @Test("Trees of the blocks never show more than the optimum, and no proof is refused")
  func soundness() throws {
    var (divided, better) = (0, 0)
    for (seed, found) in try cases(300...400) {
      let best = try #require(BruteForce.optimum(of: found.model))
      for mostOptions in [4, 9, 30] {
        guard let division = found.division(mostOptions: mostOptions) else { continue }
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
    let found = try #require(Case(model, seed: 1))
    let division = try #require(found.division(mostOptions: 10))
    let board = SolveBoard(model: model, progress: nil)
    board.offer(found.selection)
    let search = try #require(DividedSearch(division, start: found.selection, backend: GLPKBackend(), board: board))
    _ = search.run(control: BackendControl(), workLimit: 10_000, threads: 1)
    #expect(found.lagrangian.bound < 10_000_000)
    #expect(BoundProofChecker(model).bound(from: search.proof) == .bound(100_000_000))
  }

  @Test("No block is larger than allowed, and every resource and group is in one")
  func sizes() throws {
    for (seed, found) in try cases(500...560) {
      for mostOptions in [4, 10] {
        guard let division = found.division(mostOptions: mostOptions) else { continue }
        #expect(division.blocks.dropFirst().allSatisfy { $0.model.optionCount <= mostOptions }, "seed \(seed)")
        #expect(division.blocks.flatMap(\.groups).sorted() == Array(0..<found.model.groupCount), "seed \(seed)")
      }
    }
  }
}
