import Portfolio
import Testing

@Suite("A range of days") struct DateRangeTests {
  private func range(_ first: Int32, _ last: Int32) -> DateRange {
    DateRange(CalendarDate(dayNumber: first), through: CalendarDate(dayNumber: last))
  }

  @Test("contains both of its ends") func ends() {
    #expect(range(3, 5).contains(CalendarDate(dayNumber: 3)))
    #expect(range(3, 5).contains(CalendarDate(dayNumber: 5)))
    #expect(!range(3, 5).contains(CalendarDate(dayNumber: 6)))
  }

  @Test("overlaps where a day is shared") func overlap() {
    #expect(range(3, 5).overlaps(range(5, 9)))
    #expect(!range(3, 5).overlaps(range(6, 9)))
    #expect(range(1, 9).overlaps(range(4, 4)))
  }
}
