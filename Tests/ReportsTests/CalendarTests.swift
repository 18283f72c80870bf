import Foundation
import PlanDocument
import Portfolio
import Testing

@testable import Reports

@Suite("The calendar") struct CalendarTests {
  /// The logical lines: unfolded, without line ends. By bytes: a `Character` would swallow the blank of a folded line.
  private func lines(_ bytes: [UInt8]) -> [String] {
    var lines: [[UInt8]] = []
    for line in physical(bytes) {
      if line.first == 0x20, !lines.isEmpty {
        lines[lines.count - 1] += line.dropFirst()
      } else {
        lines.append(line)
      }
    }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  private func physical(_ bytes: [UInt8]) -> [[UInt8]] {
    var (lines, line): ([[UInt8]], [UInt8]) = ([], [])
    for byte in bytes {
      line.append(byte)
      if line.suffix(2) == [0x0D, 0x0A] {
        lines.append(line.dropLast(2))
        line = []
      }
    }
    #expect(line.isEmpty, "the file ends with CR LF")
    return lines
  }

  @Test(
    "lines are folded at 75 octets and never inside a character",
    arguments: ["a", "é", "👩‍👩‍👧", "山", "\u{301}", "a;b,c\\d\n"], [1, 60, 74, 75, 76, 149, 150, 400])
  func folding(piece: String, count: Int) {
    var text = CalendarText()
    let value = String(repeating: piece, count: count)
    text.add("SUMMARY", text: value)
    for line in physical(text.bytes) {
      #expect(line.count <= 75)
      #expect(String(validating: line, as: UTF8.self) != nil)
    }
    #expect(lines(text.bytes) == ["SUMMARY:" + CalendarText.escaped(value)])
  }

  @Test("text is escaped by scalar, so that a combining mark hides nothing")
  func escaping() {
    #expect(CalendarText.escaped("a,b;c\\d\ne") == "a\\,b\\;c\\\\d\\ne")
    #expect(CalendarText.escaped(",\u{301}") == "\\,\u{301}")
    #expect(CalendarText.escaped("x\r\nEND:VCALENDAR") == "x \\nEND:VCALENDAR")
    #expect(CalendarText.quoted("A \"B\"; C:D") == "\"A 'B'; C:D\"")
  }

  @Test(
    "an address is an address or is left out",
    arguments: [
      "", "ann", "@x", "ann@", "a@b@c", "ann @x.example", "ann@x.example\r\nATTENDEE:mailto:eve@x.example",
      "\"a\"@x.example", "ann@x.example;CN=x", "ann@exämple.de", "a@x?cc=eve", "<ann@x.example>",
    ])
  func addresses(email: String) {
    #expect(CalendarText.mailto(email) == nil)
    #expect(CalendarText.mailto("ann.o'neil@x.example") == nil)
    #expect(CalendarText.mailto("ann.archer+work@x.example") == "mailto:ann.archer+work@x.example")
  }

  @Test("no hostile text adds a line, a property or an event", arguments: HostilePlan.payloads)
  func hostile(payload: String) throws {
    let expected = names(try HostilePlan.document(HostilePlan.harmless))
    #expect(
      names(try HostilePlan.document(payload)).filter { !people.contains($0) }
        == expected.filter { !people.contains($0) })
  }

  /// A spoiled address is none, so that these may be missing.
  private let people: Set<String> = ["ATTENDEE", "ORGANIZER"]

  private func names(_ document: PlanDocument) -> [String] {
    let bytes = HandoffCalendar(document).render()
    for line in physical(bytes) {
      #expect(line.count <= 75 && String(validating: line, as: UTF8.self) != nil)
      #expect(line.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
    }
    return lines(bytes).map { line in
      String(decoding: line.utf8.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ";") }, as: UTF8.self)
    }
  }

  @Test("every handoff has its days, as days, and invites whom it can reach") func events() {
    let text = lines(HandoffCalendar(SamplePlan.document).render())
    let starts = text.filter { $0.hasPrefix("DTSTART;VALUE=DATE:") }
    let overlapping = SamplePlan.document.handoffs.count { $0.start < $0.effective }
    #expect(starts.count == 2 * SamplePlan.document.handoffs.count + overlapping)
    #expect(text.contains("DTSTART;VALUE=DATE:20270118") && text.contains("DTEND;VALUE=DATE:20270119"))
    #expect(text.contains("SUMMARY:Handoff effective: Aurora Health Systems (Ann Archer → Ben Okonkwo)"))
    #expect(text.contains("ORGANIZER;CN=\"Ben Okonkwo\":mailto:ben@example.com"))
    #expect(!text.contains { $0.contains("910") }, "no numbers of an account")
  }

  @Test("an event keeps its identifier when its day moves, and the later plan wins") func identity() throws {
    var later = SamplePlan.document
    later.asOf = later.asOf.adding(days: 7)
    for index in later.handoffs.indices {
      later.handoffs[index].start = later.handoffs[index].start.adding(days: 3)
      later.handoffs[index].effective = later.handoffs[index].effective.adding(days: 3)
      later.handoffs[index].reason = "Another"
    }
    let (old, new) = (lines(HandoffCalendar(SamplePlan.document).render()), lines(HandoffCalendar(later).render()))
    func values(_ name: String, _ lines: [String]) -> Set<String> { Set(lines.filter { $0.hasPrefix(name + ":") }) }
    #expect(values("UID", old) == values("UID", new))
    #expect(values("UID", old).count == old.count { $0 == "BEGIN:VEVENT" })
    let (first, second) = (try #require(revision(old)), try #require(revision(new)))
    #expect(second == first + 7)
  }

  private func revision(_ lines: [String]) -> Int? {
    lines.first { $0.hasPrefix("SEQUENCE:") }.flatMap { Int($0.dropFirst("SEQUENCE:".count)) }
  }

  @Test("nothing that differs from run to run is in it") func reproducible() {
    var other = SamplePlan.document
    (other.run.host, other.run.createdAt, other.run.workspace) = ("elsewhere", "2030-01-01T00:00:00Z", "/elsewhere")
    #expect(HandoffCalendar(other).render() == HandoffCalendar(SamplePlan.document).render())
  }

  @Test("weeks begin on Monday inside months, and are the periods where these are weeks") func weeks() {
    let months = ReportWeeks(SamplePlan.document)
    #expect(months.weeks.first?.first == SamplePlan.date("2026-11-30"))
    #expect(months.index(of: SamplePlan.date("2026-12-06")) == 0)
    #expect(months.index(of: SamplePlan.date("2026-12-07")) == 1)
    #expect(months.index(of: SamplePlan.date("2026-11-29")) == nil)
    #expect(months.months.reduce(0) { $0 + $1.count } == months.weeks.count)
    var document = SamplePlan.document
    document.horizon.periods = (0..<13).map { week in
      let start = SamplePlan.date("2026-12-02").adding(days: 7 * week)
      return .init(index: week, label: "week", start: start, end: start.adding(days: 6))
    }
    #expect(ReportWeeks(document).weeks.first?.first == SamplePlan.date("2026-12-02"))
    #expect(ReportWeeks(document).weeks.count == 13)
    #expect(HTMLReport(document).render().contains("All of them by name"))
  }
}
