public import PlanDocument
import Portfolio

/// The full account of one decision in the terminal: every option with its arithmetic, then what the rules forbid.
public struct DecisionPage: Sendable {
  /// Options and bans shown unless all are asked for.
  static let shownOptions = 6
  static let shownBans = 6

  private let decision: DecisionDocument
  private let context: ReportContext
  private let page: AnswerPage
  private let showsAll: Bool

  public init(
    _ decision: DecisionDocument, of document: PlanDocument, all: Bool = false, width: Int = 100, color: Bool = false
  ) {
    self.decision = decision
    context = ReportContext(document)
    page = AnswerPage(width: width, color: color)
    showsAll = all
  }

  public func render() -> String {
    page.joined([heading, options, bans, closing])
  }

  private var choices: ChoiceText { ChoiceText(context: context) }

  private var heading: [String] {
    let name = context.accountName(decision.account)
    var facts: [String] = []
    if let account = context.account(decision.account) {
      facts =
        [account.tier, account.region] + account.domains + [account.arr.map { context.money($0) }].compactMap { $0 }
      facts.append("\(NumberText.hours(minutes: account.effort)) h a month")
    }
    let id = name == decision.account ? "" : " (\(decision.account))"
    var lines = [page.bold("\(name)\(id)"), page.fit(facts.joined(separator: ", "))]
    let others = decision.members.filter { $0 != decision.account }.map { context.accountName($0) }
    if !others.isEmpty { lines += page.wrap("Decided together with \(others.joined(separator: ", ")), its family.") }
    lines.append(page.fit(decision.incumbent.map { "Today with \(context.csmName($0))." } ?? "Today with nobody."))
    return lines
  }

  private var options: [String] {
    let shown = showsAll ? decision.options[...] : decision.options.prefix(DecisionPage.shownOptions)
    var lines = [page.quiet("Every choice, all other accounts as planned: what it would cost more, and why")]
    for option in shown { lines += self.lines(for: option) }
    let rest = decision.options.count - shown.count
    if rest > 0 { lines.append("  … and \(NumberText.plural(rest, "choice", "choices")) more: --all shows them") }
    return lines
  }

  private func lines(for option: DecisionOption) -> [String] {
    let amount = TerminalColumns.fitted(
      option.limits.isEmpty ? NumberText.signedHours(option.extra) : "cannot be", 11, right: true)
    let mark = option.chosen ? "▶" : " "
    let title = choices.title(option, incumbent: decision.incumbent)
    let first = page.fit(
      "\(mark)\(amount)  \(title)\(option.chosen ? ": the plan\(choices.days(context.assignment(decision.account)))" : "")"
    )
    return [option.chosen ? page.bold(first) : first] + page.wrap(arithmetic(option), indent: DecisionPage.indent)
  }

  private static let indent = String(repeating: " ", count: 14)

  private func arithmetic(_ option: DecisionOption) -> String {
    guard option.limits.isEmpty else {
      return option.limits.map { limit in
        "\(limit.subject) would be \(limit.excess) beyond the hard limit"
      }.joined(separator: "; ")
    }
    if option.chosen {
      let own = option.charges.map { "\(amount($0)) \(lowered($0.rule))" }
      return own.isEmpty ? "the policy charges nothing for it" : "the policy charges \(own.joined(separator: ", "))"
    }
    let dearer = option.differences.filter { $0.gain.micropoints < 0 }
    let cheaper = option.differences.filter { $0.gain.micropoints > 0 }
    let parts = [("more: ", dearer), ("less: ", cheaper)].filter { !$0.1.isEmpty }.map { label, terms in
      label + terms.map { "\(amount($0)) \(lowered($0.rule))" }.joined(separator: ", ")
    }
    return parts.isEmpty ? "no rule charges anything else" : parts.joined(separator: "; ")
  }

  private func amount(_ term: ExplanationTerm) -> String {
    NumberText.hours(PointsValue(micropoints: Int64(clamping: term.gain.micropoints.magnitude)))
  }

  private func lowered(_ rule: String) -> String {
    let title = RuleWords.title(rule)
    return title.prefix(1).lowercased() + title.dropFirst()
  }

  private var bans: [String] {
    guard !decision.bans.isEmpty else { return [] }
    let sentences = sentences
    let shown = showsAll ? sentences[...] : sentences.prefix(DecisionPage.shownBans)
    var lines = [page.quiet("Not permitted, and by which rule")]
    for sentence in shown { lines += page.wrap(sentence, indent: "  ") }
    let rest = sentences.count - shown.count
    if rest > 0 { lines.append("  … and \(NumberText.grouped(rest)) more: --all shows them") }
    return lines
  }

  /// What is forbidden to several people for one reason, once.
  private var sentences: [String] {
    var order: [String] = []
    var people: [String: [String]] = [:]
    for ban in decision.bans {
      let when = choices.periods(ban.periods).map { " in \($0)" } ?? ""
      let reason = "\(when): \(ban.reason) [\(ban.rule)]"
      if people[reason] == nil { order.append(reason) }
      people[reason, default: []].append(subject(ban))
    }
    return order.map { "\((people[$0] ?? []).joined(separator: ", "))\($0)" }
  }

  private func subject(_ ban: DecisionBan) -> String {
    switch ban.kind {
    case .stay: "staying"
    case .unassigned: "nobody"
    case .cover: "cover by \(context.csmName(ban.csm))"
    case .handoff, .assign: context.csmName(ban.csm)
    }
  }

  private var closing: [String] {
    guard decision.options.count + decision.bans.count > 1 else { return [] }
    return page.wrap(
      "An hour is one of a CSM's time, or what the policy holds to be worth it. Where the other accounts may change, too, "
        + "it can be less: `--account \(decision.account) --to CSM` (or `--stay`) finds out.")
  }
}
