import OptionModel
import Synchronization

/// The proof of the best certified bound so far. Candidates may come from several threads; one is checked at a time.
final class Certification: Sendable {
  /// `nil` before there is one.
  private struct Best: Sendable {
    var proof: BoundProof?
    var bound = Int64.min
  }

  private let best = Mutex(Best())
  private let checking = Mutex(())
  private let board: SolveBoard
  private let certify: @Sendable (BoundProof) -> Int64?

  /// - Parameter certify: the bound in micropoints that a proof shows, by whoever certifies.
  init(board: SolveBoard, certify: @escaping @Sendable (BoundProof) -> Int64?) {
    (self.board, self.certify) = (board, certify)
  }

  var proof: BoundProof? { best.withLock(\.proof) }

  /// Has a proof checked, and keeps it when it shows more than those before.
  func consider(_ candidate: BoundProof) {
    guard let bound = checking.withLock({ _ in certify(candidate) }) else { return }
    best.withLock { best in
      guard best.proof == nil || bound > best.bound else { return }
      best = Best(proof: candidate, bound: bound)
    }
    board.raise(certifiedBound: bound)
  }
}
