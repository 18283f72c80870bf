import Foundation
import Portfolio
import Testing

@Suite("A calendar date") struct CalendarDateTests {
  @Test("survives components, for every day of four centuries") func roundTrip() throws {
    let first = try #require(CalendarDate(year: 1600, month: 1, day: 1))
    let survives = (0..<146_097).allSatisfy { offset in
      let (year, month, day) = first.adding(days: offset).components
      return CalendarDate(year: year, month: month, day: day) == first.adding(days: offset)
    }
    #expect(survives)
    #expect(first.adding(days: 146_097).description == "2000-01-01")
  }

  @Test(
    "counts from the first of January 1970",
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("0001-01-01", -719_162),
      ("9999-12-31", 2_932_896),
    ] as [(String, Int32)])
  func dayNumber(text: String, number: Int32) {
    #expect(CalendarDate(text)?.dayNumber == number)
    #expect(CalendarDate(dayNumber: number).description == text)
  }

  @Test(
    "does not exist",
    arguments: [
      "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "2026-1-01",
      "26-01-01",
      "2026/01/01", "2026-01-01 ", "", "+026-01-01", "0000-01-01",
    ])
  func impossible(text: String) { #expect(CalendarDate(text) == nil) }

  @Test("knows leap years", arguments: [(2000, 29), (1900, 28), (2024, 29), (2026, 28), (2400, 29)])
  func leapYears(year: Int, days: Int) { #expect(CalendarDate.days(inMonth: 2, ofYear: year) == days) }

  @Test(
    "moves by months to the same day, or the last one",
    arguments: [
      ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-01-31", 3, "2026-04-30"),
      ("2026-11-15", 2, "2027-01-15"), ("2026-12-31", 12, "2027-12-31"), ("2024-02-29", 12, "2025-02-28"),
      ("2026-03-31", -1, "2026-02-28"), ("2026-05-31", 0, "2026-05-31"),
    ])
  func months(from: String, months: Int, to: String) {
    #expect(CalendarDate(from)?.adding(months: months).description == to)
  }

  @Test("counts days to another date, in both directions") func difference() throws {
    let (first, second) = (
      try #require(CalendarDate("2024-02-28")), try #require(CalendarDate("2024-03-01"))
    )
    #expect(second.days(since: first) == 2)
    #expect(first.days(since: second) == -2)
    #expect(first < second)
  }

  @Test("is text in JSON") func json() throws {
    let date = try #require(CalendarDate("2026-11-22"))
    let data = try JSONEncoder().encode([date])
    #expect(String(decoding: data, as: UTF8.self) == "[\"2026-11-22\"]")
    #expect(try JSONDecoder().decode([CalendarDate].self, from: data) == [date])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([CalendarDate].self, from: Data("[\"2026-02-30\"]".utf8))
    }
  }
}
