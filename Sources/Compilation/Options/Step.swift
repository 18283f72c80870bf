import Portfolio

/// What one option does to one account. An option of a joint group is a step for each member.
struct Step {
  static let nobody = AccountFacts.nobody

  var account: Int
  /// What happens to this member: `stay` for one that is with the receiver already.
  var kind: PlannedOption.Kind
  /// The active incumbent, or `nobody`.
  var incumbent: Int
  /// The receiver or the cover, or `nobody`.
  var receiver: Int
  var period = -1
  var moment: Int16 = -1
  /// Day numbers; `effective` is the first day of the receiver's responsibility.
  var start: Int32 = 0
  var effective: Int32 = 0
  /// A joint group takes one slot of its receiver, and one of each giver.
  var takesSlotIn = true
  var takesSlotOut = true
  /// A handoff that started before the first day: what it cost then is not charged again.
  var hasBegun = false
  /// The whole group stays, and it has several members.
  var isJointStay = false

  /// Who looks after the account at the end of the horizon, or `nobody`.
  var finalCSM: Int {
    switch kind {
    case .stay, .cover: incumbent
    case .handoff, .assign: receiver
    case .unassigned: Step.nobody
    }
  }

  /// The days on which giver and receiver both work on the account, and the first day of the receiver alone.
  var transition: DaySpan { DaySpan(start, effective) }
}
