import Foundation
import PlanDocument
import Portfolio
import Testing

@Suite struct PointsValueTests {
  @Test("points survive JSON to the last millionth", arguments: [0, 1, -1, 12_000_001, 1_234_567_890_123_456_789])
  func roundTrip(micropoints: Int64) throws {
    let data = try JSONEncoder().encode([PointsValue(micropoints: micropoints)])
    #expect(try JSONDecoder().decode([PointsValue].self, from: data).first?.micropoints == micropoints)
  }

  @Test("a seventh decimal is refused") func tooManyDecimals() {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([PointsValue].self, from: Data("[0.0000001]".utf8))
    }
  }
}
