import PlanDocument
import Testing

@testable import Reports

@Suite struct NumberTextTests {
  @Test("thousands are grouped, also at the edges") func grouping() {
    #expect(NumberText.grouped(Int64(0)) == "0")
    #expect(NumberText.grouped(Int64(1_234_567)) == "1,234,567")
    #expect(NumberText.grouped(Int64(-999)) == "\u{2212}999")
    #expect(NumberText.grouped(Int64.min) == "\u{2212}9,223,372,036,854,775,808")
  }

  @Test("hours have one decimal, half away from zero") func hours() {
    #expect(NumberText.hours(minutes: 63) == "1.1")
    #expect(NumberText.hours(minutes: -63) == "\u{2212}1.1")
    #expect(NumberText.hours(minutes: 75_000) == "1,250.0")
    #expect(NumberText.hours(minutes: Int64.max) == "153,722,867,280,912,930.1")
  }

  @Test("at most means rounded up") func atMost() {
    #expect(NumberText.hoursAtMost(PointsValue(micropoints: 6_000_001)) == "0.2 h")
    #expect(NumberText.hoursAtMost(PointsValue(micropoints: 6_000_000)) == "0.1 h")
    #expect(NumberText.hoursAtMost(PointsValue(micropoints: 0)) == "0.0 h")
    #expect(NumberText.gap(0.00791) == "0.80 %")
    #expect(NumberText.gap(.nan) == "n/a")
    #expect(NumberText.gap(.infinity) == "n/a")
  }

  @Test("percent of nothing is not a number") func percent() {
    #expect(NumberText.percent(1, of: 0) == "n/a")
    #expect(NumberText.percent(Int64.max, of: Int64.max) == "100 %")
    #expect(NumberText.percent(139, of: 100) == "139 %")
  }
}
