import PlanDocument

/// What page and terminal say about a sweep in the same words.
struct SweepWords {
  let document: SweepDocument

  var title: String {
    let count = document.units.count + document.missing.count
    return "\(document.name): \(NumberText.plural(count, "unit", "units"))"
  }

  /// What the costs decide, and what they leave open.
  var verdict: [String] {
    guard let best = document.best, let facts = best.result.facts else { return rest }
    let undecided = document.units.count { $0.standing == .undecided }
    let dearer = document.units.count { $0.standing == .dearer }
    var sentences = [
      "The cheapest plan is that of unit \(best.index) (\(values(best.values))): \(NumberText.hours(facts.objective))."
    ]
    if undecided > 0 {
      sentences.append(
        "\(NumberText.plural(undecided, "unit is", "units are")) within the gaps of it: whether they cost more is undecided."
      )
    }
    if dearer > 0 {
      sentences.append("\(NumberText.plural(dearer, "unit costs", "units cost")) more for certain, by their bounds.")
    }
    return sentences + rest
  }

  /// What has no plan or no result.
  private var rest: [String] {
    let groups: [(ComparedPlan.Status, String, String)] = [
      (.conflict, "unit has no plan: its rules cannot all hold.", "units have no plan: their rules cannot all hold."),
      (.noPlan, "unit ended without a plan.", "units ended without a plan."),
      (.unusable, "unit has data that cannot be used.", "units have data that cannot be used."),
    ]
    var sentences = groups.compactMap { status, one, many -> String? in
      let count = document.units.count { $0.result.status == status }
      return count == 0 ? nil : NumberText.plural(count, one, many)
    }
    let missing = document.missing.count
    if missing > 0 {
      sentences.append("\(NumberText.plural(missing, "unit is", "units are")) missing: the sweep is not complete.")
    }
    return sentences
  }

  func values(_ values: [String?]) -> String {
    zip(document.axes, values).map { "\($0.name): \($1 ?? "as it is")" }.joined(separator: ", ")
  }

  /// Cheapest first; what has no plan comes last, by index.
  var ranked: [SweepDocument.Unit] {
    document.units.sorted { left, right in
      let (one, other) = (left.result.facts, right.result.facts)
      let costs = (one?.objective.micropoints ?? .max, other?.objective.micropoints ?? .max)
      return costs.0 == costs.1 ? left.index < right.index : costs.0 < costs.1
    }
  }

  func standing(_ unit: SweepDocument.Unit) -> String {
    switch unit.standing {
    case .best: "best"
    case .undecided: "undecided"
    case .dearer: "costs more"
    case nil: unit.result.status == .unusable ? "unusable data" : "no plan"
    }
  }
}

/// The units that share one value of one axis.
struct SweepGroup {
  let value: String
  let units: [SweepDocument.Unit]

  /// One per value, in the order of the axis; units that leave the axis as it is come last.
  static func all(_ document: SweepDocument, axis: Int) -> [SweepGroup] {
    let values = document.axes[axis].values.map { Optional($0) } + [nil]
    return values.compactMap { value in
      let units = document.units.filter { $0.values[axis] == value }
      return units.isEmpty ? nil : SweepGroup(value: value ?? "as it is", units: units)
    }
  }

  private var facts: [ComparedPlan.Facts] { units.compactMap(\.result.facts) }
  var plans: Int { facts.count }
  var cheapest: PointsValue? { facts.map(\.objective).min { $0.micropoints < $1.micropoints } }
  var dearest: PointsValue? { facts.map(\.objective).max { $0.micropoints < $1.micropoints } }
  /// Fewest and most over the plans.
  func range(_ count: (ComparedPlan.Facts) -> Int) -> String {
    let counts = facts.map(count)
    guard let low = counts.min(), let high = counts.max() else { return "n/a" }
    return low == high ? NumberText.grouped(low) : "\(NumberText.grouped(low))\u{2013}\(NumberText.grouped(high))"
  }
}
