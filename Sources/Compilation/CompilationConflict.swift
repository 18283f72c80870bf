package import Portfolio

/// Rules that together leave some accounts without any option. Every such account is listed.
package struct CompilationConflict: Error, Sendable, Hashable {
  /// A group of accounts without an option.
  package struct Subject: Sendable, Hashable {
    /// Account indices; several for a family that stays together.
    package let accounts: [Int]
    package let accountIDs: [String]
    package let causes: [Cause]
  }

  /// A rule that bans some of the candidates.
  package struct Cause: Sendable, Hashable {
    package let rule: RuleID
    package let reason: String
    /// How many candidates it bans for this reason.
    package let candidates: Int
  }

  package let subjects: [Subject]
}

extension CompilationConflict.Subject {
  init(group: Int, verdicts: [Verdict], facts: PlanFacts) {
    accounts = facts.families.members(ofGroup: group).map { Int($0) }
    accountIDs = accounts.map { facts.portfolio.accounts[$0].id }
    var order: [String] = []
    var counted: [String: CompilationConflict.Cause] = [:]
    for verdict in verdicts {
      let key = "\(verdict.rule.rawValue) \(verdict.reason)"
      if counted[key] == nil { order.append(key) }
      let count = (counted[key]?.candidates ?? 0) + 1
      counted[key] = .init(rule: verdict.rule, reason: verdict.reason, candidates: count)
    }
    causes = order.compactMap { counted[$0] }
  }
}

extension CompilationConflict: CustomStringConvertible {
  package var description: String {
    subjects.map { subject in
      let causes = subject.causes.map { "\($0.rule.rawValue): \($0.reason)" }
      return "Nothing is permitted for \(subject.accountIDs.joined(separator: ", ")). "
        + causes.joined(separator: "; ") + "."
    }.joined(separator: "\n")
  }
}
