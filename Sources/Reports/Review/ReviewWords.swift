import PlanDocument
import Portfolio

/// What a finding says, in a few words with its numbers.
struct ReviewWords {
  let context: ReviewContext

  func cause(_ finding: ReviewFinding) -> String {
    guard let cause = ReviewCause(rawValue: finding.cause), finding.kind != .criterion else {
      return context.reason(finding.cause)
    }
    return people(cause, finding) ?? health(cause, finding) ?? window(cause, finding) ?? silence(cause, finding)
      ?? attention(cause, finding) ?? finding.cause
  }

  private func people(_ cause: ReviewCause, _ finding: ReviewFinding) -> String? {
    switch cause {
    case .noCSM: "nobody looks after it"
    case .csmLeaving: "its CSM leaves" + (finding.until.map { " on \($0)" } ?? "")
    case .sponsorQuiet: "sponsor gone quiet"
    case .sponsorGone: "sponsor has left"
    case .outsideServiceLevel: "held outside its service level"
    case .sponsorChanged: "sponsor changed " + since(finding)
    case .segmentChanged: "segment changed " + since(finding)
    case .merger, .acquisition, .reorganisation, .relocation: "\(cause.rawValue), " + since(finding)
    default: nil
    }
  }

  private func health(_ cause: ReviewCause, _ finding: ReviewFinding) -> String? {
    let score = number(.health, finding).map { "health \($0)" }
    switch cause {
    case .lowHealth: return (score ?? "low health") + trend(finding)
    case .healthFalling: return "health falling" + trend(finding)
    case .usageFalling: return usage(finding) ?? "usage falling"
    case .usageRising: return usage(finding) ?? "usage rising"
    case .escalationOpen: return "escalation open"
    case .relationshipAtRisk: return "relationship at risk"
    case .onboardingLate: return "onboarding late by \(days(.daysSince, finding))"
    case .renewalPassed: return "renewal date passed \(days(.daysSince, finding)) ago"
    case .renewalUntouched:
      let touch = number(.daysSinceTouch, finding).map { "last touch \($0) days ago" } ?? "no touch recorded"
      return "renews in \(days(.daysToDeadline, finding)), \(touch)"
    default: return nil
    }
  }

  private func window(_ cause: ReviewCause, _ finding: ReviewFinding) -> String? {
    switch cause {
    case .renewalWindow: "renews in \(days(.daysToDeadline, finding))"
    case .qbrWindow: "QBR in \(days(.daysToDeadline, finding))"
    case .goalWindow: "next goal due in \(days(.daysToDeadline, finding))"
    case .onboardingDone: "onboarding just done"
    default: nil
    }
  }

  private func silence(_ cause: ReviewCause, _ finding: ReviewFinding) -> String? {
    let touch = number(.daysSinceTouch, finding).map { "\($0) days without a touch" } ?? "no touch recorded"
    switch cause {
    case .overdue: return touch + (number(.cadenceDays, finding).map { ", cadence \($0)" } ?? "")
    case .neverSeen: return touch
    case .leaving:
      let signs = NumberText.plural(Int(number(.badSigns, finding) ?? 0), "sign", "signs")
      return [touch, usage(finding), "\(signs) of leaving"].compactMap { $0 }.joined(separator: ", ")
    case .healthy: return touch + ", " + (usage(finding) ?? "usage rising")
    case .unknown: return touch + ", " + (usage(finding) ?? "usage trend not known or only a word")
    case .middleUnseen: return "mid-sized, \(touch)"
    case .middleFalling:
      return "mid-sized, falling, " + (number(.health, finding).map { "health \($0)" } ?? "health not known")
    default: return nil
    }
  }

  private func attention(_ cause: ReviewCause, _ finding: ReviewFinding) -> String? {
    switch cause {
    case .potentialUnknown: return "potential not known"
    case .tooFewHours, .tooManyHours:
      let given = NumberText.hours(minutes: number(.minutesGiven, finding) ?? 0)
      return "\(given) h a month of \(NumberText.hours(minutes: number(.minutesCalled, finding) ?? 0)) h called for"
    case .costsMore:
      return "service costs \(money(.serviceCost, finding)) a year, brings \(money(.arr, finding))"
    case .overLimit:
      let before = permille(.previousPermille, finding).map { ", was \($0)" } ?? ""
      return
        "\(permille(.sharePermille, finding) ?? "") of ARR, limit \(permille(.limitPermille, finding) ?? "")\(before)"
    case .smallAndUnseen:
      return "\(permille(.unseenPermille, finding) ?? "") of \(number(.accounts, finding) ?? 0) accounts not looked at"
    default: return nil
    }
  }

  private func since(_ finding: ReviewFinding) -> String {
    guard let value = number(.daysSince, finding) else { return "day not known" }
    if value == 0 { return "today" }
    let days = NumberText.plural(abs(Int(value)), "day", "days")
    return value > 0 ? "\(days) ago" : "in \(days)"
  }

  private func usage(_ finding: ReviewFinding) -> String? { signed(.usageTrend, finding).map { "usage \($0) %" } }

  func number(_ name: ReviewNumber.Name, _ finding: ReviewFinding) -> Int64? {
    finding.numbers.first { $0.name == name }?.value
  }

  private func signed(_ name: ReviewNumber.Name, _ finding: ReviewFinding) -> String? {
    number(name, finding).map { ($0 > 0 ? "+" : "") + NumberText.grouped($0) }
  }

  /// A change of nothing is not worth a word.
  private func trend(_ finding: ReviewFinding) -> String {
    number(.healthTrend, finding) == 0 ? "" : signed(.healthTrend, finding).map { " (\($0))" } ?? ""
  }

  private func days(_ name: ReviewNumber.Name, _ finding: ReviewFinding) -> String {
    number(name, finding).map { NumberText.plural(Int($0), "day", "days") } ?? "a time not known"
  }

  private func money(_ name: ReviewNumber.Name, _ finding: ReviewFinding) -> String {
    number(name, finding).map(context.money) ?? "not known"
  }

  private func permille(_ name: ReviewNumber.Name, _ finding: ReviewFinding) -> String? {
    number(name, finding).map(ReviewWords.permille)
  }

  /// `62.1 %`.
  static func permille(_ value: Int64) -> String { "\(value / 10).\(abs(value % 10)) %" }
}

extension ReviewWords {
  static func action(_ action: ReviewFinding.Action) -> String {
    switch action {
    case .nameCSM: "Name a CSM"
    case .prepareHandoff: "Prepare the handoff"
    case .rescuePlan: "Make a rescue plan"
    case .callSponsor: "Call the sponsor"
    case .findSponsor: "Find a new sponsor"
    case .closeEscalation: "Close the escalation"
    case .prepareRenewal: "Prepare the renewal"
    case .recordRenewal: "Record the renewal, or that they left"
    case .finishOnboarding: "Finish the onboarding"
    case .makeOffer: "Make an offer"
    case .getInTouch: "Get in touch"
    case .shortCheck: "A short check is enough"
    case .askData: "Ask, and write down usage and sponsor"
    case .meetNewPeople: "Meet the new people"
    case .mapPotential: "Write down the potential"
    case .giveHours: "Give more hours"
    case .takeHours: "Take hours away"
    case .changeHolder: "Find a suitable holder"
    case .toPool: "Hand to a pool"
    case .spread: "Spread, or accept it in writing"
    case .lookAt: "Look at it"
    case .followRule: "Follow the rule"
    }
  }

  static func handoff(_ handoff: ReviewFinding.Handoff) -> String {
    switch handoff {
    case .no: "no handoff"
    case .possible: "handoff possible"
    case .yes: "handoff"
    }
  }

  /// With the other word that is used for it.
  static func posture(_ posture: Posture?) -> String {
    switch posture {
    case .invest: "Invest (strategic)"
    case .defend: "Defend (key)"
    case .grow: "Grow (monitor)"
    case .serve: "Serve (maintain)"
    case nil: "Unmapped"
    }
  }

  static func title(_ kind: ReviewFinding.Kind) -> String {
    switch kind {
    case .risk: "At risk"
    case .expansion: "Expansion windows"
    case .unseen: "Not looked at"
    case .silent: "Silent"
    case .transition: "In transition"
    case .middle: "Drifting in the middle"
    case .unmapped: "Potential not known"
    case .underServed: "Under-served"
    case .overServed: "Over-served"
    case .holder: "Held outside the service level"
    case .headspace: "Costs more than it brings"
    case .concentration: "Concentrated"
    case .neglected: "Small and neglected"
    case .criterion: "By written rules"
    }
  }

  static func dimension(_ dimension: ReviewSegment.Dimension) -> String {
    switch dimension {
    case .tier: "tier"
    case .region: "region"
    case .domain: "domain"
    case .marketSegment: "market segment"
    case .csm: "CSM"
    case .account: "account"
    case .posture: "posture"
    }
  }

  static func source(_ source: AttentionDocument.Source) -> String {
    switch source {
    case .activity: "hours spent, from activity.csv"
    case .plan: "hours of the plan"
    case .effort: "effort_hours of accounts.csv: what is meant to be given, not what is"
    }
  }
}
