import OptionModel
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
}
