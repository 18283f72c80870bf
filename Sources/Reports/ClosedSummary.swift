import PlanDocument
import Portfolio

/// Accounts without a permitted moment, counted by what stands in the way.
struct ClosedSummary {
  struct Row {
    let title: String
    /// What a reader could do, or wait for.
    let remedy: String
    /// Accounts in whose way it stands.
    let accounts: Int
    /// Accounts that would have a moment without it.
    let opened: Int
    /// Some of them, those it alone keeps closed first.
    let examples: [String]
  }

  private static let examplesShown = 3

  /// The most accounts first.
  let rows: [Row]
  let count: Int
  let opensLater: Int
  /// The first day on which one of them opens after the horizon.
  let firstOpening: CalendarDate?

  init(_ context: ReportContext) {
    let closed = context.document.closedAccounts ?? []
    count = closed.count
    opensLater = closed.count { $0.opensOn != nil }
    firstOpening = closed.compactMap(\.opensOn).min()
    var groups: [Key: Group] = [:]
    for account in closed {
      for obstacle in account.obstacles {
        let key = Key(cause: obstacle.cause, detail: obstacle.detail)
        groups[key, default: Group()].add(account.account, opens: obstacle.opens == true)
      }
    }
    rows = groups.sorted {
      ($1.value.accounts, $0.key.cause.rawValue, $0.key.detail ?? "")
        < ($0.value.accounts, $1.key.cause.rawValue, $1.key.detail ?? "")
    }.map { key, group in
      Row(
        title: ClosedSummary.title(key.cause, key.detail), remedy: ClosedSummary.remedy(key.cause, key.detail),
        accounts: group.accounts, opened: group.opened,
        examples: group.examples.map { context.accountName($0) })
    }
  }

  private struct Group {
    var accounts = 0
    var opened = 0
    private var openedExamples: [String] = []
    private var otherExamples: [String] = []

    var examples: ArraySlice<String> { (openedExamples + otherExamples).prefix(ClosedSummary.examplesShown) }

    mutating func add(_ account: String, opens: Bool) {
      accounts += 1
      if opens {
        opened += 1
        if opened <= ClosedSummary.examplesShown { openedExamples.append(account) }
      } else if accounts - opened <= ClosedSummary.examplesShown {
        otherExamples.append(account)
      }
    }
  }

  private struct Key: Hashable {
    let cause: ClosedAccount.Cause
    let detail: String?
  }

  /// `12 accounts have no permitted moment and stay; for 9 one opens after the horizon, from 2027-04-20 on.`
  var sentence: String? {
    guard count > 0 else { return nil }
    let first = "\(NumberText.plural(count, "account has", "accounts have")) no permitted moment and stay"
    guard let day = firstOpening else { return first + "." }
    return first + "; for \(NumberText.grouped(opensLater)) one opens after the horizon, from \(day) on."
  }

  static func title(_ cause: ClosedAccount.Cause, _ detail: String?) -> String {
    switch cause {
    case .renewalNear: "The renewal is near"
    case .onboarding: "Onboarding is not over"
    case .recentHandoff: "It changed hands recently"
    case .turnOfYear: "Turn of the year"
    case .holiday: "Holiday: \(detail ?? "")"
    case .range: "Blackout: \(detail ?? "")"
    case .leave: "Its CSM is on leave"
    case .deferred: "It was deferred"
    case .missingDate: "No \(detail ?? "date") is given"
    case .outsideHorizon: "Every moment lies outside the horizon"
    case .tier: "No moment is meant for its tier"
    case .family: "Its family has no moment in common"
    }
  }

  static func remedy(_ cause: ClosedAccount.Cause, _ detail: String?) -> String {
    switch cause {
    case .renewalNear: "wait for the renewal, or shorten blackouts.renewal_hard_days"
    case .onboarding: "wait for its end, or enter onboarding_end"
    case .recentHandoff: "wait, or shorten blackouts.recent_handoff_days"
    case .turnOfYear, .holiday, .range: "plan later, or permit handoffs in it"
    case .leave: "wait for the return; a cover is possible"
    case .deferred: "wait for the day that was answered, or change the answer"
    case .missingDate: "enter \(detail ?? "it"): a moment could follow from it"
    case .outsideHorizon: "plan over more periods, or add a moment"
    case .tier: "add a moment for the tier"
    case .family: "add a moment that all of them have"
    }
  }
}
