import Foundation
import OptionModel
import Synchronization
import Testing

@testable import Solving

@Suite("Certified bounds")
struct CertificationTests {
  private func proof(_ value: Int64) -> BoundProof { .multipliers(Multipliers([value])) }

  /// Certifies the multiplier of a proof; nothing below zero.
  private func certification(
    _ board: SolveBoard, seen: @escaping @Sendable (Int64) -> Void = { _ in }
  ) -> Certification {
    Certification(board: board) { proof in
      guard case .multipliers(let multipliers) = proof else { return nil }
      seen(multipliers.values[0])
      return multipliers.values[0] < 0 ? nil : multipliers.values[0]
    }
  }

  @Test("The best proof is kept, whatever comes after it, and none that is refused")
  func best() throws {
    let board = SolveBoard(model: try ToyModels.packing(groups: 4, agents: 2, capacity: 100), progress: nil)
    let certification = certification(board)
    for value: Int64 in [-1, 3, 7, 5, -2] { certification.consider(proof(value)) }
    #expect(certification.proof == proof(7))
    #expect(board.current.certifiedBound == 7)
  }

  @Test("What a running search claims is certified while it runs, and nothing after its watch has ended")
  func watch() throws {
    let board = SolveBoard(model: try ToyModels.packing(groups: 4, agents: 2, capacity: 100), progress: nil)
    let checks = Mutex(0)
    let current = Mutex<Int64>(4)
    let certification = certification(board) { _ in checks.withLock { $0 += 1 } }
    board.raise(bound: 4)
    let watch = ProofWatch(board, certification) { .multipliers(Multipliers([current.withLock { $0 }])) }
    waitUntil { board.current.certifiedBound == 4 }
    current.withLock { $0 = 9 }
    board.raise(bound: 9)
    waitUntil { board.current.certifiedBound == 9 }
    watch.stop()
    let before = checks.withLock { $0 }
    current.withLock { $0 = 12 }
    board.raise(bound: 12)
    Thread.sleep(forTimeInterval: 0.2)
    #expect(board.current.certifiedBound == 9)
    #expect(checks.withLock { $0 } == before)
  }

  @Test("A bound that is certified already is not checked again")
  func noNews() throws {
    let board = SolveBoard(model: try ToyModels.packing(groups: 4, agents: 2, capacity: 100), progress: nil)
    let checks = Mutex(0)
    let certification = certification(board) { _ in checks.withLock { $0 += 1 } }
    board.raise(certifiedBound: 4)
    let watch = ProofWatch(board, certification) { .multipliers(Multipliers([4])) }
    Thread.sleep(forTimeInterval: 0.3)
    watch.stop()
    #expect(checks.withLock { $0 } == 0)
  }

  /// At most a minute.
  private func waitUntil(_ isDone: () -> Bool) {
    for _ in 0..<6_000 where !isDone() { Thread.sleep(forTimeInterval: 0.01) }
  }
}
