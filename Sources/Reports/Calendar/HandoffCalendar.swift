public import PlanDocument
import Portfolio

/// `handoffs.ics`: the days of every handoff as all-day events (RFC 5545).
///
/// An event is known by account and kind, so that importing a later plan moves it instead of doubling it; its revision
/// counts the days up to `asOf`, so that the later plan wins. The same plan gives the same bytes.
public struct HandoffCalendar: Sendable {
  private let context: ReportContext

  public init(_ document: PlanDocument) { context = ReportContext(document) }

  public func render() -> [UInt8] {
    var text = CalendarText()
    text.add("BEGIN", "VCALENDAR")
    text.add("VERSION", "2.0")
    text.add("PRODID", "-//Ballast//Handoffs//EN")
    text.add("CALSCALE", "GREGORIAN")
    text.add("X-WR-CALNAME", text: "Handoffs")
    for handoff in context.handoffs {
      let pack = HandoffPack(context: context, handoff: handoff)
      for event in HandoffEvent.events(pack) { add(event, pack, to: &text) }
    }
    text.add("END", "VCALENDAR")
    return text.bytes
  }

  private func add(_ event: HandoffEvent, _ pack: HandoffPack, to text: inout CalendarText) {
    let asOf = context.document.asOf
    text.add("BEGIN", "VEVENT")
    text.add("UID", HandoffCalendar.identifier(account: pack.handoff.account, kind: event.kind))
    text.add("DTSTAMP", CalendarText.compact(asOf) + "T000000Z")
    text.add("SEQUENCE", String(HandoffCalendar.revision(asOf)))
    text.add("DTSTART", day: event.day)
    // The day after the last: the end of an event is not part of it.
    text.add("DTEND", day: event.day.adding(days: 1))
    text.add("SUMMARY", text: event.title)
    text.add("DESCRIPTION", text: event.notes.joined(separator: "\n"))
    text.add("CATEGORIES", text: "Handoff")
    text.add("TRANSP", "TRANSPARENT")
    addPeople(pack, to: &text)
    text.add("END", "VEVENT")
  }

  /// Giver and receiver where their addresses are known; the receiver, who keeps the account, invites.
  private func addPeople(_ pack: HandoffPack, to text: inout CalendarText) {
    let people = [pack.handoff.to, pack.handoff.from].compactMap { $0 }.compactMap { id in
      CalendarText.mailto(context.book(id)?.email).map { (name: context.csmName(id), address: $0) }
    }
    guard let organizer = people.first else { return }
    text.add("ORGANIZER;CN=\(CalendarText.quoted(organizer.name))", organizer.address)
    for person in people {
      text.add(
        "ATTENDEE;CN=\(CalendarText.quoted(person.name));ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION", person.address)
    }
  }

  /// Stable for account and kind, and safe for any account id.
  static func identifier(account: String, kind: String) -> String {
    "\(SafeName.digest(account + "\u{0}" + kind))-\(kind)@handoffs.ballast"
  }

  /// Days since 2020-01-01, never negative.
  static func revision(_ asOf: CalendarDate) -> Int { max(0, Int(asOf.dayNumber) - 18_262) }
}
