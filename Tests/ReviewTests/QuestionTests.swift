import PlanDocument
import Portfolio
import Testing

@testable import Review

/// The second and the third question.
@Suite struct QuestionTests {
  private func grower(_ change: (inout Account) -> Void = { _ in }) -> ReviewDocument {
    SmallPortfolio.review {
      $0.potential = Money(20_000)
      change(&$0)
    }
  }

  @Test func `Given a potential and no occasion, finds no window`() { #expect(grower().causes(.expansion) == []) }

  static let windows: [(cause: ReviewCause, until: Int?, change: @Sendable (inout Account) -> Void)] = [
    (.renewalWindow, 120, { $0.renewalDate = SmallPortfolio.day(120) }),
    (.usageRising, 300, { $0.usageTrend = .change(10) }),
    (
      .usageRising, nil,
      {
        $0.usageTrend = .rising
        $0.renewalDate = nil
      }
    ),
    (.qbrWindow, 30, { $0.nextQBR = SmallPortfolio.day(30) }),
    (.goalWindow, 60, { $0.goalDue = SmallPortfolio.day(60) }),
    (.onboardingDone, 80, { $0.onboardingEnd = SmallPortfolio.day(-10) }),
  ]

  @Test("Given a potential and an occasion, finds the window and its end", arguments: windows)
  func findsWindow(given: (cause: ReviewCause, until: Int?, change: @Sendable (inout Account) -> Void)) {
    let review = grower(given.change)
    #expect(review.causes(.expansion) == [given.cause.rawValue])
    #expect(review.finding(given.cause)?.until == given.until.map(SmallPortfolio.day))
    #expect(review.totals.windows == 1 && review.totals.windowPotential == 20_000)
  }

  static let unwell: [@Sendable (inout Account) -> Void] = [
    { $0.health = 74 }, { $0.escalationOpen = true }, { $0.relationship = .atRisk }, { $0.usageTrend = .falling },
    { $0.healthTrend = .change(-10) }, { $0.lifecycle = .churning },
  ]

  @Test("Given an account that is not well, finds no window and says so", arguments: unwell.indices)
  func findsNoWindow(index: Int) {
    let review = grower {
      $0.nextQBR = SmallPortfolio.day(30)
      Self.unwell[index](&$0)
    }
    #expect(review.causes(.expansion) == [] && review.totals.unqualified == 1)
  }

  @Test func `Given an unknown health, finds no window, and says that it is not known`() {
    let review = grower {
      $0.nextQBR = SmallPortfolio.day(30)
      $0.health = nil
    }
    #expect(review.causes(.expansion) == [])
    #expect(review.totals.qualificationNotKnown == 1 && review.totals.unqualified == 0)
  }

  @Test func `Overdue is longer than the cadence of the posture`() {
    let review = { (days: Int) in SmallPortfolio.review { $0.lastTouch = SmallPortfolio.day(-days) } }
    #expect(review(45).causes(.unseen) == [])
    #expect(review(46).causes(.unseen) == ["overdue"])
    #expect(review(46).finding(.overdue)?.number(.cadenceDays) == 45)
    #expect(review(90).totals.untouched == 0 && review(91).totals.untouchedARR == 100_000)
  }

  @Test func `A touch that is not on record is not known, whatever was before`() {
    let review = SmallPortfolio.review { $0.lastTouch = nil }
    #expect(review.causes(.unseen) == ["never-seen"])
    #expect(review.finding(.neverSeen)?.numbers.contains(ReviewNumber(.daysSinceTouch, nil)) == true)
    #expect(review.totals.neverSeen == 1 && review.totals.overdue == 0)
  }

  @Test func `Without any record of touches nothing is said about them`() {
    var account = SmallPortfolio.calm()
    (account.lastTouch, account.renewalDate) = (nil, SmallPortfolio.day(20))
    let review = SmallPortfolio.review([account], hasTouches: false)
    #expect(!review.knowsTouches && review.causes(.unseen) == [] && review.causes(.silent) == [])
    #expect(review.causes(.risk) == [] && review.totals.untouched == 0)
  }

  @Test func `An activity is a touch, and the later of the two counts`() {
    var account = SmallPortfolio.calm()
    account.lastTouch = SmallPortfolio.day(-200)
    let seen = Activity(date: SmallPortfolio.day(-3), accountID: "A1", minutes: Minutes(30))
    let review = SmallPortfolio.review([account], activities: [seen], hasTouches: false)
    #expect(review.knowsTouches && review.causes(.unseen) == [])
    #expect(review.accounts[0].lastTouch == SmallPortfolio.day(-3))
  }
}
