import Explanation
import PlanDocument
import Portfolio
import Solving

extension CounterfactualSearch {
  /// Of the limits of the search.
  private static let partForCollisions = 4

  /// Why no plan does what was asked, where several limits have to be seen together: the colliding rules that `diagnose`
  /// finds when every choice that was asked for is a pin. A pin leaves at least as many choices, so what collides with
  /// pins collides with what was asked. Empty where nothing is found in the time.
  func colliding(_ interruption: PlanInterruption) throws -> [Obstacle] {
    var pinned = portfolio()
    for question in questions {
      guard let index = pinned.accounts.firstIndex(where: { $0.id == question.account }) else { continue }
      switch question.kind {
      case .go: pinned.accounts[index].pinnedCSMID = question.csm
      case .stay: pinned.accounts[index].pinnedCSMID = pinned.accounts[index].csmID
      case .cap, .without, .lift: break
      }
    }
    let time = request.timeLimit.map { $0 / Self.partForCollisions } ?? .seconds(10)
    let control = BackendControl(deadline: ContinuousClock.now + time, interruption: interruption.token)
    let found = try ConflictReader(pinned, places: RulePlaces(pinned)).conflicts(control).documents.first
    return found.map { set in
      set.members.map { member in
        Obstacle(rule: member.rule, message: message(of: member), account: member.account, proven: set.proof != .search)
      }
    } ?? []
  }

  /// A choice that was asked for is a pin only here.
  private func message(of member: ConflictDocument.Member) -> String {
    let isAsked = questions.contains { $0.account == member.account && ($0.kind == .go || $0.kind == .stay) }
    return member.rule == RuleID.pin.rawValue && isAsked ? "\(member.message), as asked" : member.message
  }
}
