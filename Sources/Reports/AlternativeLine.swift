import PlanDocument

/// One alternative in words: what it costs more and what sets it apart.
struct AlternativeLine {
  let number: Int
  let file: String
  /// `3.2 h more (0.8 %)`.
  let cost: String
  /// `5 accounts end with somebody else, 3 moves more`.
  let difference: String
  /// The rules that charge most differently, the two largest.
  let rules: String
  /// The CSMs whose books differ most, the two largest.
  let people: String

  init(_ summary: AlternativeSummary, _ context: ReportContext) {
    number = summary.number
    file = summary.file
    let objective = context.document.objective.micropoints
    let extra = summary.extra.micropoints
    cost =
      extra == 0
      ? "costs the same"
      : "\(NumberText.hours(PointsValue(micropoints: abs(extra)))) \(extra > 0 ? "more" : "less") "
        + "(\(NumberText.gap(Double(abs(extra)) / Double(max(1, objective)))))"
    let moves = summary.moves - context.document.totals.moves
    let moved = moves == 0 ? "as many moves" : "\(abs(moves)) \(moves > 0 ? "more" : "fewer") moves"
    difference =
      "\(NumberText.plural(summary.accounts.count, "account ends", "accounts end")) with somebody else, \(moved)"
    rules = summary.changeByRule.sorted { (-abs($0.value.micropoints), $0.key) < (-abs($1.value.micropoints), $1.key) }
      .prefix(2).map { "\(RuleWords.title($0.key)) \(NumberText.signedHours($0.value))" }.joined(separator: ", ")
    people = summary.changeByCSM.sorted { (-abs($0.value), $0.key) < (-abs($1.value), $1.key) }
      .prefix(2).map {
        "\(context.csmName($0.key)) \(NumberText.signedHours(PointsValue(micropoints: $0.value * 1_000_000)))"
      }
      .joined(separator: ", ")
  }

  /// Why there are fewer than were asked for; `nil` where there are as many.
  static func ending(_ alternatives: AlternativesDocument) -> String? {
    let within = NumberText.gap(alternatives.within)
    let which =
      "differs in \(NumberText.plural(alternatives.differ, "account", "accounts")) and costs at most \(within) more"
    switch alternatives.ending {
    case .found: return nil
    case .noMore: return "Proven: no \(alternatives.plans.isEmpty ? "" : "further ")plan \(which)."
    case .noneFound:
      return
        "The search found no \(alternatives.plans.isEmpty ? "" : "further ")plan that \(which); it did not prove that there is none."
    }
  }
}
