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

@Suite struct AssignmentTests {
  private let unassigned = Assignment(account: "A1", kind: .unassigned, csm: nil, previous: "ANN")

  @Test("nobody is written as null, not left out") func explicitNull() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = String(decoding: try encoder.encode(unassigned), as: UTF8.self)
    #expect(text.contains(#""csm":null"#) && text.contains(#""start":null"#))
    #expect(try JSONDecoder().decode(Assignment.self, from: Data(text.utf8)) == unassigned)
  }

  @Test("a key that is absent is read as none") func absentKey() throws {
    let text = #"{"account":"A1","kind":"unassigned","previous":"ANN"}"#
    #expect(try JSONDecoder().decode(Assignment.self, from: Data(text.utf8)) == unassigned)
  }
}
