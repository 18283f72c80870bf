import Synchronization

/// A number that several threads may raise.
final class Counter: Sendable {
  private let value = Atomic<Int>(0)

  func increment() -> Int { value.add(1, ordering: .relaxed).newValue }
}
