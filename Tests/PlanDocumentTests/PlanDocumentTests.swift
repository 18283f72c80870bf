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

@Suite struct SearchHistoryTests {
  private let history = SearchHistory([
    SearchMoment(seconds: 0.25, phase: .construction, objective: PointsValue(micropoints: 12_000_001)),
    SearchMoment(
      seconds: 1.5, phase: .finished, objective: PointsValue(micropoints: 11_000_000),
      bound: PointsValue(micropoints: 10_000_000), certifiedBound: PointsValue(micropoints: 9_900_000)),
  ])

  @Test("moments are written as columns, none as null, and read back") func columns() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = String(decoding: try encoder.encode(history), as: UTF8.self)
    #expect(text.contains(#""bound":[null,10],"certifiedBound":[null,9.9]"#))
    #expect(text.contains(#""objective":[12.000001,11],"phase":["construction","finished"],"seconds":[0.25,1.5]"#))
    #expect(try JSONDecoder().decode(SearchHistory.self, from: Data(text.utf8)) == history)
  }

  @Test("columns of different lengths are refused") func lengths() {
    let text = #"{"seconds":[1],"phase":[],"objective":[null],"bound":[null],"certifiedBound":[null]}"#
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(SearchHistory.self, from: Data(text.utf8)) }
  }

  @Test("a gap is relative to the plan, and absolute near zero") func gaps() {
    #expect(history.moments[0].gap == nil)
    #expect(history.moments[1].certifiedGap == 0.1)
    let small = SearchMoment(
      seconds: 0, phase: .finished, objective: PointsValue(micropoints: 1), bound: PointsValue(micropoints: -999_999))
    #expect(small.gap == 1)
  }
}
