import Portfolio

/// Section "Surprises": hours when some accounts need their high effort.
extension Rederivation {
  /// The same portfolio with the high effort of every account; who is above the limit on arrival stays as it is.
  func withHighEfforts(_ portfolio: Portfolio) -> Rederivation {
    var high = self
    high.replaceEfforts(
      zip(portfolio.accounts, efforts).map { account, expected in
        max(expected, account.highEffort?.value ?? expected * policy.effort.highPercent / 100)
      })
    return high
  }

  /// By hours: what each account may take beyond what is expected.
  func deviations(
    _ steps: [(account: Int, option: PlannedOption)], to high: Rederivation
  ) -> [ResourceKey: [Deviation]] {
    var result: [ResourceKey: [Deviation]] = [:]
    for (account, option) in steps {
      let expected = hours(of: option, account: account)
      for (key, minutes) in high.hours(of: option, account: account) {
        let more = minutes - (expected[key] ?? 0)
        if more > 0 { result[key, default: []].append(Deviation(minutes: more, account: account)) }
      }
    }
    return result
  }

  struct Deviation {
    let minutes: Int64
    let account: Int
  }

  private func hours(of option: PlannedOption, account: Int) -> [ResourceKey: Int64] {
    var sums: [ResourceKey: Int64] = [:]
    let stays = option.kind == .handoff && incumbents[account] == Int(option.csm)
    addHours(of: stays ? PlannedOption(.stay) : option, account: account, to: &sums)
    return sums
  }

  /// What everybody does if nothing new moves.
  func inheritedSteps() -> [(account: Int, option: PlannedOption)] {
    var steps: [(account: Int, option: PlannedOption)] = []
    var onTheirWay: Set<Int> = []
    for group in groups {
      guard let option = begun(group) else { continue }
      steps += group.members.map { ($0, option) }
      onTheirWay.formUnion(group.members)
    }
    for account in accounts.indices where standings[account] != .orphan && !onTheirWay.contains(account) {
      steps.append((account, PlannedOption(standings[account] == .settled ? .stay : .unassigned)))
    }
    return steps
  }
}
