public import PlanDocument
import Portfolio

/// The answer to a question about a plan in the terminal: what it would cost, why, and whom it would concern.
public struct CounterfactualPage: Sendable {
  /// Changes and loads shown unless all are asked for.
  static let shownChanges = 12
  static let shownLoads = 8

  private let answer: CounterfactualDocument
  private let context: ReportContext
  private let page: AnswerPage
  private let showsAll: Bool

  public init(
    _ answer: CounterfactualDocument, of document: PlanDocument, all: Bool = false, width: Int = 100,
    color: Bool = false
  ) {
    self.answer = answer
    context = ReportContext(document)
    page = AnswerPage(width: width, color: color)
    showsAll = all
  }

  public func render() -> String {
    page.joined([
      page.wrap(QuestionText(context: context).sentence(answer.questions)), verdict, rules, changes, loads, closing,
    ])
  }

  private var choices: ChoiceText { ChoiceText(context: context) }

  private var verdict: [String] {
    switch answer.outcome {
    case .answered: return answer.cost.map(cost) ?? []
    case .forbidden:
      let proven = answer.obstacles.contains { $0.proven }
      return page.boldWrapped(proven ? "That cannot be." : "No such plan was found.") + obstacles + advice
    case .undecided:
      return page.boldWrapped("The search ended before it found such a plan, or could tell that there is none.")
        + obstacles + page.wrap("Maybe raise --time-limit or --work-limit.")
    }
  }

  private func cost(_ cost: CounterfactualCost) -> [String] {
    let text = CostText(cost, ended: answer.run.ended)
    return page.boldWrapped(text.statement) + text.details.flatMap { page.wrap($0) }
  }

  private var obstacles: [String] {
    answer.obstacles.flatMap { obstacle -> [String] in
      // Limits name their period themselves.
      let when = choices.periods(obstacle.periods).flatMap { obstacle.message.contains($0) ? nil : "\($0): " } ?? ""
      let rule = obstacle.rule.map { " [\($0)]" } ?? ""
      return page.wrap("\(when)\(obstacle.message)\(rule)", indent: "  ")
    }
  }

  private var advice: [String] {
    let lifts = answer.obstacles.compactMap(\.lift).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    if lifts.isEmpty, answer.questions.contains(where: { $0.kind == .cap && $0.period == nil }) {
      return page.wrap("Maybe ask about one period: --at PERIOD, or --at steady for the time after the last one.")
    }
    guard !lifts.isEmpty else { return [] }
    return page.wrap("Maybe ask what it would be worth without the rule: --lift \(lifts.joined(separator: " --lift "))")
  }

  private var rules: [String] {
    guard let cost = answer.cost, !cost.byRule.isEmpty else { return [] }
    let heading =
      answer.cost?.exact == true
      ? "Where the difference comes from" : "Where the difference comes from, in the plan found"
    return [page.quiet(heading)]
      + cost.byRule.map { term in
        let amount = NumberText.signedHours(PointsValue(micropoints: -term.gain.micropoints))
        return page.fit("\(TerminalColumns.fitted(amount, 11, right: true))  \(RuleWords.title(term.rule))")
      }
  }

  private var changes: [String] {
    guard answer.outcome == .answered else { return [] }
    guard !answer.changes.isEmpty else { return ["No decision would be another one."] }
    let dragged = answer.changes.filter { !$0.asked }
    let asked = answer.changes.filter(\.asked)
    var sections: [(title: String, changes: [PlanChange])] = [
      (dragged.isEmpty ? "What would change, and nothing else" : "What would change", asked)
    ]
    let count = NumberText.plural(dragged.count, "other account", "other accounts")
    sections.append(
      (
        asked.isEmpty ? "What would change: \(count)" : "What comes along: \(count)",
        dragged.sorted {
          (CounterfactualPage.order($0), $0.account) < (CounterfactualPage.order($1), $1.account)
        }
      ))
    return sections.filter { !$0.changes.isEmpty }.flatMap { [page.quiet($0.title)] + lines($0.changes) }
  }

  private func lines(_ changes: [PlanChange]) -> [String] {
    let shown = showsAll ? changes[...] : changes.prefix(CounterfactualPage.shownChanges)
    let rest = changes.count - shown.count
    return shown.flatMap { change in
      page.wrap("\(context.accountName(change.account)): \(choices.clause(change))", indent: "  ")
    } + (rest > 0 ? ["  … and \(NumberText.grouped(rest)) more: --all shows them"] : [])
  }

  /// Other people first, other days last.
  private static func order(_ change: PlanChange) -> Int {
    switch change.effect {
    case .dropped: 0
    case .redirected: 1
    case .moved: 2
    case .undone: 3
    case .retimed: 4
    }
  }

  private var loads: [String] {
    let tail = context.document.horizon.periods.count
    let sorted = answer.loads.filter { largest($0) >= 3 }.sorted {
      (largest($0), $1.csm) > (largest($1), $0.csm)
    }
    guard !sorted.isEmpty else { return [] }
    let shown = showsAll ? sorted[...] : sorted.prefix(CounterfactualPage.shownLoads)
    let rest = sorted.count - shown.count
    let table = LoadTable(context: context, periods: Array(periods(of: sorted, tail: tail)))
    return [page.quiet(table.heading)] + shown.map { page.fit(table.line($0)) }
      + (rest > 0 ? ["  … and \(NumberText.grouped(rest)) more people: --all shows them"] : [])
  }

  /// At most three columns on the way: those in which most changes, in order.
  private func periods(of loads: [LoadChange], tail: Int) -> [Int] {
    var sizes: [Int: Int64] = [:]
    for load in loads {
      for period in load.periods where period.period < tail { sizes[period.period, default: 0] += abs(period.change) }
    }
    return sizes.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(3).map(\.key).sorted()
  }

  private func largest(_ load: LoadChange) -> Int64 { load.periods.map { abs($0.change) }.max() ?? 0 }

  private static func words(for check: String) -> String {
    switch check {
    case "asked": "what was asked"
    case "selection": "limits and cost"
    case "plan": "the rules"
    case "certified bound": "the bound"
    case "model": "the model"
    default: check
    }
  }

  private var closing: [String] {
    guard answer.outcome == .answered else { return [] }
    let names = answer.checks.filter(\.passed).map { CounterfactualPage.words(for: $0.name) }.joined(separator: ", ")
    let failed = answer.checks.filter { !$0.passed }.map(\.name)
    let without = failed.isEmpty ? "" : " Not right: \(failed.joined(separator: ", ")); no bound is given."
    return page.wrap("Checked by separate code: \(names).\(without)")
      + ["Answered in \(NumberText.seconds(answer.run.seconds))."]
  }
}
