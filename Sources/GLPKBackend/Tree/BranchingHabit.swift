/// Whether a node tries fans, splits in two, or both. Which of them pays depends on the model, and trying costs more than
/// solving: what won several times in a row is tried alone, and now and then against the other.
struct BranchingHabit {
  private static let winsToTrust = 3
  private static let nodesUntilDoubt = 8

  /// Above zero: wins of fans in a row; below: of splits.
  private var wins = 0
  private var trusting = 0

  private var isTrusting: Bool { wins.magnitude >= UInt(Self.winsToTrust) && trusting < Self.nodesUntilDoubt }
  var triesFans: Bool { !isTrusting || wins > 0 }
  var triesSplits: Bool { !isTrusting || wins < 0 }

  /// After a node that tried what it was told to.
  mutating func note(fanWon: Bool) {
    guard !isTrusting else {
      trusting += 1
      return
    }
    wins = fanWon ? max(0, wins) + 1 : min(0, wins) - 1
    trusting = 0
  }
}
