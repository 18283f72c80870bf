import OptionModel
import Portfolio

/// How many handoffs a team can take part in during a period, and how much ARR may be in transition at once.
final class TransitionLimitsRule: ConsumingRule {
  static let id = RuleID.transition

  let facts: PlanFacts
  /// By CSM: number of the team, or -1.
  private let teamOfCSM: [Int32]
  /// Index of the slots of the first team in period 0, or -1; the periods of a team follow each other.
  private let firstSlot: Int32
  /// Index of the ARR in transition of period 0, or -1.
  private let firstARR: Int32

  init(_ facts: PlanFacts, declaring book: inout ResourceBook) {
    self.facts = facts
    let teams = facts.portfolio.teams
    let numbers = Dictionary(uniqueKeysWithValues: teams.enumerated().map { ($1, Int32($0)) })
    teamOfCSM = facts.portfolio.csms.map { $0.team.flatMap { numbers[$0] } ?? -1 }
    firstSlot = TransitionLimitsRule.declareSlots(facts, &book, teamCount: teams.count)
    var first: Int32 = -1
    for period in 0..<facts.periodCount {
      guard let limit = facts.policy.handoffs.transitionARR else { break }
      let index = book.declare(.transitionARR(period: Int16(period)), limit: limit.thousands)
      if period == 0 { first = index }
    }
    firstARR = first
  }

  private static func declareSlots(_ facts: PlanFacts, _ book: inout ResourceBook, teamCount: Int) -> Int32 {
    let policy = facts.policy.handoffs
    guard let perWeek = policy.teamSlotsPerWeek else { return -1 }
    var first: Int32 = -1
    for team in 0..<teamCount {
      for period in 0..<facts.periodCount {
        let limit = max(1, Exact.floor(perWeek, times: facts.timeline.dayCount(ofPeriod: period), over: 7))
        let index = book.declare(
          .slotsTeam(team: Int32(team), period: Int16(period)), limit: policy.slotsAreHard ? limit : nil,
          price: policy.slotsAreHard ? [] : [PriceSegment(.over, limit, rate: policy.slotPrice.micropoints)])
        if first < 0 { first = index }
      }
    }
    return first
  }

  func consume(_ step: Step, from ledger: inout some Ledger) {
    if firstSlot >= 0 { takeSlots(step, &ledger) }
    if firstARR >= 0, step.kind == .handoff { carry(step, &ledger) }
  }

  /// One of each team that takes part; a departing giver takes none.
  private func takeSlots(_ step: Step, _ ledger: inout some Ledger) {
    guard step.kind == .handoff || step.kind == .assign || step.kind == .cover, !step.hasBegun else { return }
    let receiving = step.takesSlotIn ? teamOfCSM[step.receiver] : -1
    take(receiving, step.period, &ledger)
    guard step.takesSlotOut, step.incumbent != Step.nobody, !facts.csms[step.incumbent].isDeparting else { return }
    // The receiver of a joint group is the same for all of its members.
    let giving = teamOfCSM[step.incumbent]
    if giving != teamOfCSM[step.receiver] { take(giving, step.period, &ledger) }
  }

  private func take(_ team: Int32, _ period: Int, _ ledger: inout some Ledger) {
    guard team >= 0 else { return }
    ledger.consume(Self.id, 1, of: firstSlot + team * Int32(facts.periodCount) + Int32(period))
  }

  private func carry(_ step: Step, _ ledger: inout some Ledger) {
    let arr = facts.accounts[step.account].arr
    guard arr != 0 else { return }
    for period in 0..<facts.periodCount where facts.timeline.span(ofPeriod: period).meets(step.transition) {
      ledger.consume(Self.id, arr, of: firstARR + Int32(period))
    }
  }
}
