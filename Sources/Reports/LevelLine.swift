import PlanDocument

/// One level of a plan in words: what its rules charge and how much of that another plan could save.
struct LevelLine {
  let number: Int
  let name: String
  let charges: String
  /// `proven optimal`; `at most 3.2 h better, certified`.
  let proof: String

  /// One per level, in order; empty where all rules count together.
  static func lines(_ document: PlanDocument) -> [LevelLine] {
    (document.levels ?? []).enumerated().map { number, level in
      LevelLine(
        number: number + 1, name: level.name, charges: NumberText.hours(level.objective), proof: proof(of: level))
    }
  }

  /// What the order of levels means for the reader of their bounds.
  static let meaning =
    "Each bound is about the plans that are at least as good as this one on every level above."

  private static func proof(of level: LevelDocument) -> String {
    guard let certified = level.certifiedBound else { return "no certified bound" }
    let room = level.objective.micropoints - certified.micropoints
    if room <= 0 { return "proven optimal" }
    let text = "at most \(NumberText.hoursAtMost(PointsValue(micropoints: room))) better"
    guard let bound = level.bound, bound.micropoints > certified.micropoints else { return text }
    let claimed = level.objective.micropoints - bound.micropoints
    return claimed <= 0
      ? "\(text); optimal, as the solver claims"
      : "\(text); \(NumberText.hoursAtMost(PointsValue(micropoints: claimed))), as the solver claims"
  }
}
