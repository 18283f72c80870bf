import Synchronization

/// The units of work that simplex has taken, on all threads of one tree.
///
/// An iteration passes over the matrix about once, so work is iterations times entries: it is in proportion to the time on
/// models of any size, and depends on the path of simplex alone, never on the clock.
final class SimplexWork: Sendable {
  /// Some ten microseconds.
  private static let entriesPerUnit: Int64 = 1_000

  private let entries = Atomic<Int64>(0)

  var units: Int64 { entries.load(ordering: .relaxed) / Self.entriesPerUnit }

  /// Charges the iterations of a problem since the last charge, and one more for all that is done around them.
  func charge(_ problem: inout GLPKProblem) {
    entries.add((Int64(problem.iterationsSinceAsked()) + 1) * Int64(problem.size), ordering: .relaxed)
  }
}
