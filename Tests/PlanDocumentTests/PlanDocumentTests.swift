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

@Suite struct StreamingTests {
  @Test("the pieces of a plan are the bytes of the whole", arguments: [0, 1, 255, 256, 257, 600])
  func pieces(accounts: Int) throws {
    let document = document(accounts: accounts)
    var bytes = Data()
    try document.forEachPiece { bytes.append(contentsOf: $0) }
    #expect(bytes == (try document.encoded()))
    #expect(try PlanDocument.decoded(from: bytes) == document)
  }

  @Test("a plan of a version without these facts is read, and what it does not say is absent") func older() throws {
    var document = document(accounts: 1)
    document.closedAccounts = nil
    document.accounts[0].situation = nil
    let text = String(decoding: try document.encoded(), as: UTF8.self)
    #expect(!text.contains("closedAccounts") && !text.contains("situation"))
    #expect(try PlanDocument.decoded(from: Data(text.utf8)) == document)
  }

  private func document(accounts count: Int) -> PlanDocument {
    let ids = (0..<count).map { "A\($0)" }
    var document = PlanDocument(
      asOf: CalendarDate(dayNumber: 20_000), inputs: ["accounts.csv": "0"], currency: "EUR",
      horizon: HorizonDocument(periods: [], tailMonths: 9), termination: Termination(reason: .timeLimit),
      objective: PointsValue(micropoints: 1_500_000), objectiveByRule: ["moves": PointsValue(micropoints: 1)],
      multipliers: ids.map { MultiplierDocument(resource: $0, value: 7) }, totals: totals(count),
      accounts: ids.map(account), assignments: ids.map { .init(account: $0, kind: .stay, csm: "C", previous: "C") },
      handoffs: [], books: [],
      run: RunFacts(
        version: "0", seconds: 0, host: "", createdAt: "", workspace: "", seed: 1, work: 0, solver: ""))
    document.closedAccounts = ids.map { .init(account: $0, obstacles: [.init(cause: .range, detail: "Freeze")]) }
    document.explanations.stays = ids.map {
      StayExplanation(account: $0, csm: "C", summary: "Stays:\n  \"moves\" : [\n", alternatives: [])
    }
    return document
  }

  private func account(_ id: String) -> AccountDocument {
    var account = AccountDocument(
      account: id, name: "A \"quoted\" / name\u{2028}", tier: "small", region: "", domains: [], arr: nil, health: 3,
      atRisk: false, effort: 60, estimated: true, renewalDate: nil)
    account.situation = AccountSituation()
    account.situation?.escalationOpen = true
    return account
  }

  private func totals(_ count: Int) -> PlanTotals {
    PlanTotals(
      accounts: count, csms: 1, moves: 0, forcedMoves: 0, assigned: 0, covers: 0, unassigned: 0, arrMoved: 0,
      estimatedEfforts: 0, withoutMoment: 0, objectiveIfNothingMoves: nil)
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
