import Portfolio

/// How much attention an account is worth: value times potential makes invest, defend, grow or serve.
struct PostureRule: Sendable {
  private let policy: EffortPolicy

  init(_ policy: EffortPolicy) { self.policy = policy }

  /// Percent added to an estimate; 0 where value or potential cannot be judged.
  func percent(of account: Account) -> Percent {
    guard let value = policy.postureValue, let threshold = policy.posturePotential,
      let arr = account.arr, let potential = account.potential
    else { return 0 }
    switch (arr >= value, potential >= threshold) {
    case (true, true): return policy.investPercent
    case (true, false): return policy.defendPercent
    case (false, true): return policy.growPercent
    case (false, false): return policy.servePercent
    }
  }
}
