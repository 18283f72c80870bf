/// What an account's value and potential make of the attention it gets: the four fields of a 2 x 2 matrix, elsewhere called
/// strategic, key, monitor and maintain.
public enum Posture: String, Sendable, Hashable, Codable, CaseIterable {
  /// High value, high potential.
  case invest
  /// High value, low potential.
  case defend
  /// Low value, high potential.
  case grow
  /// Low value, low potential.
  case serve

  public init(hasValue: Bool, hasPotential: Bool) {
    switch (hasValue, hasPotential) {
    case (true, true): self = .invest
    case (true, false): self = .defend
    case (false, true): self = .grow
    case (false, false): self = .serve
    }
  }
}
