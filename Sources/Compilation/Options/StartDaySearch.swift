import Portfolio

/// Finds the day and the moment at which a handoff starts.
///
/// For one moment the price of a start never falls from one day to the next except where a blocked or priced span
/// has just ended. The earliest cheapest day is therefore the first day of a window or the day after a span, and
/// only these are tried.
final class StartDaySearch: Sendable {
  private let facts: PlanFacts
  private let moments: MomentRule
  private let blackouts: BlackoutRule
  private let departure: DepartureRule

  /// Kept between searches, so that they allocate nothing.
  struct Scratch {
    var hard: [DaySpan] = []
    var soft: [BlackoutRule.PricedSpan] = []
    var windows: [DaySpan] = []
  }

  init(_ facts: PlanFacts, eligibility: EligibilityRules) {
    self.facts = facts
    moments = eligibility.moment
    blackouts = eligibility.blackout
    departure = eligibility.departure
  }

  /// The cheapest start; ties: the earliest day, then the first moment, the forced moment last.
  func best(_ request: StartRequest, _ scratch: inout Scratch) -> StartChoice? {
    var best: StartChoice?
    scan(request, &scratch) { choice in
      guard let known = best else { return best = choice }
      if (choice.price, choice.start) < (known.price, known.start) { best = choice }
    }
    return best
  }

  /// Every day on which a start is permitted, ascending, with its cheapest moment.
  func everyStart(_ request: StartRequest, _ scratch: inout Scratch) -> [StartChoice] {
    var best: [Int32: StartChoice] = [:]
    scan(request, &scratch, everyDay: true) { choice in
      if let known = best[choice.start], known.price <= choice.price { return }
      best[choice.start] = choice
    }
    return best.values.sorted { $0.start < $1.start }
  }

  /// Every moment that permits a start in the period, in order, the forced moment last.
  func permittingMoments(_ request: StartRequest, _ scratch: inout Scratch) -> [Int16] {
    var found: [Int16] = []
    scan(request, &scratch) { if found.last != $0.moment { found.append($0.moment) } }
    return found
  }

  /// Whether some moment's window meets the period, blackouts aside.
  func hasWindow(_ request: StartRequest, _ scratch: inout Scratch) -> Bool {
    let days = openDays(request)
    scratch.windows.removeAll(keepingCapacity: true)
    for moment in 0..<moments.momentCount where !days.isEmpty {
      moments.appendWindows(ofMoment: moment, accounts: request.accounts, within: days, to: &scratch.windows)
    }
    return !scratch.windows.isEmpty
  }

  /// The days of the period on which a start is thinkable: up to the last day of a departing incumbent.
  private func openDays(_ request: StartRequest) -> DaySpan {
    let last = lastDay(request) ?? DaySpan.endOfTime
    return facts.timeline.span(ofPeriod: request.period).intersection(DaySpan(request.earliest, last))
  }

  private func lastDay(_ request: StartRequest) -> Int32? {
    request.accounts.first.flatMap { departure.lastDay(ofAccount: Int($0)) }
  }

  private func scan(
    _ request: StartRequest, _ scratch: inout Scratch, everyDay: Bool = false, _ body: (StartChoice) -> Void
  ) {
    let days = openDays(request)
    guard !days.isEmpty else { return }
    gatherSpans(request, &scratch)
    for moment in 0..<moments.momentCount {
      scratch.windows.removeAll(keepingCapacity: true)
      moments.appendWindows(ofMoment: moment, accounts: request.accounts, within: days, to: &scratch.windows)
      if !scratch.windows.isEmpty { scan(moment: moment, request, scratch, everyDay, body) }
    }
    guard lastDay(request) != nil else { return }
    gatherForcedSpans(request, &scratch)
    scratch.windows = [days]
    scan(moment: Int(PlannedOption.forcedMoment), request, scratch, everyDay, body)
  }

  private func gatherSpans(_ request: StartRequest, _ scratch: inout Scratch) {
    gatherForcedSpans(request, &scratch)
    for member in request.accounts {
      blackouts.appendHard(ofAccount: Int(member), to: &scratch.hard)
      blackouts.appendSoft(ofAccount: Int(member), to: &scratch.soft)
      let account = facts.accounts[Int(member)]
      if account.standing == .settled, let leave = facts.csms[account.incumbent].leave {
        scratch.hard.append(leave)
      }
    }
  }

  /// At the forced moment only the leave of the receiver blocks.
  private func gatherForcedSpans(_ request: StartRequest, _ scratch: inout Scratch) {
    scratch.hard.removeAll(keepingCapacity: true)
    scratch.soft.removeAll(keepingCapacity: true)
    if let leave = request.leave { scratch.hard.append(leave) }
  }

  private func scan(
    moment: Int, _ request: StartRequest, _ scratch: Scratch, _ everyDay: Bool, _ body: (StartChoice) -> Void
  ) {
    for window in scratch.windows {
      if everyDay {
        for day in window.first...window.last { tryStart(day, moment, request, scratch, body) }
        continue
      }
      tryStart(window.first, moment, request, scratch, body)
      for span in scratch.hard where window.contains(span.last + 1) && span.last + 1 > window.first {
        tryStart(span.last + 1, moment, request, scratch, body)
      }
      for soft in scratch.soft where window.contains(soft.span.last + 1) && soft.span.last + 1 > window.first {
        tryStart(soft.span.last + 1, moment, request, scratch, body)
      }
    }
  }

  private func tryStart(
    _ start: Int32, _ moment: Int, _ request: StartRequest, _ scratch: Scratch, _ body: (StartChoice) -> Void
  ) {
    let overlapDays = moments.overlapDays(ofMoment: moment, accounts: request.accounts)
    let effective = departure.effective(start: start, overlapDays: overlapDays, lastDay: lastDay(request))
    let transition = DaySpan(start, effective)
    for span in scratch.hard where span.meets(transition) { return }
    var price = departure.price(ofMoment: Int16(moment))
    if moment >= 0 { price += moments.price(of: moment) * Int64(request.accounts.count) }
    for soft in scratch.soft where soft.span.meets(transition) { price = Exact.sum(price, soft.price) }
    if lastDay(request) != nil {
      price += departure.shortening(start: start, effective: effective, overlapDays: overlapDays)
    }
    body(StartChoice(moment: Int16(moment), start: start, effective: effective, price: price))
  }
}
