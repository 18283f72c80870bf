import PlanDocument
import Testing

@testable import Reports

@Suite struct ProgressPageTests {
  private func moment(_ seconds: Double, _ phase: SearchPhase = .localSearch, plan: Int64? = 1_000) -> SearchMoment {
    SearchMoment(
      seconds: seconds, phase: phase, objective: plan.map { PointsValue(micropoints: $0 * 60_000_000) },
      bound: PointsValue(micropoints: 990 * 60_000_000), certifiedBound: PointsValue(micropoints: 980 * 60_000_000))
  }

  /// What a search of so many seconds writes, told of it ten times a second.
  private func output(_ page: ProgressPage, seconds: Double) -> String {
    var page = page
    var text = ""
    for tenth in 0...Int(seconds * 10) {
      text += page.text(for: moment(Double(tenth) / 10, plan: tenth < 5 ? nil : 1_000), SearchCounts(moves: 512))
    }
    return text + page.text(for: moment(seconds, .finished), SearchCounts(moves: 512)) + page.end()
  }

  /// What stays on a terminal: the last text after each return of the carriage.
  private func screen(_ output: String) -> [String] {
    output.split(separator: "\n", omittingEmptySubsequences: false).map {
      String(
        $0.replacing("\r\u{1B}[2K", with: "\r").split(separator: "\r", omittingEmptySubsequences: false).last ?? "")
    }
  }

  @Test("A short search leaves nothing on a terminal") func short() {
    let text = output(ProgressPage(isLive: true, isLog: false, width: 80), seconds: 9)
    #expect(text.contains("certified gap 2.00 %, claimed 1.00 %"))
    #expect(screen(text) == [""])
  }

  @Test("A long search leaves a table on a terminal, with the certified gap before the claimed one")
  func long() {
    let lines = screen(output(ProgressPage(isLive: true, isLog: false, width: 80), seconds: 90))
    #expect(lines[1].contains("Time  Doing") && lines[1].contains("Gap  Claimed"))
    #expect(lines[2].contains("0.5 s  better plans"))
    #expect(lines[2].contains("1,000.0      980.0   2.00 %   1.00 %"))
    #expect(lines.dropLast(2).last?.contains("90.0 s  done") == true && lines.suffix(2) == ["", ""])
    #expect(lines.count < 40)
    #expect(lines.allSatisfy { $0.count < 80 })
  }

  @Test("Rows come ever more slowly") func intervals() {
    let lines = screen(output(ProgressPage(isLive: false, isLog: true, width: 80), seconds: 3_600))
    #expect(lines.count < 110)
  }

  @Test("Without a terminal there is nothing but what a log asks for, and no control character") func noTerminal() {
    #expect(output(ProgressPage(isLive: false, isLog: false, width: 80), seconds: 60).isEmpty)
    let text = output(ProgressPage(isLive: false, isLog: true, width: 10), seconds: 3)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isControl })
    #expect(text.hasSuffix("\n") && text.contains("Nodes") && text.contains("done"))
  }

  @Test("No line is wider than the terminal", arguments: [20, 40, 60, 79, 120]) func width(width: Int) {
    let text = output(ProgressPage(isLive: true, isLog: true, width: width), seconds: 20)
    let pieces = text.split { $0 == "\n" || $0 == "\r" }
    #expect(pieces.allSatisfy { $0.replacing("\u{1B}[2K", with: "").count < max(21, width) })
  }

  @Test("A search that ends without a last word leaves no line behind") func aborted() {
    var page = ProgressPage(isLive: true, isLog: false, width: 80)
    #expect(!page.text(for: moment(1), SearchCounts()).isEmpty)
    #expect(page.end().hasSuffix("\u{1B}[2K"))
    #expect(page.end().isEmpty)
  }
}
