public import Ballast
public import PlanDocument

/// Plans a workspace at several values of a limit or a price, each search from the plan before.
///
/// A plan inside a strict limit is one inside every looser limit, and a bound for a loose limit is one for every stricter
/// limit: so the curve falls, and its two sides never cross, whatever the searches found.
public struct FrontierRunner: Sendable {
  private let request: PlanRequest
  private let folder: String

  /// - Parameter request: the limits of each search.
  public init(_ request: PlanRequest, folder: String) {
    self.request = request
    self.folder = folder
  }

  /// - Parameters:
  ///   - values: ascending.
  ///   - planner: the planner at a value of the axis.
  ///   - finished: called after each search with its value and what came of it.
  public func run(
    _ axis: FrontierDocument.Axis, path: String? = nil, values: [Int64], currency: String,
    interruption: PlanInterruption = PlanInterruption(), planner: (Int64) throws -> Planner?,
    facts: (PlanDocument) -> ComparedPlan.Facts, finished: (Int64, PlanOutcome) throws -> Void
  ) throws -> FrontierDocument {
    var searches: [(at: Int64, facts: ComparedPlan.Facts)] = []
    var without: [String: String] = [:]
    var previous: PlanDocument?
    for value in values where !interruption.isRequested {
      guard let planner = try planner(value) else { continue }
      let outcome = try planner.plan(request, folder: folder, similar: previous, interruption: interruption)
      try finished(value, outcome)
      switch outcome {
      case .planned(let document, _):
        previous = document
        searches.append((value, facts(document)))
      case .conflict(let reasons): without[String(value)] = reasons.first ?? "The rules cannot all hold."
      case .noPlan(let reason): without[String(value)] = "The search ended without a plan (\(reason.rawValue))."
      case .rejected: without[String(value)] = "The plan failed its independent verification and is withheld."
      }
    }
    let points = FrontierCurve(searches, isLimit: axis != .value).points
    return FrontierDocument(
      axis: axis, path: path, currency: currency, points: points, without: without,
      knee: axis == .value ? nil : FrontierCurve.knee(points))
  }
}
