import BallastProcess
import Foundation
import PlanDocument
import Testing

/// The quarterly rebalance in thirteen weeks instead of three months.
@Suite struct WeeksTests {
  @Test("In weeks the quarter relieves the overloaded, and in no week is anybody above the limit or what they brought")
  func quarter() throws {
    let folder = try TemporaryFolder()
    let source = URL(filePath: Checkout.path("scenarios/quarterly-rebalance"))
    for name in ["accounts.csv", "csms.csv", "ballast.yaml"] {
      try folder.write("weeks/\(name)", String(contentsOf: source.appending(path: name), encoding: .utf8))
    }
    try folder.replace("periods: 3", with: "periods: 13", in: "weeks/ballast.yaml")
    try folder.replace("period: month", with: "period: week", in: "weeks/ballast.yaml")
    let plan = try PlannedWorkspace(folder.file("weeks"), ["--work-limit", "400000"]).document
    #expect(plan.horizon.periods.count == 13)
    var relieved = 0
    for book in plan.books {
      for period in book.periods.dropLast() {
        #expect(period.minutes <= period.hard, "\(book.csm) in period \(period.period)")
        #expect(period.hard <= max(period.capacity, period.inheritedMinutes))
      }
      guard let last = book.periods.last, last.inheritedMinutes > last.hard || last.inheritedMinutes > last.capacity
      else {
        continue
      }
      relieved += last.minutes <= last.capacity ? 1 : 0
    }
    #expect(relieved == 3)
  }
}
