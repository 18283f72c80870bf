import PlanDocument
import Portfolio

/// Accounts whose sponsor, segment or company changes, within so many days before or after. Such a change is also an
/// occasion to change hands, where the policy has a moment for it that is still open.
struct TransitionRule: ReviewRule {
  func findings(in view: PortfolioView, _ maker: FindingMaker) -> [ReviewFinding] {
    view.accounts.flatMap { account in
      changes(account.account).compactMap { cause, day, event in
        finding(account, cause, day, event, view, maker)
      }
    }
  }

  private func changes(_ account: Account) -> [(ReviewCause, CalendarDate?, Moment.Event?)] {
    var changes: [(ReviewCause, CalendarDate?, Moment.Event?)] = []
    if let day = account.sponsorChangedOn { changes.append((.sponsorChanged, day, .stakeholderChange)) }
    if let day = account.segmentChangedOn { changes.append((.segmentChanged, day, .segmentChange)) }
    if let transition = account.transition {
      let cause: ReviewCause =
        switch transition {
        case .merger: .merger
        case .acquisition: .acquisition
        case .reorganisation: .reorganisation
        case .relocation: .relocation
        }
      changes.append((cause, account.transitionOn, nil))
    }
    return changes
  }

  /// A change without a day counts: it was written down because it goes on.
  private func finding(
    _ account: AccountView, _ cause: ReviewCause, _ day: CalendarDate?, _ event: Moment.Event?, _ view: PortfolioView,
    _ maker: FindingMaker
  ) -> ReviewFinding? {
    let limit = view.review.transitionDays
    if let day, abs(view.days(to: day)) > limit { return nil }
    let numbers = [
      ReviewNumber(.daysSince, day.map { Int64(-view.days(to: $0)) }), ReviewNumber(.arr, account.arr),
      ReviewNumber(.health, account.account.health.map(Int64.init)),
    ]
    return maker.finding(
      .transition, cause, account, numbers, .meetNewPeople, until: day.map { $0.adding(days: limit) },
      handoff: isOpen(event, day, account, view) ? .possible : .no)
  }

  private func isOpen(
    _ event: Moment.Event?, _ day: CalendarDate?, _ account: AccountView, _ view: PortfolioView
  ) -> Bool {
    guard let event, let day else { return false }
    return view.policy.handoffs.moments.contains { moment in
      moment.event == event && day.adding(days: moment.lastDay) >= view.asOf
        && (moment.tiers.isEmpty || moment.tiers.contains(account.account.tier))
    }
  }
}
