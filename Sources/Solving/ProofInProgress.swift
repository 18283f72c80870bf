package import OptionModel
import Synchronization

/// The proof of a tree that still runs, for whoever waits: complete at every moment, only weaker than it will be.
package final class ProofInProgress: Sendable {
  private let source = Mutex<(@Sendable () -> TreeProof?)?>(nil)

  package init() {}

  /// The proof as it stands; `nil` before the root is solved. O(size of the proof).
  package var current: TreeProof? { source.withLock { $0 }?() }

  package func begin(_ proof: @escaping @Sendable () -> TreeProof?) { source.withLock { $0 = proof } }
}
