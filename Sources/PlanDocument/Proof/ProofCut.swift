/// An inequality that everything cheaper than the cutoff satisfies, by its derivation: mixed-integer rounding of a sum
/// of rows.
public struct ProofCut: Sendable, Hashable, Decodable {
  /// Multipliers of the rows that are added up: exactly one option per group, loads of resources, earlier cuts.
  public var groups: NumberedValues
  public var resources: NumberedValues
  public var cuts: NumberedValues
  /// Options that are complemented before rounding and after it.
  public var options: [Int32]
  /// Intervals of prices that are: number of the resource, and of its interval from the smallest permitted load up.
  public var intervals: NumberedValues
  public var divisor: Int64
  public var shift: Int32

  public init(
    groups: NumberedValues, resources: NumberedValues, cuts: NumberedValues, options: [Int32],
    intervals: NumberedValues, divisor: Int64, shift: Int32
  ) {
    self.groups = groups
    self.resources = resources
    self.cuts = cuts
    self.options = options
    self.intervals = intervals
    self.divisor = divisor
    self.shift = shift
  }
}
