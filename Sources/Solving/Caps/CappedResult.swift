package import OptionModel

/// The best selection under cost caps and what is known about it. Values are in micropoints.
package struct CappedResult: Sendable {
  /// Keeps all limits and caps in exact integers; `nil` when none was found.
  package var selection: Selection?
  package var objective: Int64?
  /// The best lower bound, including what the backend claims.
  package var bound: Int64?
  /// Multipliers that prove a bound of their own, see `CapProof`; `nil` where none could be written in integers.
  package var proof: CapProof?
  package var termination: TerminationReason
  package var work: Int64
}
