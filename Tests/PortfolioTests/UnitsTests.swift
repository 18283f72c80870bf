import Portfolio
import Testing

@Suite("Units") struct UnitsTests {
  @Test(
    "money is measured in thousands, half up",
    arguments: [(0, 0), (499, 0), (500, 1), (1499, 1), (1500, 2), (250_000, 250)] as [(Int64, Int64)])
  func thousands(money: Int64, thousands: Int64) { #expect(Money(money).thousands == thousands) }

  @Test("a point is a million micropoints") func points() {
    #expect(Points(3).micropoints == 3_000_000)
    #expect((Points(3) - Points(micropoints: 1)).micropoints == 2_999_999)
    #expect(Points(90).hours == 1.5)
  }

  @Test("an hour has sixty minutes") func minutes() {
    #expect(Minutes(hours: 2) == Minutes(120))
    #expect(Minutes(90).hours == 1.5)
  }
}
