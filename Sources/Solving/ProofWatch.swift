import Dispatch
import Foundation
import OptionModel

/// Has the proof of a running search checked again and again on a thread of its own, so that what the search claims is
/// certified soon after. Checks take about a twentieth of a processor at most.
final class ProofWatch: Sendable {
  private static let shortestPause = 0.05
  /// How many times as long as a check the pause after it is.
  private static let pausePerCheck = 19.0

  private let stopped = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  /// Looks at `proof` only while the board's bound is above what is certified.
  init(_ board: SolveBoard, _ certification: Certification, proof: @escaping @Sendable () -> BoundProof?) {
    let (stopped, ended) = (stopped, ended)
    let thread = Thread {
      var pause = Self.shortestPause
      while stopped.wait(timeout: .now() + pause) == .timedOut {
        let began = ContinuousClock.now
        let current = board.current
        if current.bound ?? .min > current.certifiedBound ?? .min, let proof = proof() {
          certification.consider(proof)
        }
        pause = max(Self.shortestPause, Self.pausePerCheck * ((ContinuousClock.now - began) / .seconds(1)))
      }
      ended.signal()
    }
    thread.start()
  }

  /// Waits for the check that is under way; none follows.
  func stop() {
    stopped.signal()
    ended.wait()
  }
}
