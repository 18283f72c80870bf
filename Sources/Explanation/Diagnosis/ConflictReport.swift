/// The conflicts that were found.
package struct ConflictReport: Sendable {
  package var sets: [ConflictSet]
  /// `false` when time ran out, or nothing was proved, before all other rules were known to hold: without sets it is open
  /// whether there is a conflict.
  package var isDecided: Bool
}
