import Portfolio
import Testing

@Suite("The meaning of options") struct PlannedOptionsTests {
  private let options = [
    PlannedOption(.stay), PlannedOption(.handoff, csm: 1, period: 0, moment: 2, start: day(1), effective: day(8)),
    PlannedOption(.handoff, csm: 2, period: 0, moment: 2, start: day(1), effective: day(8)),
    PlannedOption(.handoff, csm: 1, period: 1, moment: -2, start: day(40), effective: day(47)),
    PlannedOption(.assign, csm: 1, period: 0, start: day(1), effective: day(1)), PlannedOption(.unassigned),
    PlannedOption(.stay),
  ]

  private static func day(_ number: Int32) -> CalendarDate { CalendarDate(dayNumber: number) }

  @Test("is what was put in") func reading() {
    var stored = PlannedOptions()
    stored.append(contentsOf: options)
    #expect(Array(stored) == options)
  }

  @Test("is equal for equal options, however they came to be") func equality() {
    var stored = PlannedOptions()
    for option in options.reversed() + options { stored.append(option) }
    var other = PlannedOptions()
    other.append(contentsOf: options)
    #expect(stored != other)
    for option in options.reversed() { stored.append(option) }
    for _ in 0..<14 { stored.removeLast() }
    other = []
    other.append(contentsOf: options.reversed())
    #expect(stored == other)
  }
}
