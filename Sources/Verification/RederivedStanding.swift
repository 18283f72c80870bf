/// What becomes of the incumbent of an account inside the horizon.
enum RederivedStanding: Sendable, Hashable {
  /// No active incumbent.
  case orphan
  /// Active incumbent with a last day inside the horizon.
  case departing
  /// Active incumbent that remains.
  case settled
}
