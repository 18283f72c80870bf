import ArgumentParser
import Ballast
import PlanDocument
import Portfolio
import Workspace

/// Finds what somebody means by a name: an id, or a name that only one has. What is not found ends the command with 64 and
/// the nearest name.
struct NameLookup {
  private let portfolio: Portfolio
  private let document: PlanDocument
  private let console: Console

  init(_ portfolio: Portfolio, _ document: PlanDocument, _ console: Console) {
    self.portfolio = portfolio
    self.document = document
    self.console = console
  }

  func account(_ text: String) throws -> String {
    try find(text, portfolio.accounts.map { ($0.id, $0.name) }, "account", "accounts.csv")
  }

  func csm(_ text: String) throws -> String {
    try find(text, portfolio.csms.map { ($0.id, $0.name) }, "CSM", "csms.csv")
  }

  private func find(_ text: String, _ known: [(id: String, name: String?)], _ what: String, _ file: String) throws
    -> String
  {
    if let exact = known.first(where: { $0.id == text }) { return exact.id }
    let wanted = text.lowercased()
    let alike = known.filter { $0.id.lowercased() == wanted || $0.name?.lowercased() == wanted }
    if alike.count == 1 { return alike[0].id }
    if alike.count > 1 {
      throw refusal("\(alike.count) of \(file) are called `\(DisplayText.shown(text))`.", "Maybe use the id.")
    }
    let candidates = known.map(\.id) + known.compactMap(\.name)
    throw refusal(
      "There is no \(what) `\(DisplayText.shown(text))`.",
      NearestName.advice(text, among: candidates, else: "Maybe it is no id or name of \(file)."))
  }

  /// A label of the plan, a day inside the period, or the month in which it starts; with `orSteady` the time after them.
  func period(_ text: String, orSteady: Bool = false) throws -> Int {
    let periods = document.horizon.periods
    if orSteady, text.lowercased() == "steady" { return periods.count }
    if let label = periods.first(where: { $0.label.lowercased() == text.lowercased() }) { return label.index }
    if let day = CalendarDate(text), let period = periods.first(where: { $0.start <= day && day <= $0.end }) {
      return period.index
    }
    if let month = periods.first(where: { $0.start.description.hasPrefix(text + "-") }), text.utf8.count == 7 {
      return month.index
    }
    let known = periods.map { "\($0.label) (\($0.start) to \($0.end))" } + (orSteady ? ["steady"] : [])
    throw refusal(
      "There is no period `\(DisplayText.shown(text))` in this plan.",
      "The periods: \(known.joined(separator: ", ")). A day inside a period names it, too.")
  }

  // MARK: - Lifts

  /// `pin:A17`: a rule and whom it is not to hold for.
  func lift(_ text: String) throws -> RuleLift {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let names = RuleLift.subjects.map(\.rule.rawValue)
    guard let entry = RuleLift.subjects.first(where: { $0.rule.rawValue == parts[0] }) else {
      let isRule = RuleID(rawValue: parts[0]) != nil
      let advice = NearestName.of(parts[0], among: names).map { "Maybe `\($0)` was meant.\n" } ?? ""
      throw refusal(
        isRule
          ? "The rule `\(parts[0])` forbids nothing that could be lifted."
          : "There is no rule `\(DisplayText.shown(parts[0]))`.",
        "\(advice)These can be lifted:\n\(catalogue)")
    }
    guard parts.count == 2, !parts[1].isEmpty else {
      throw refusal(
        "`\(DisplayText.shown(text))` does not say for whom.", "Maybe \(NameLookup.form(entry.rule, entry.kinds)).")
    }
    return try lift(entry.rule, entry.kinds, parts[1])
  }

  private func lift(_ rule: RuleID, _ kinds: [RuleLift.SubjectKind], _ subject: String) throws -> RuleLift {
    for kind in kinds {
      switch kind {
      case .all: if subject == RuleLift.everything { return RuleLift(rule, .all, subject) }
      case .lock:
        if portfolio.policy.locks.contains(where: { $0.id == subject }) { return RuleLift(rule, .lock, subject) }
      case .account:
        if let id = known(subject, portfolio.accounts.map { ($0.id, $0.name) }) { return RuleLift(rule, .account, id) }
      case .csm:
        if let id = known(subject, portfolio.csms.map { ($0.id, $0.name) }) { return RuleLift(rule, .csm, id) }
      }
    }
    let candidates = kinds.flatMap { kind -> [String] in
      switch kind {
      case .all: [RuleLift.everything]
      case .lock: portfolio.policy.locks.map(\.id)
      case .account: portfolio.accounts.flatMap { [$0.id, $0.name].compactMap { $0 } }
      case .csm: portfolio.csms.flatMap { [$0.id, $0.name].compactMap { $0 } }
      }
    }
    throw refusal(
      "The rule `\(rule.rawValue)` cannot be lifted for `\(DisplayText.shown(subject))`.",
      NearestName.advice(subject, among: candidates, else: "Maybe \(NameLookup.form(rule, kinds))."))
  }

  private func known(_ text: String, _ known: [(id: String, name: String?)]) -> String? {
    if known.contains(where: { $0.id == text }) { return text }
    let alike = known.filter { $0.name?.lowercased() == text.lowercased() }
    return alike.count == 1 ? alike[0].id : nil
  }

  private var catalogue: String {
    RuleLift.subjects.map { "  \(NameLookup.form($0.rule, $0.kinds))" }.joined(separator: "\n")
  }

  private static func form(_ rule: RuleID, _ kinds: [RuleLift.SubjectKind]) -> String {
    kinds.map { kind in
      switch kind {
      case .account: "\(rule.rawValue):ACCOUNT"
      case .csm: "\(rule.rawValue):CSM"
      case .lock: "\(rule.rawValue):LOCK-ID"
      case .all: "\(rule.rawValue):\(RuleLift.everything)"
      }
    }.joined(separator: " or ")
  }

  private func refusal(_ message: String, _ advice: String) -> ExitCode {
    console.message("\(message)\n\(advice)\n")
    return ExitCode(64)
  }
}
