import PlanDocument

/// The charges by rule, the largest first, with their share of the objective.
struct ObjectiveShares {
  struct Term {
    let rule: String
    let value: PointsValue
    let share: String
  }

  let terms: [Term]

  init(_ document: PlanDocument) {
    let whole = document.objective.micropoints
    terms = document.objectiveByRule.sorted {
      $0.value.micropoints == $1.value.micropoints
        ? $0.key < $1.key : $0.value.micropoints > $1.value.micropoints
    }.map {
      Term(rule: $0.key, value: $0.value, share: NumberText.percent($0.value.micropoints, of: whole))
    }
  }
}
