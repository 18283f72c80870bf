import Foundation
import PlanDocument
import Testing

@testable import Reports

@Suite struct SearchReportTests {
  private func document(_ moments: [SearchMoment]) -> PlanDocument {
    var document = SamplePlan.document
    document.run.search = SearchDocument(
      seconds: moments.last?.seconds ?? 0, counts: SearchCounts(), history: SearchHistory(moments))
    return document
  }

  private func points(_ micropoints: Int64) -> PointsValue { PointsValue(micropoints: micropoints) }

  @Test("The report draws the gap and says when it was how small") func drawn() {
    let html = HTMLReport(SamplePlan.document).render()
    #expect(html.contains("class=\"s-certified\" d=\"M") && html.contains("class=\"s-claimed\" d=\"M"))
    #expect(html.contains("at the end certified 0.08 %, claimed 0.05 %"))
    #expect(html.contains("<th scope=\"row\">0.1 %</th><td class=\"n\">3.3 s</td>"))
    let markdown = MarkdownReport(SamplePlan.document).render()
    #expect(markdown.contains("A first plan after 0.01 s, the end after 4.1 s."))
    #expect(markdown.contains("| 0.05 % | not reached | 3.3 s |"))
  }

  @Test("A plan of a version that recorded no search is shown without one") func absent() {
    var document = SamplePlan.document
    document.run.search = nil
    #expect(!HTMLReport(document).render().contains("How the search went"))
    #expect(!MarkdownReport(document).render().contains("How the search went"))
  }

  @Test("Whatever the values, something is drawn or nothing, and nothing breaks")
  func extremes() {
    let extremes: [PointsValue?] = [nil, points(0), points(-1), points(.max), points(.min), points(1)]
    for objective in extremes {
      for bound in extremes {
        for seconds in [0, 0.3, 1e9, 1e300, -1] {
          let moments = [
            SearchMoment(seconds: 0, phase: .construction, objective: points(.max)),
            SearchMoment(
              seconds: seconds, phase: .finished, objective: objective, bound: bound, certifiedBound: bound),
          ]
          let html = HTMLReport(document(moments)).render()
          #expect(!html.contains("nan") && !html.contains("inf,"))
          #expect(!MarkdownReport(document(moments)).render().isEmpty)
        }
      }
    }
    #expect(!HTMLReport(document([])).render().contains("How the search went"))
  }

  @Test("What only the solver says is not called proven") func claimedOptimum() {
    var document = SamplePlan.document
    document.termination = Termination(reason: .optimal)
    (document.bound, document.gap) = (document.objective, 0)
    #expect(TerminalSummary(document).render().contains("the solver claims that the plan is optimal"))
    (document.certifiedBound, document.certifiedGap) = (document.objective, 0)
    document.certifiedAbsoluteGap = PointsValue(micropoints: 0)
    let text = TerminalSummary(document).render()
    #expect(text.contains("the plan is proven optimal") && !text.contains("claims"))
  }

  @Test("What the bound is proved by is told to the end on a narrow terminal") func wholeProof() throws {
    var document = SamplePlan.document
    let json = #"{"file":"proof.json","sha256":"","kind":"blocks","cuts":12345,"cases":67890,"blocks":16}"#
    document.proof = try JSONDecoder().decode(ProofReference.self, from: Data(json.utf8))
    for width in [80, 100] {
      let lines = TerminalSummary(document, width: width).render().split(separator: "\n")
      #expect(lines.joined(separator: " ").contains("12345 cuts and 67890 cases in 16 blocks."), "\(width)")
    }
  }

  @Test("The certified gap comes before the claimed one everywhere") func order() throws {
    let texts = [
      TerminalSummary(SamplePlan.document).render(), MarkdownReport(SamplePlan.document).render(),
      // Names of styles stand in the head.
      String(try #require(HTMLReport(SamplePlan.document).render().split(separator: "<body>").last)),
    ]
    for text in texts {
      let certified = try #require(text.range(of: "ertified gap"))
      let claimed = try #require(text.range(of: "laim"))
      #expect(certified.lowerBound < claimed.lowerBound)
    }
  }
}
