import PlanDocument
import Testing

@testable import Reports

@Suite struct MarkdownReportTests {
  @Test("the same plan gives the same bytes") func deterministic() {
    #expect(MarkdownReport(SamplePlan.document).render() == MarkdownReport(SamplePlan.document).render())
  }

  @Test("special characters are escaped") func escapes() {
    let markdown: Markdown = "\("|`<[*_\"\u{301}&")"
    #expect(markdown.rendered == "\\|\\`&lt;\\[\\*\\_\"\u{301}&amp;")
    #expect(Markdown(escaping: "https://www.x.example").rendered == "https:\\//www\\.x.example")
    #expect(Markdown(escaping: "1. x").rendered == "1\\. x")
    #expect(Markdown(escaping: "- 2026-01-01").rendered == "\\- 2026-01-01")
    #expect(Markdown(escaping: " \t # x").rendered == "\\# x")
    #expect(Markdown(escaping: "110.5 h").rendered == "110.5 h")
  }

  @Test("a hostile text neither adds a cell nor a line nor HTML", arguments: HostilePlan.payloads)
  func inert(payload: String) throws {
    let expected = shape(try HostilePlan.document(HostilePlan.harmless))
    #expect(shape(try HostilePlan.document(payload)) == expected)
  }

  private func shape(_ document: PlanDocument) -> [[UInt8]] {
    MarkdownShape.lines(MarkdownReport(document).render().utf8)
  }
}
