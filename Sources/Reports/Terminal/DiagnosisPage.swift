public import PlanDocument

/// What `ballast diagnose` shows: what collides and the cheapest repair, or where hours are missing and what would help.
public struct DiagnosisPage: Sendable {
  private let document: DiagnosisDocument
  private let style: TerminalStyle
  private static let most = 8

  public init(_ document: DiagnosisDocument, color: Bool = false) {
    self.document = document
    style = TerminalStyle(color: color)
  }

  public func render() -> String {
    let conflicts = document.conflicts.enumerated().map { conflict($1, number: $0 + 1) }
    let sections =
      conflicts + [
        repair, section("Hours missing in every plan", document.shortages.map(\.message)),
        section("Overload", document.overloads.map(\.message)),
        section("What would help, by planning again", document.gains.map(\.message)), style.bold(verdict) + "\n",
      ]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func conflict(_ conflict: ConflictDocument, number: Int) -> String {
    let title =
      document.conflicts.count == 1
      ? "These rules cannot all hold" : "These rules cannot all hold (\(number) of \(document.conflicts.count))"
    let rules = Dictionary(grouping: conflict.members, by: \.rule)
    var shownRules: Set<String> = []
    let members = conflict.members.compactMap { member in
      shownRules.insert(member.rule).inserted ? self.members(rules[member.rule] ?? []) : nil
    }
    return style.bold(title) + "\n" + members.joined() + "  \(proof(conflict))\n"
  }

  /// Members of one rule.
  private func members(_ members: [ConflictDocument.Member]) -> String {
    let lines = members.prefix(Self.most).map { member in
      "  - \(shown(member.message))" + (member.place.map { " [\(shown($0.text))]" } ?? "") + "\n"
    }
    return lines.joined() + rest(members.count)
  }

  private func rest(_ count: Int) -> String {
    count > Self.most ? "  - and \(count - Self.most) more of the kind, in --json\n" : ""
  }

  private func proof(_ conflict: ConflictDocument) -> String {
    let shown =
      switch conflict.proof {
      case .noOption: "They leave an account no option at all."
      case .singleLimit: "The least that can be chosen is above the limit."
      case .multipliers: "Adding up the limits shows it, in whole numbers."
      case .cases:
        "\(NumberText.plural(conflict.cases ?? 0, "case covers", "cases cover")) every choice; each is refuted in whole numbers."
      case .search: "The solver searched every choice; not recomputed in whole numbers."
      }
    let rest =
      conflict.members.count == 1
      ? ""
      : conflict.isIrreducible
        ? " Without any one of them the others can hold: each was tried."
        : " Time ran out before every one of them was tried: some may not matter."
    return shown + rest
  }

  private var repair: String {
    guard let repair = document.repair else {
      return document.status == .conflict
        ? style.bold("No edit of hours, limits, pins or agreements was found that helps") + "\n" : ""
    }
    let title = repair.isCheapest ? "Cheapest repair" : "A repair (none costs less than \(points(repair.bound)))"
    let steps = repair.steps.prefix(Self.most).map {
      "  - \(shown($0.message)) (\(points($0.price)))\n    \(style.quiet(shown($0.edit)))\n"
    }
    let verified =
      repair.isVerified
      ? "Tried: the repaired data has a plan that passed every check."
      : "Not tried to the end: run `ballast plan` on it."
    return style.bold("\(title): \(points(repair.price))") + "\n" + steps.joined() + rest(repair.steps.count)
      + "  \(verified)\n"
  }

  private func points(_ value: PointsValue) -> String {
    "\(NumberText.grouped(value.micropoints / 1_000_000)) points"
  }

  private var verdict: String {
    let rest = document.isComplete ? "" : " Stopped early: a longer --time-limit may say more."
    switch document.status {
    case .conflict:
      return "There is no plan that keeps all rules. More of them may collide: after a repair, diagnose again." + rest
    case .short: return "All rules can hold; some people stay above their limits in every plan." + rest
    case .clear:
      return document.overloads.isEmpty
        ? "All rules can hold; nobody is above the soft limit." + rest
        : "All rules can hold, and no overload is shown to be unavoidable." + rest
    case .undecided: return "Whether all rules can hold was not decided." + rest
    }
  }

  private func section(_ title: String, _ items: [String]) -> String {
    guard !items.isEmpty else { return "" }
    return style.bold(title) + "\n" + items.prefix(Self.most).map { "  - \(shown($0))\n" }.joined() + rest(items.count)
  }

  private func shown(_ text: String) -> String { Terminal(escaping: text).rendered }
}
