import GLPKBackend
import OptionModel
import Synchronization
import Testing

@testable import Solving

@Suite("Turns of blocks")
struct BlockTurnsTests {
  /// Spends all the work it may, and finds nothing.
  private final class IdleBackend: MixedIntegerBackend {
    let limits = Mutex<[Int64]>([])
    let status: BackendStatus

    init(status: BackendStatus = .workLimit) { self.status = status }

    func relax(_ model: OptionModel, control: BackendControl) -> LinearRelaxation {
      LinearRelaxation(status: .workLimit)
    }

    func search(_ model: OptionModel, request: TreeSearchRequest) -> TreeSearchOutcome {
      let limit = request.workLimit ?? 1
      limits.withLock { $0.append(limit) }
      return TreeSearchOutcome(status: status, nodes: 1, work: limit)
    }
  }

  /// Blocks of a model that falls apart, with at least two that are not settled; `nil` where there are no such blocks.
  private func search(
    seed: UInt64, _ backend: any MixedIntegerBackend
  ) throws -> (search: DividedSearch, unsettled: Int)? {
    let model = try RegionalModel(groupsPerRegion: 6, hasBudget: false, seed: seed).build()
    let found = try #require(BoundedCase(model, seed: 1))
    let isOpen = { (option: Int) in model.cost(ofOption: option) < 900_000_000 }
    guard found.selection.options.allSatisfy({ isOpen(Int($0)) }) else { return nil }
    let open = OpenPartition(model, try #require(Partition(model, isOpen: isOpen)))
    let division = try #require(Division(model, open, lagrangian: found.lagrangian, grid: ObjectiveGrid(model)))
    let unsettled = try division.blocks.count { try #require(BlockSearch($0, whole: found.selection)).gap > 0 }
    let board = SolveBoard(model: model, progress: nil)
    let search = try #require(DividedSearch(division, start: found.selection, backend: backend, board: board))
    return unsettled > 1 ? (search, unsettled) : nil
  }

  /// Hands out searches of models that fall apart, more than `fewest` of them.
  private func forEachSearch<Backend: MixedIntegerBackend>(
    seeds: ClosedRange<UInt64> = 1...100, fewest: Int = 5, _ backend: () -> Backend,
    _ body: (UInt64, Backend, DividedSearch, _ unsettled: Int) throws -> Void
  ) throws {
    var count = 0
    for seed in seeds {
      let backend = backend()
      guard let (search, unsettled) = try search(seed: seed, backend) else { continue }
      try body(seed, backend, search, unsettled)
      count += 1
    }
    #expect(count > fewest)
  }

  @Test("No block waits until another is done: all get a turn, then all one twice as long, and so on")
  func turns() throws {
    try forEachSearch({ IdleBackend() }) { seed, backend, search, unsettled in
      let outcome = search.run(control: BackendControl(), workLimit: 100_000, threads: 1)
      let limits = backend.limits.withLock { $0 }
      let first = limits.prefix(unsettled).sorted()
      #expect(limits.dropFirst(unsettled).prefix(unsettled).sorted() == first.map { 2 * $0 }, "seed \(seed)")
      #expect(limits.dropFirst(2 * unsettled).prefix(unsettled).sorted() == first.map { 4 * $0 }, "seed \(seed)")
      #expect(outcome.work >= 100_000 && outcome.work < 100_010, "seed \(seed)")
    }
  }

  @Test("A block at which the backend failed gets no other turn, so that a search without limits ends")
  func failures() throws {
    try forEachSearch({ IdleBackend(status: .failed("on purpose")) }) { seed, backend, search, unsettled in
      let outcome = search.run(control: BackendControl(), workLimit: nil, threads: 2)
      #expect(backend.limits.withLock { $0.count } == unsettled, "seed \(seed)")
      #expect(outcome.status == .failed("on purpose"), "seed \(seed)")
    }
  }

  @Test("What the trees have left is more than nothing as long as some block is open, and nothing once all are done")
  func openGap() throws {
    try forEachSearch(seeds: 1...40, fewest: 3, { GLPKBackend() }) { seed, _, search, _ in
      #expect(search.openGap > 0 && !search.isClosed, "seed \(seed)")
      let (largest, total) = (search.largestOpenCount, search.openCount)
      #expect(largest > 0 && largest < total, "seed \(seed)")
      _ = search.run(control: BackendControl(), workLimit: nil, threads: 1)
      #expect(search.openGap == 0 && search.isClosed, "seed \(seed)")
    }
  }
}
