import Portfolio

/// What the formulation says of one option that somebody asks for.
enum RederivedVerdict: Sendable, Hashable {
  case permitted(PlannedOption)
  case banned(RuleID)
  /// No such option exists for the group, banned or not.
  case impossible

  var option: PlannedOption? {
    if case .permitted(let option) = self { return option }
    return nil
  }
}
