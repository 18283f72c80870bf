import Foundation
import PlanDocument
import Portfolio
import Testing

@testable import Reports

@Suite("What an audience sees") struct AudienceTests {
  private static let audiences: [Audience] =
    SamplePlan.people.map { .csm($0.id) } + [.manager("BEN"), .manager("BOSS"), .manager("North")]

  private func bytes(_ document: PlanDocument, _ audience: Audience) -> [String: [UInt8]] {
    let files = AudienceFiles(AudienceReducer(document), for: audience).files
    return Dictionary(files.map { ($0.name, $0.bytes()) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("the lead sees the whole plan") func lead() {
    #expect(AudienceReducer(SamplePlan.document).plan(for: .lead) == SamplePlan.document)
  }

  @Test("a CSM sees the own book, and of the other side of a handoff the name") func ownBook() throws {
    let plan = AudienceReducer(SamplePlan.document).plan(for: .csm("CHL"))
    #expect(plan.handoffs.map(\.account).sorted() == ["A03", "A04"])
    #expect(plan.accounts.map(\.account) == ["A03", "A04", "A11", "A12", "A13"])
    #expect(plan.books.map(\.csm) == ["ANN", "CHL"])
    let ann = try #require(plan.books.first)
    #expect(ann.name == "Ann Archer" && ann.periods.isEmpty && ann.before.arr == 0)
    #expect(plan.totals.moves == 2 && plan.totals.arrMoved == 665_000)
    let text = String(
      decoding: try #require(bytes(SamplePlan.document, .csm("CHL"))["audience/\(folder("CHL"))/report.md"]),
      as: UTF8.self)
    #expect(text.hasPrefix("# Chloé Dubois-Lefèvre: 2 accounts come in; 30 → 59 % of capacity"))
    #expect(text.contains("Ann Archer"))
  }

  private func folder(_ id: String) -> String { SafeName.of(id, prefix: "csm-") }

  @Test("a manager sees everybody who reports to them, directly or not, or who is in the team") func teams() {
    let reducer = AudienceReducer(SamplePlan.document)
    #expect(reducer.people(of: .manager("BEN")) == ["BEN", "CHL", "ELI"])
    #expect(reducer.people(of: .manager("BOSS")) == ["BOSS", "BEN", "CHL", "ELI"])
    #expect(!reducer.people(of: .manager("North")).contains("POOL"))
    #expect(reducer.managers == ["BEN", "BOSS", "North"])
    #expect(Set(reducer.plan(for: .manager("BEN")).books.filter { !$0.isContact }.map(\.csm)) == ["BEN", "CHL", "ELI"])
  }

  @Test("managers that report to each other end somewhere") func cycle() {
    var document = SamplePlan.document
    document.books[0].manager = "BEN"
    document.books[1].manager = "ANN"
    #expect(AudienceReducer(document).people(of: .manager("ANN")).isSuperset(of: ["ANN", "BEN"]))
  }

  @Test("nothing hidden has any influence: whatever it is, every file keeps its bytes", arguments: audiences)
  func nonInterference(audience: Audience) {
    let seen = AudienceReducer(SamplePlan.document).people(of: audience)
    let (files, spoiled) = (
      bytes(SamplePlan.document, audience), bytes(SpoiledPlan.document(hiddenFrom: seen), audience)
    )
    #expect(files.count == 7)
    #expect(files.keys.sorted() == spoiled.keys.sorted())
    for (name, bytes) in files { #expect(bytes == spoiled[name], "\(name)") }
  }

  @Test("no name of an account of somebody else is in any file", arguments: SamplePlan.people.map(\.id))
  func names(csm: String) {
    let own = Set(SamplePlan.rows.filter { $0.csm == csm || $0.to == csm }.map(\.name))
    let others = Set(SamplePlan.rows.map(\.name)).subtracting(own)
    for (file, bytes) in bytes(SamplePlan.document, .csm(csm)) {
      let text = String(decoding: bytes, as: UTF8.self)
      for name in others { #expect(!text.contains(name), "\(name) in \(file)") }
    }
  }

  @Test("hostile ids and names neither leave the folder nor break a page", arguments: HostilePlan.payloads)
  func hostile(payload: String) throws {
    let document = try HostilePlan.document(payload)
    let csm = try #require(document.books.first { $0.csm.hasSuffix("CHL") }?.csm)
    let files = AudienceFiles(AudienceReducer(document), for: .csm(csm)).files
    for file in files { #expect(file.name.hasPrefix("audience/csm-") && !file.name.contains("..")) }
    let harmless = try HostilePlan.document(HostilePlan.harmless)
    func tags(_ document: PlanDocument, _ id: String) -> [TagScanner.Tag] {
      TagScanner(HTMLReport(AudienceReducer(document).plan(for: .csm(id)), for: .csm(id)).render()).tags
    }
    #expect(tags(document, csm) == tags(harmless, HostilePlan.harmless + "CHL"))
  }
}
