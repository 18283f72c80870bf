import Foundation
import Testing

@testable import Benchmarking

@Suite struct ResultTableTests {
  private func result(_ family: String, seconds: Double?, gap: Double?, exitCode: Int32 = 0) -> CaseResult {
    CaseResult(
      family: family, seed: 1, options: [], version: "", certifiedGap: gap, firstPlan: seconds.map { $0 / 10 },
      secondsToGap: seconds.map { ["1%": $0] } ?? [:], totalSeconds: 12.34, processorSeconds: 20,
      peakBytes: 50_000_000, exitCode: exitCode)
  }

  @Test("medians count runs that did not reach a gap as longer than all others")
  func medians() {
    let table = ResultTable([
      result("a", seconds: 1, gap: 0.0012), result("a", seconds: 3, gap: 0.002), result("a", seconds: nil, gap: nil),
      result("b", seconds: nil, gap: 0.5, exitCode: 4), result("b", seconds: 2, gap: 0.001),
      result("b", seconds: nil, gap: nil),
    ]).markdown.split(separator: "\n").map(String.init)
    let cells = table[2...3].map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
    #expect(cells[0] == ["a", "3", "0.30", "3.00", "-", "-", "-", "0.2 %", "none", "12.3", "50 MB"])
    #expect(cells[1] == ["b", "3 (1 failed)", "1/3", "1/3", "-", "-", "-", "50 %", "none", "12.3", "50 MB"])
  }

  @Test(
    "decimal numbers have the digits that were asked for",
    arguments: [(1.005, "1.01"), (-0.004, "0.00"), (12, "12.00")])
  func decimals(value: Double, text: String) {
    #expect(DecimalText.fixed(value + 1e-9, digits: 2) == text)
  }

  @Test(
    "fractions become percentages with the digits that count",
    arguments: [(0.1234, "12.3 %"), (0.01, "1 %"), (0.0034, "0.34 %"), (0.00028, "0.028 %"), (0, "0 %"), (1, "100 %")])
  func percentages(value: Double, text: String) { #expect(DecimalText.percent(value) == text) }
}
