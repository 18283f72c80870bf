import Digest
import PlanDocument
import Portfolio

/// Makes findings: their ids, owners and days.
struct FindingMaker {
  private let view: PortfolioView
  private let lastDay: CalendarDate

  init(_ view: PortfolioView) {
    self.view = view
    lastDay = view.asOf.adding(days: view.review.actWithinDays)
  }

  func finding(
    _ kind: ReviewFinding.Kind, _ cause: ReviewCause, _ account: AccountView, _ numbers: [ReviewNumber],
    _ action: ReviewFinding.Action, until: CalendarDate? = nil, handoff: ReviewFinding.Handoff = .no,
    weight: Int64? = nil
  ) -> ReviewFinding {
    finding(
      kind, cause.rawValue, account, numbers, action, until: until, handoff: handoff, weight: weight ?? account.arr ?? 0
    )
  }

  func finding(
    _ kind: ReviewFinding.Kind, _ cause: String, _ account: AccountView, _ numbers: [ReviewNumber],
    _ action: ReviewFinding.Action, until: CalendarDate? = nil, handoff: ReviewFinding.Handoff = .no, weight: Int64
  ) -> ReviewFinding {
    ReviewFinding(
      id: FindingMaker.id(kind, account.account.id, cause), kind: kind, cause: cause, account: account.account.id,
      numbers: numbers, action: action, owner: owner(account), due: due(until), until: until, handoff: handoff,
      weight: weight)
  }

  func finding(
    _ kind: ReviewFinding.Kind, _ cause: ReviewCause, _ segment: ReviewSegment, _ numbers: [ReviewNumber],
    _ action: ReviewFinding.Action, owner: String? = nil, weight: Int64
  ) -> ReviewFinding {
    ReviewFinding(
      id: FindingMaker.id(kind, "\(segment.dimension.rawValue)=\(segment.value)", cause.rawValue), kind: kind,
      cause: cause.rawValue, account: nil, segment: segment, numbers: numbers, action: action, owner: owner,
      due: due(nil), weight: weight)
  }

  /// The first 15 hexadecimal digits of the SHA-256 of kind, subject and cause, each on a line of its own: 60 bits, so that
  /// a million findings share one with a probability below one in a million.
  static func id(_ kind: ReviewFinding.Kind, _ subject: String, _ cause: String) -> String {
    String(SHA256.hexadecimal(of: Array("\(kind.rawValue)\n\(subject)\n\(cause)".utf8)).prefix(15))
  }

  /// Whoever holds the account; of those who are gone already the manager.
  private func owner(_ account: AccountView) -> String? {
    guard let csm = view.csm(account) else { return nil }
    return csm.active ? csm.id : csm.managerID
  }

  /// A deadline that has passed leaves no time, but not less than none.
  private func due(_ until: CalendarDate?) -> CalendarDate { max(view.asOf, min(lastDay, until ?? lastDay)) }
}
