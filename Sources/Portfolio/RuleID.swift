/// The rules of the policy. Every ban, cost and limit of a plan is made by exactly one of them.
public enum RuleID: String, Sendable, Hashable, CaseIterable, Codable {
  case region, domain, tier, language
  case forbiddenPair = "forbidden-pair"
  case pin, lock, blackout, capacity
  case books, continuity
  case moveBudget = "move-budget"
  case balance, coverage, family, moment
  case slots = "handoff-slots"
  case handoffEffort = "handoff-effort"
  case departure, presence, leave, pool, agreement, transition
}
