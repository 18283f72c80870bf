import Portfolio
import Yams

extension PolicyReader {
  /// `weights`, `levels`, or a list of levels with their rules, the most important first.
  func readPriorities(_ top: SectionReader, _ priorities: inout PriorityPolicy) {
    guard let node = top.node("priorities") else { return }
    guard let sequence = node.sequence else {
      if context.value(node, "priorities", PolicyType<Priorities>.choice) == .levels {
        priorities.levels = PriorityPolicy.defaultLevels
      }
      return
    }
    if sequence.isEmpty {
      let advice = "Maybe write `weights` or `levels`, or name at least one level with its rules."
      context.report(node, "priorities", .init("`priorities` has no level.", advice: advice))
    }
    var taken: [RuleID: String] = [:]
    for (index, item) in sequence.enumerated() {
      if let level = level(item, path: "priorities[\(index)]", number: index + 1, &taken) {
        priorities.levels.append(level)
      }
    }
    let rest = PriorityPolicy.pricedRules.filter { taken[$0] == nil }
    if !rest.isEmpty { priorities.levels.append(PriorityLevel(name: PriorityPolicy.restName, rules: rest)) }
  }

  private func level(
    _ node: Node, path: String, number: Int, _ taken: inout [RuleID: String]
  ) -> PriorityLevel? {
    let section = SectionReader(node, path: path, context: context)
    let name = section.value("name", .text) ?? "Level \(number)"
    var rules: [RuleID] = []
    for item in section.items("rules") ?? [] {
      guard let rule = context.value(item.node, item.path, PolicyReader.pricedRule) else { continue }
      if let other = taken[rule] {
        let message = "A rule counts on one level only; this one is in `\(DisplayText.shown(other))` already."
        context.report(item.node, item.path, .init(message, value: rule.rawValue))
      }
      taken[rule] = name
      rules.append(rule)
    }
    if section.node("rules") == nil { context.report(node, "\(path).rules", .init("`\(path).rules` is missing.")) }
    section.finish()
    return rules.isEmpty ? nil : PriorityLevel(name: name, rules: rules)
  }

  private enum Priorities: String, CaseIterable { case weights, levels }

  /// Rules without a price forbid or limit, whatever the order.
  private static let pricedRule = PolicyType<RuleID>(
    expected: "one of \(PriorityPolicy.pricedRules.map(\.rawValue).joined(separator: ", "))"
  ) { scalar in
    RuleID(rawValue: scalar.text).flatMap { PriorityPolicy.pricedRules.contains($0) ? $0 : nil }
  }
}
