/// Input a solve cannot start from.
package enum SolvingError: Error, Sendable, Hashable {
  /// Lexicographic objectives are not solved here: one level at a time.
  case severalLevels(count: Int)
  /// A start or preferred selection of the wrong length.
  case selectionLength(expected: Int, found: Int)
  /// A start or preferred selection with an option that does not belong to its group.
  case foreignOption(group: Int, option: Int)
  /// Sums of a cap and the objective could leave the 64-bit range.
  case capTooLarge
}
