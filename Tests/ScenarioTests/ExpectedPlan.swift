import BallastProcess
import Foundation
import PlanDocument
import Testing

/// What `expected.json` of a scenario says; points are decimal strings.
struct ExpectedPlan: Decodable {
  enum Status: String, Decodable {
    /// Objective and bound are known.
    case optimal
    /// The plan is known to be this good at least, and the bound this high.
    case bounds
    /// There is no plan: the tests of `ballast diagnose` read the rest.
    case conflict
  }

  var status: Status
  var objective: String?
  var bound: String?
  var objectiveAtMost: String?
  var boundAtLeast: String?

  /// `nil` where the scenario states nothing.
  init?(scenario: String) throws {
    let path = Checkout.path("scenarios/\(scenario)/expected.json")
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    self = try JSONDecoder().decode(ExpectedPlan.self, from: data)
  }

  static func value(_ points: String?) throws -> PointsValue {
    try JSONDecoder().decode(PointsValue.self, from: Data(try #require(points).utf8))
  }

  /// Names of the scenarios that state what they expect.
  static func scenarios(_ status: Status) -> [String] {
    let names = (try? Checkout.scenarios()) ?? []
    return names.filter { (try? ExpectedPlan(scenario: $0))??.status == status }
  }
}
