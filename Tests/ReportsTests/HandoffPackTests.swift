import PlanDocument
import Portfolio
import Testing

@testable import Reports

@Suite("A handoff pack") struct HandoffPackTests {
  private func pack(_ account: String, _ change: (inout HandoffDocument) -> Void = { _ in }) throws -> HandoffPack {
    var handoff = try #require(SamplePlan.document.handoffs.first { $0.account == account })
    change(&handoff)
    return HandoffPack(context: ReportContext(SamplePlan.document), handoff: handoff)
  }

  private func text(_ pack: HandoffPack) -> String { HandoffPackMarkdown(pack: pack).markdown.rendered }

  @Test("says why in numbers first, when, what to do, and what the account looks like") func contents() throws {
    let text = text(try pack("A02"))
    for part in [
      "Aurora Health Systems: Ann Archer → Ben Okonkwo", "29.0 h of work a month", "2027-01-04", "2027-01-18",
      "Renewal signed and filed", "EUR 780,000 ARR", "Health: 78", "An escalation is open", "healthcare: working",
      "The customer meets both people", "With Ann Archer since: 2023-02-01", "**To Ann Archer**", "**To Ben Okonkwo**",
    ] { #expect(text.contains(part), "\(part)") }
  }

  @Test("writes to both sides of a handoff, to the receiver of an orphan") func recipients() throws {
    #expect(HandoffLetter.letters(try pack("A02")).map(\.recipient) == ["Ann Archer", "Ben Okonkwo"])
    let orphan = try pack("A17")
    #expect(HandoffLetter.letters(orphan).map(\.recipient) == ["Elif Yılmaz"])
    #expect(text(orphan).contains("It has no CSM at present."))
    #expect(!text(orphan).contains("introduces you"))
  }

  @Test("tells a departing giver that all fits before the last day") func departure() throws {
    let text = text(try pack("A14"))
    #expect(text.contains("All of it fits before your last day, 2027-01-15."))
  }

  @Test("of a cover plans both handovers, there and back") func cover() throws {
    let pack = try pack("A02") {
      $0.kind = .cover
      $0.effective = $0.start
      $0.overlapEnd = SamplePlan.date("2027-02-19")
    }
    let text = text(pack)
    #expect(pack.timeline.map(\.day).suffix(2) == [SamplePlan.date("2027-02-19"), SamplePlan.date("2027-02-20")])
    #expect(text.contains("While you are away") && text.contains("On 2027-02-20 the account goes back to Ann Archer"))
    #expect(HandoffEvent.events(pack).map(\.kind) == ["cover", "return"])
    #expect(HandoffEvent.events(pack).last?.day == SamplePlan.date("2027-02-20"))
  }

  @Test("without an overlap promises none") func noOverlap() throws {
    let pack = try pack("A02") {
      $0.effective = $0.start
      $0.customerMeetsBoth = false
    }
    #expect(text(pack).contains("There is no overlap."))
    #expect(HandoffEvent.events(pack).map(\.kind) == ["introduction", "effective"])
  }

  @Test("blames nobody", arguments: ["overload", "weak", "poor", "fail", "lost", "fault", "problem", "too much"])
  func neutral(word: String) {
    let text = SamplePlan.document.handoffs.flatMap { handoff in
      HandoffLetter.letters(HandoffPack(context: ReportContext(SamplePlan.document), handoff: handoff))
    }.flatMap(\.paragraphs).joined(separator: " ").lowercased()
    #expect(!text.contains(word))
  }

  @Test("a hostile text neither adds a line nor structure to the packs", arguments: HostilePlan.payloads)
  func inert(payload: String) throws {
    let expected = shapes(try HostilePlan.document(HostilePlan.harmless))
    #expect(shapes(try HostilePlan.document(payload)) == expected)
  }

  private func shapes(_ document: PlanDocument) -> [[[UInt8]]] {
    let packs = PlanFiles(document).files.filter { $0.name.hasPrefix("handoff") && $0.name.hasSuffix(".md") }
    #expect(packs.count > 1)
    // Names of files follow ids, their order with them.
    return [packs.first { $0.name == "handoff-packs.md" }].compactMap { $0 }.map { MarkdownShape.lines($0.bytes()) }
  }

  @Test("everybody involved has a file of their own, and it is what they may see") func files() throws {
    let names = PlanFiles(SamplePlan.document).files.map(\.name).filter { $0.hasPrefix("handoffs/") }
    let involved = Set(SamplePlan.document.handoffs.flatMap { [$0.from, $0.to] }.compactMap { $0 })
    #expect(names.count == involved.count)
    let file = try #require(PlanFiles(SamplePlan.document).files.first { $0.name.hasPrefix("handoffs/csm-eli") })
    let text = String(decoding: file.bytes(), as: UTF8.self)
    #expect(text.contains("Tern Airlines") && text.contains("Oak Street Pharmacies"))
    #expect(!text.contains("Cobalt Bank") && !text.contains("Ann Archer in a steady month"))
  }
}
