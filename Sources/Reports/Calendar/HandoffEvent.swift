import PlanDocument
import Portfolio

/// A day of a handoff that belongs into a calendar.
struct HandoffEvent {
  /// Part of the identifier of the event: never rename one.
  let kind: String
  let day: CalendarDate
  let title: String
  let notes: [String]

  /// Start, introduction and effective day; the start is left out where there is no overlap. Of a cover: there and back.
  static func events(_ pack: HandoffPack) -> [HandoffEvent] {
    let handoff = pack.handoff
    func event(_ kind: String, _ day: CalendarDate, _ title: String, _ notes: [String]) -> HandoffEvent {
      HandoffEvent(kind: kind, day: day, title: "\(title): \(pack.accountName) (\(pack.route))", notes: notes)
    }
    guard !pack.isCover else {
      return [
        event("cover", handoff.start, "Cover begins", pack.checklist),
        event("return", pack.returns, "Cover ends", ["\(pack.giver ?? "The CSM") looks after it again."]),
      ]
    }
    let tasks = handoff.checklist.map { "- \($0)" }
    let end = ["From today \(pack.receiver) looks after \(pack.accountName)."]
    let start = event(
      "start", handoff.start, "Handoff starts", ["Both work on it until \(handoff.overlapEnd)."] + tasks)
    return (pack.hasOverlap ? [start] : [])
      + [
        event("introduction", handoff.introduction, "Introduction", [pack.meeting] + tasks),
        event("effective", handoff.effective, "Handoff effective", end),
      ]
  }
}
