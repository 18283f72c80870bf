import Foundation

/// How long each of several blocks is searched before the next ones have their turn: by their sizes, twice as long from turn
/// to turn, and together no longer than what is left. A lone block gets all of it.
struct BlockTurn {
  /// Of the first turn: about twice what the root of a tree takes with its cuts.
  private static let secondsPerOption = 0.0005
  private static let workPerOption = 60.0

  private let control: BackendControl
  private let workLeft: Int64?
  private let threads: Int
  /// Of the first turn; infinite for a lone block.
  private let length: Double
  /// Open options, and those of a block and of all after it.
  private let sizes: [Double]
  private let rests: [Double]

  /// - Parameters:
  ///   - openCounts: the open options of each block, in the order in which they are searched.
  ///   - length: 1 for the first turn, 2 for the second, then 4 and so on.
  init(openCounts: [Int], length: Double, control: BackendControl, workLeft: Int64?, threads: Int) {
    let sizes = openCounts.map { Double($0 + 1) }
    (self.control, self.workLeft, self.threads, self.sizes) = (control, workLeft, threads, sizes)
    self.length = openCounts.count > 1 ? length : .infinity
    rests = sizes.indices.map { sizes[$0...].reduce(0, +) }
  }

  /// Turns are timed only where time is what limits them: else results must not depend on the clock.
  private var isTimed: Bool { workLeft == nil && control.deadline != nil }

  /// When the turn of a block that begins now has to end.
  func control(of block: Int) -> BackendControl {
    guard let deadline = control.deadline else { return control }
    let now = ContinuousClock.now
    let share = min(1, Double(threads) * sizes[block] / rests[block])
    var own = control
    own.deadline = share < 1 ? now + (deadline - now) * share : deadline
    let seconds = length * sizes[block] * Self.secondsPerOption
    if isTimed, seconds.isFinite { own.deadline = min(own.deadline ?? deadline, now + .seconds(seconds)) }
    return own
  }

  /// What the turn of a block may cost; `nil` for no limit.
  func work(of block: Int) -> Int64? {
    let turn = isTimed ? .infinity : length * sizes[block] * Self.workPerOption
    let share = workLeft.map { Double($0) * sizes[block] / rests[0] } ?? .infinity
    let work = min(turn, share)
    return work.isFinite ? max(1, Int64(work)) : nil
  }
}
