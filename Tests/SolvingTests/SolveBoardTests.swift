import Dispatch
import OptionModel
import Synchronization
import Testing

@testable import Solving

@Suite("The board of a solve")
struct SolveBoardTests {
  @Test("It keeps better feasible selections only, and nothing after it is closed")
  func keepsTheBest() throws {
    var builder = OptionModelBuilder()
    let room = builder.addResource(Resource(upper: 1))
    builder.beginGroup()
    for cost: Int64 in [5, 3, 1] { builder.addOption(cost: cost) }
    builder.consume(2, of: room)
    let board = SolveBoard(model: try builder.build(), progress: nil)
    #expect(board.offer(Selection([0])))
    #expect(!board.offer(Selection([2])))
    #expect(!board.offer(Selection([0])))
    board.raise(certifiedBound: 2)
    board.raise(bound: 1)
    #expect(board.current.bound == 2)
    #expect(board.close().objective == 5)
    #expect(!board.offer(Selection([1])))
    #expect(board.current.objective == 5)
  }

  /// One group of options that cost 99, 98 and so on, without resources.
  private func board(_ seen: Reports, tally: SolveTally = SolveTally()) throws -> SolveBoard {
    var builder = OptionModelBuilder()
    builder.beginGroup()
    for cost: Int64 in (0..<100).reversed() { builder.addOption(cost: cost) }
    return SolveBoard(
      model: try builder.build(), progress: { seen.add($0) }, tally: tally)
  }

  @Test("Every improvement is reported in order, and the last word is the last")
  func reports() throws {
    let seen = Reports()
    let tally = SolveTally()
    let board = try board(seen, tally: tally)
    board.enter(.localSearch)
    for option: Int32 in 0..<50 { board.offer(Selection([option])) }
    board.raise(bound: 7)
    board.raise(bound: 6)
    board.raise(certifiedBound: 3)
    board.raise(certifiedBound: 3)
    tally.count(moves: 256)
    tally.count(nodes: 4)
    tally.raise(treeNodes: 3)
    tally.raise(treeNodes: 2)
    tally.end(treeNodes: 5)
    tally.raise(treeNodes: 1)
    _ = board.close()
    board.raise(bound: 40)
    board.enter(.relaxation)
    let history = board.finish(objective: 49, bound: 7)
    let reports = seen.all
    #expect(reports.compactMap(\.objective).removingRepeats == (50..<100).reversed() + [49])
    #expect(reports.compactMap(\.bound).removingRepeats == [7])
    #expect(reports.compactMap(\.certifiedBound).removingRepeats == [3])
    #expect(zip(reports, reports.dropFirst()).allSatisfy { $0.seconds <= $1.seconds })
    #expect(reports.last?.phase == .finished && history.last == reports.last)
    #expect(reports.last?.counts == SolveTally.Counts(blocks: 1, moves: 256, nodes: 10))
  }

  @Test("News of several threads comes one at a time, the values never getting worse")
  func threads() throws {
    let seen = Reports()
    let board = try board(seen)
    DispatchQueue.concurrentPerform(iterations: 100) { index in
      board.offer(Selection([Int32(index)]))
      board.raise(certifiedBound: Int64(index) - 100)
    }
    _ = board.close()
    let history = board.finish(objective: 0, bound: -1)
    for moments in [seen.all, history] {
      #expect(moments.compactMap(\.objective) == moments.compactMap(\.objective).sorted(by: >))
      #expect(moments.compactMap(\.certifiedBound) == moments.compactMap(\.certifiedBound).sorted())
      #expect(moments.last?.objective == 0 && moments.last?.certifiedBound == -1)
    }
  }
}

/// What a callback was told.
private final class Reports: Sendable {
  private let moments = Mutex<[SolveProgress]>([])

  var all: [SolveProgress] { moments.withLock { $0 } }

  func add(_ moment: SolveProgress) { moments.withLock { $0.append(moment) } }
}

extension [Int64] {
  fileprivate var removingRepeats: [Int64] { indices.filter { $0 == 0 || self[$0] != self[$0 - 1] }.map { self[$0] } }
}
