import Portfolio

/// How much attention an account is worth: value times potential makes invest, defend, grow or serve.
struct PostureRule: Sendable {
  private let policy: EffortPolicy

  init(_ policy: EffortPolicy) { self.policy = policy }

  /// Percent added to an estimate; 0 where value or potential cannot be judged.
  func percent(of account: Account) -> Percent { policy.posture(of: account).map(policy.percent) ?? 0 }
}
