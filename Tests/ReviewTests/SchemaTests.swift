import BallastProcess
import Foundation
import PlanDocument
import Portfolio
import Testing
import Workspace

@testable import Review

/// `review.json` holds what its schema says, and the schema says what it may hold.
@Suite struct SchemaTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `A review with everything in it keeps to the schema`() throws {
    let schema = try object(Checkout.text("Sources/Ballast/Ballast.docc/Resources/review.schema.json"))
    let checker = SchemaChecker(definitions: try #require(schema["$defs"] as? [String: Any]))
    var bytes: [UInt8] = []
    try SchemaTests.everything.forEachPiece { bytes += $0 }
    let document = try object(String(decoding: bytes, as: UTF8.self))
    #expect(checker.faults(document, schema, "review") == [])
    #expect(checker.faults(["schema": 1], schema, "review").count > 5)
  }

  @Test func `The review of a whole portfolio, with activities and a night before, keeps to the schema`() throws {
    let folder = Checkout.path("scenarios/silent-and-slipping")
    let workspace = try WorkspaceReader(directory: folder, activities: "\(folder)/activity.csv")
      .read(asOf: nil, today: SmallPortfolio.asOf)
    let portfolio = try #require(workspace.portfolio)
    let input = ReviewInput(
      portfolio: portfolio, activities: workspace.activities, inputs: workspace.digests, hasTouchColumn: true)
    let (review, _) = ReviewWatch(previous: Reviewer(input).review(), decisions: nil).compare(Reviewer(input).review())
    var bytes: [UInt8] = []
    try review.forEachPiece { bytes += $0 }
    let schema = try object(Checkout.text("Sources/Ballast/Ballast.docc/Resources/review.schema.json"))
    let checker = SchemaChecker(definitions: try #require(schema["$defs"] as? [String: Any]))
    #expect(checker.faults(try object(String(decoding: bytes, as: UTF8.self)), schema, "review").prefix(5) == [])
  }

  @Test func `The schema knows every word`() throws {
    let text = try Checkout.text("Sources/Ballast/Ballast.docc/Resources/review.schema.json")
    let words =
      ReviewFinding.Kind.allCases.map(\.rawValue) + ReviewFinding.Action.allCases.map(\.rawValue)
      + ReviewNumber.Name.allCases.map(\.rawValue) + ReviewSegment.Dimension.allCases.map(\.rawValue)
      + Posture.allCases.map(\.rawValue)
    for word in words { #expect(text.contains("\"\(word)\""), "\(word)") }
  }

  @Test func `The page about the review knows every cause`() throws {
    let text = try Checkout.text("Sources/Ballast/Ballast.docc/Review.md")
    for cause in ReviewCause.allCases { #expect(text.contains("`\(cause.rawValue)`"), "\(cause.rawValue)") }
  }

  /// One account with everything, one with nothing, in a team, with trends and rules.
  private static var everything: ReviewDocument {
    var full = SmallPortfolio.calm("A1")
    full.name = "Full"
    (full.health, full.healthTrend, full.usageTrend, full.sponsor) = (30, .change(-20), .falling, .gone)
    (full.transition, full.marketSegment, full.nextGoal, full.goalDue) = (
      .merger, "mid", "Live", SmallPortfolio.day(20)
    )
    (full.domains, full.lastTouch, full.sponsorChangedOn) = (
      ["energy"], SmallPortfolio.day(-200), SmallPortfolio.day(-3)
    )
    var grower = SmallPortfolio.calm("A2")
    (grower.potential, grower.nextQBR) = (Money(90_000), SmallPortfolio.day(9))
    var ann = CSM(id: "ann", regions: ["EMEA"])
    (ann.name, ann.team, ann.managerID) = ("Ann", "north", "mia")
    let bare = Account(id: "A3", tier: "small", region: "EMEA")
    return SmallPortfolio.review([full, grower, bare], csms: [ann], previous: [full]) {
      $0.review.concentration.csm = 10
    }
  }
}
