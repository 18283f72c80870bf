import PlanDocument
import Portfolio
import Testing

@testable import Review

@Suite struct BlindSpotTests {
  /// Silent for a cadence of 45 days: above 67 days.
  private func silent(_ change: (inout Account) -> Void = { _ in }) -> ReviewDocument {
    SmallPortfolio.review {
      $0.lastTouch = SmallPortfolio.day(-68)
      change(&$0)
    }
  }

  @Test func `Silent is longer than half again the cadence`() {
    #expect(silent { $0.lastTouch = SmallPortfolio.day(-67) }.causes(.silent) == [])
    #expect(silent().causes(.silent) == ["unknown"])
    #expect(silent { $0.lastTouch = nil }.causes(.silent) == ["unknown"])
  }

  @Test func `Silent and growing is healthy, unless as much speaks against it`() {
    #expect(silent { $0.usageTrend = .change(10) }.causes(.silent) == ["healthy"])
    #expect(silent { $0.usageTrend = .change(9) }.causes(.silent) == ["unknown"])
    let outweighed = silent {
      $0.usageTrend = .change(10)
      $0.healthTrend = .change(-10)
    }
    #expect(outweighed.causes(.silent) == ["healthy"])
    #expect(outweighed.finding(.healthy)?.number(.goodSigns) == 2)
    let doubtful = silent {
      $0.usageTrend = .change(10)
      $0.sponsor = .gone
      $0.health = nil
    }
    #expect(doubtful.causes(.silent) == ["unknown"])
  }

  static let objections: [@Sendable (inout Account) -> Void] = [
    { $0.escalationOpen = true }, { $0.relationship = .atRisk }, { $0.lifecycle = .churning },
  ]

  @Test("Growing is not healthy where somebody has said otherwise", arguments: objections.indices)
  func said(index: Int) {
    let growing = silent {
      $0.usageTrend = .change(30)
      $0.sponsor = .active
      Self.objections[index](&$0)
    }
    #expect(growing.causes(.silent) == ["unknown"])
  }

  @Test
  func `Silent with falling usage is leaving where nothing speaks for it, and not to be told where something does`() {
    let falling = { (change: (inout Account) -> Void) in
      silent {
        $0.usageTrend = .change(-10)
        $0.health = 74
        change(&$0)
      }
    }
    #expect(falling { _ in }.causes(.silent) == ["leaving"])
    #expect(falling { $0.usageTrend = .change(-9) }.causes(.silent) == ["unknown"])
    #expect(falling { $0.sponsor = .active }.causes(.silent) == ["unknown"])
    #expect(falling { $0.health = 75 }.causes(.silent) == ["unknown"])
  }

  static let bad: [@Sendable (inout Account) -> Void] = [
    { $0.usageTrend = .falling }, { $0.healthTrend = .change(-10) }, { $0.sponsor = .quiet }, { $0.health = 59 },
    { $0.escalationOpen = true }, { $0.relationship = .atRisk },
  ]

  @Test("Silent with two signs is leaving, with one not to be told", arguments: bad.indices)
  func leaving(index: Int) {
    #expect(silent(Self.bad[index]).causes(.silent) == ["unknown"])
    let two = silent {
      Self.bad[index](&$0)
      Self.bad[(index + 1) % Self.bad.count](&$0)
    }
    #expect(two.causes(.silent) == ["leaving"])
    #expect(two.finding(.leaving)?.number(.badSigns) == 2)
  }

  static let changes:
    [(cause: ReviewCause, handoff: ReviewFinding.Handoff, change: @Sendable (inout Account) -> Void)] = [
      (.sponsorChanged, .possible, { $0.sponsorChangedOn = SmallPortfolio.day(-60) }),
      (.sponsorChanged, .no, { $0.sponsorChangedOn = SmallPortfolio.day(-61) }),
      (.segmentChanged, .possible, { $0.segmentChangedOn = SmallPortfolio.day(-5) }),
      (.merger, .no, { $0.transition = .merger }),
      (
        .reorganisation, .no,
        {
          $0.transition = .reorganisation
          $0.transitionOn = SmallPortfolio.day(90)
        }
      ),
    ]

  @Test("Given a change, finds a transition, and whether a moment is open", arguments: changes)
  func transition(
    given: (cause: ReviewCause, handoff: ReviewFinding.Handoff, change: @Sendable (inout Account) -> Void)
  ) {
    let review = SmallPortfolio.review(of: given.change)
    #expect(review.causes(.transition) == [given.cause.rawValue])
    #expect(review.finding(given.cause)?.handoff == given.handoff)
  }

  @Test func `A change long ago is none`() {
    #expect(SmallPortfolio.review { $0.sponsorChangedOn = SmallPortfolio.day(-91) }.causes(.transition) == [])
    let merger = SmallPortfolio.review {
      $0.transition = .merger
      $0.transitionOn = SmallPortfolio.day(91)
    }
    #expect(merger.causes(.transition) == [])
  }

  @Test func `The middle is neither large nor small, neither red nor green`() {
    var accounts = (0..<8).map { index -> Account in
      var account = SmallPortfolio.calm("A\(index)")
      account.arr = Money(Int64(index + 1) * 10_000)
      account.health = 70
      account.usageTrend = .falling
      return account
    }
    #expect(
      SmallPortfolio.review(accounts).findings.filter { $0.kind == .middle }.compactMap(\.account).sorted()
        == ["A1", "A2", "A3", "A4", "A5"])
    for index in accounts.indices { accounts[index].health = index < 4 ? 80 : 50 }
    #expect(SmallPortfolio.review(accounts).causes(.middle) == [])
    for index in accounts.indices {
      (accounts[index].health, accounts[index].usageTrend) = (nil, nil)
      accounts[index].lastTouch = SmallPortfolio.day(-61)
    }
    #expect(Set(SmallPortfolio.review(accounts).causes(.middle)) == ["middle-unseen"])
  }

  @Test func `Potential that is not known is a blind spot of large accounts`() {
    #expect(SmallPortfolio.review { $0.potential = nil }.causes(.unmapped) == ["potential-unknown"])
    let small = SmallPortfolio.review {
      $0.potential = nil
      $0.arr = Money(49_999)
    }
    #expect(small.causes(.unmapped) == [])
    #expect(small.matrices[0].cells[4].tally.accounts == 1)
  }
}
