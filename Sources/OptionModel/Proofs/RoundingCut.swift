/// An inequality `sum_o gamma_o x_o + sum_rk h_rk s_rk <= right` that every selection cheaper than the cutoff of its
/// proof satisfies, given by its derivation: mixed-integer rounding (Nemhauser and Wolsey 1990) of an integer combination
/// of rows. The variables are those of `TreeProof`. A Gomory mixed-integer cut is one of these.
///
/// 1. Add the rows with their multipliers: `sum alpha x + sum eta s <= beta`, where a cut with a multiplier below 0 is
///    read as the equation with its slack, whose coefficient that multiplier is. Then `alpha` of options fixed out is 0,
///    and an option that is the only one open in its group after `fixing` (also where it always was) is 1: its `alpha` is
///    taken off `beta` and becomes 0.
/// 2. Complement: `x = 1 - x'` and `s = width - s'` for the variables named, which turns the sign of their coefficients
///    and takes `alpha`, or `eta width`, off `beta`. A variable without a coefficient is left alone; one named twice is
///    turned twice, which changes nothing.
/// 3. Round with divisor `d`: with `beta = q0 d + r0` and `alpha = q d + r` (remainders from 0 to d - 1) the coefficient
///    of an option is `(d - r0) q + max(0, r - r0)`, of an interval `min(0, eta)`, the right side `(d - r0) q0`.
/// 4. Complement the same variables back.
/// 5. Add every cut with a multiplier `-v` below 0 again, `v` times: rounding keeps the negative coefficient of its slack
///    (as of an interval), and the slack is replaced by what it stands for.
/// 6. Divide by `2^shift`, coefficients rounded down, the right side rounded up. All must then fit 64 bits.
package struct RoundingCut: Sendable, Hashable, Codable {
  package enum Row: Sendable, Hashable, Codable {
    case group(Int32)
    case resource(Int32)
    /// By its place in the proof.
    case cut(Int32)
  }

  package struct Term: Sendable, Hashable, Codable {
    package var row: Row
    package var multiplier: Int64

    package init(row: Row, multiplier: Int64) {
      self.row = row
      self.multiplier = multiplier
    }
  }

  /// An interval of a resource's price, by its place in the `PriceCurve` over the permitted loads.
  package struct Interval: Sendable, Hashable, Codable {
    package var resource: Int32
    package var interval: Int32

    package init(resource: Int32, interval: Int32) {
      self.resource = resource
      self.interval = interval
    }
  }

  package var rows: [Term]
  package var complementedOptions: [Int32]
  package var complementedIntervals: [Interval]
  /// At least 1.
  package var divisor: Int64
  /// 0 to 100.
  package var shift: Int32

  package init(
    rows: [Term], complementedOptions: [Int32], complementedIntervals: [Interval], divisor: Int64, shift: Int32
  ) {
    self.rows = rows
    self.complementedOptions = complementedOptions
    self.complementedIntervals = complementedIntervals
    self.divisor = divisor
    self.shift = shift
  }
}
