import PlanDocument
import Portfolio

/// Accounts that get far less, or far more, than posture and risk call for.
struct AttentionGap: ReviewRule {
  enum Verdict { case under, over, fair }

  static func verdict(_ account: AccountView, _ review: ReviewPolicy) -> Verdict {
    guard let given = account.minutesGiven, abs(given - account.minutesCalled) >= review.gapAtLeast.value else {
      return .fair
    }
    if given * 100 < account.minutesCalled * review.underPercent { return .under }
    return given * 100 > account.minutesCalled * review.overPercent ? .over : .fair
  }

  func findings(in view: PortfolioView, _ maker: FindingMaker) -> [ReviewFinding] {
    view.accounts.compactMap { account in
      let numbers = [
        ReviewNumber(.minutesGiven, account.minutesGiven), ReviewNumber(.minutesCalled, account.minutesCalled),
        ReviewNumber(.arr, account.arr), ReviewNumber(.potential, account.account.potential?.value),
      ]
      let gap = abs((account.minutesGiven ?? 0) - account.minutesCalled)
      switch AttentionGap.verdict(account, view.review) {
      case .under: return maker.finding(.underServed, .tooFewHours, account, numbers, .giveHours, weight: gap)
      case .over:
        return maker.finding(
          .overServed, .tooManyHours, account, numbers, .takeHours, handoff: account.account.poolOK ? .possible : .no,
          weight: gap)
      case .fair: return nil
      }
    }
  }
}
