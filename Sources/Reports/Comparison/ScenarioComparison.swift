public import PlanDocument

/// Plans side by side, with the best and the worst of each line; what the bounds leave open is said to be open.
public struct ScenarioComparison: Sendable {
  enum Mark { case best, worst }

  struct Line {
    let title: String
    /// One per plan; `nil` where there is no plan.
    let texts: [String?]
    let marks: [Mark?]
  }

  let document: ComparisonDocument

  public init(_ document: ComparisonDocument) { self.document = document }

  var lines: [Line] {
    ComparisonMeasure.all(currency: document.currency, rules: rules).map(line)
  }

  /// Every rule that charges something in some plan, the most expensive first.
  private var rules: [String] {
    var largest: [String: Int64] = [:]
    for plan in document.plans {
      for (rule, value) in plan.facts?.objectiveByRule ?? [:] {
        largest[rule] = max(largest[rule] ?? 0, value.micropoints)
      }
    }
    return largest.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  private func line(_ measure: ComparisonMeasure) -> Line {
    let figures = document.plans.map { plan in plan.facts.flatMap { facts in measure.figure?(facts) } }
    let known = figures.compactMap { $0 }
    let marks = figures.map { figure -> Mark? in
      guard let figure, let low = known.min(), let high = known.max(), low < high else { return nil }
      // What several have in common is no news.
      guard known.count(where: { $0 == figure }) == 1 else { return nil }
      return figure == low ? .best : figure == high ? .worst : nil
    }
    return Line(title: measure.title, texts: document.plans.map { $0.facts.map(measure.text) }, marks: marks)
  }

  /// What the costs decide: a scenario costs more than another for certain only where its certified bound lies above the
  /// other's plan.
  var verdict: [String] {
    let known = document.plans.filter { $0.facts != nil }
    guard let base = known.first, known.count > 1 else { return [] }
    return known.dropFirst().compactMap { plan in
      guard let facts = plan.facts, let reference = base.facts else { return nil }
      return "\(plan.name) \(ScenarioComparison.relation(facts, reference)) \(base.name)."
    }
  }

  private static func relation(_ facts: ComparedPlan.Facts, _ base: ComparedPlan.Facts) -> String {
    let difference = PointsValue(micropoints: facts.objective.micropoints - base.objective.micropoints)
    if let bound = facts.certifiedBound, bound.micropoints > base.objective.micropoints {
      let least = PointsValue(micropoints: bound.micropoints - base.objective.micropoints)
      return
        "costs more, by at least \(NumberText.hours(least)) (\(NumberText.signedHours(difference)) between the plans), than"
    }
    if let bound = base.certifiedBound, facts.objective.micropoints < bound.micropoints {
      let least = PointsValue(micropoints: bound.micropoints - facts.objective.micropoints)
      return
        "costs less, by at least \(NumberText.hours(least)) (\(NumberText.signedHours(difference)) between the plans), than"
    }
    return "is within the gaps (\(NumberText.signedHours(difference)) between the plans): undecided against"
  }
}
