import PlanDocument

/// One line of a comparison: what is shown of a plan and, where less is better, the figure that decides.
struct ComparisonMeasure {
  let title: String
  let text: (ComparedPlan.Facts) -> String
  /// `nil` where there is no better and worse.
  var figure: ((ComparedPlan.Facts) -> Int64?)?

  static func all(currency: String, rules: [String]) -> [ComparisonMeasure] {
    costs + load + people(currency) + rules.map(rule)
  }

  private static var costs: [ComparisonMeasure] {
    [
      // Which of two costs is lower, only bounds can tell: see `ScenarioComparison`.
      ComparisonMeasure(title: "Cost of the plan", text: { NumberText.hours($0.objective) }),
      ComparisonMeasure(title: "No plan costs less than") { $0.certifiedBound.map(NumberText.hours) ?? "n/a" },
      ComparisonMeasure(title: "Certified gap") { $0.certifiedGap.map(NumberText.gap) ?? "n/a" },
    ]
  }

  private static var load: [ComparisonMeasure] {
    [
      ComparisonMeasure(
        title: "Utilisation, lowest to highest",
        text: { facts in
          guard let low = facts.lowestUtilisation, let high = facts.highestUtilisation else { return "n/a" }
          return "\(low)\u{2013}\(high) %"
        }, figure: { facts in facts.highestUtilisation.map { $0 - (facts.lowestUtilisation ?? $0) } }),
      count("Overloaded CSMs", \.overloaded),
      count("Overloaded in some period", \.overloadedSometime),
      count("Accounts without a CSM", \.unassigned),
      count("Shortages", \.shortages),
    ]
  }

  private static func people(_ currency: String) -> [ComparisonMeasure] {
    [
      count("Accounts that change hands", \.moves),
      count("Of these by choice", \.movesByChoice),
      ComparisonMeasure(
        title: "ARR moved by choice", text: { NumberText.money($0.arrMoved, currency) }, figure: { $0.arrMoved }),
      ComparisonMeasure(
        title: "At-risk accounts per CSM", text: { "\($0.fewestAtRisk)\u{2013}\($0.mostAtRisk)" },
        figure: { Int64($0.mostAtRisk - $0.fewestAtRisk) }),
    ]
  }

  private static func rule(_ id: String) -> ComparisonMeasure {
    ComparisonMeasure(title: RuleWords.title(id), text: { NumberText.hours($0.objectiveByRule[id] ?? .zero) })
  }

  private static func count(
    _ title: String, _ value: @escaping (ComparedPlan.Facts) -> Int
  ) -> ComparisonMeasure {
    ComparisonMeasure(
      title: title, text: { NumberText.grouped(value($0)) }, figure: { Int64(value($0)) })
  }
}

extension PointsValue {
  fileprivate static let zero = PointsValue(micropoints: 0)
}
