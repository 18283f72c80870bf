import OptionModel
import Portfolio

/// The options of one group: which there are, what they cost and what they consume.
extension ModelAuditor {
  /// What tells the options of a group apart.
  private struct Choice: Hashable {
    let kind: PlannedOption.Kind
    let csm: Int32
    let period: Int16

    init(_ option: PlannedOption) {
      kind = option.kind
      csm = option.csm
      period = option.period
    }
  }

  func check(
    _ group: RederivedGroup, at position: Int, _ model: OptionModel, _ meaning: ModelMeaning,
    _ report: inout AuditReport
  ) {
    var expected: [Choice: PlannedOption] = [:]
    for option in rules.options(of: group) { expected[Choice(option)] = option }
    for index in model.options(ofGroup: position) {
      let found = meaning.options[index]
      let name = rules.name(of: group) + " " + rules.name(of: found)
      guard let option = expected.removeValue(forKey: Choice(found)) else {
        report.findings.append(
          AuditFinding(
            name, rule: ban(of: found, group)?.rawValue, expected: "absent", found: "present",
            "Option \(name) is not permitted, or occurs twice."))
        continue
      }
      checkDays(found, against: option, name: name, &report)
      checkCost(model.cost(ofOption: index), option, group, name: name, &report)
      checkConsumption(index, option, group, model, meaning, name: name, &report)
    }
    for option in expected.values.sorted(by: { ($0.csm, $0.period) < ($1.csm, $1.period) }) {
      let name = rules.name(of: group) + " " + rules.name(of: option)
      report.findings.append(
        AuditFinding(name, expected: "present", found: "absent", "Option \(name) is missing from the model."))
    }
  }

  private func checkDays(
    _ found: PlannedOption, against option: PlannedOption, name: String, _ report: inout AuditReport
  ) {
    report.require(
      name, rule: RuleID.moment.rawValue, expected: option.moment, found: found.moment,
      "Option \(name) names the wrong moment.")
    // The days of `stay` and `unassigned` mean nothing beyond the facts of the incumbent.
    guard option.kind != .stay, option.kind != .unassigned else { return }
    report.require(
      name, rule: RuleID.moment.rawValue, expected: option.start, found: found.start,
      "Option \(name) starts on the wrong day.")
    report.require(
      name, rule: RuleID.moment.rawValue, expected: option.effective, found: found.effective,
      "Option \(name) takes effect on the wrong day.")
  }

  private func checkCost(
    _ found: Int64, _ option: PlannedOption, _ group: RederivedGroup, name: String,
    _ report: inout AuditReport
  ) {
    let costs = rules.costs(of: option, group: group)
    let parts = costs.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) \($0.value)" }
    report.require(
      name, expected: costs.values.reduce(0, +), found: found,
      "Option \(name) has the wrong cost; expected: \(parts.joined(separator: ", ")).")
  }

  private func checkConsumption(
    _ index: Int, _ option: PlannedOption, _ group: RederivedGroup, _ model: OptionModel,
    _ meaning: ModelMeaning, name: String, _ report: inout AuditReport
  ) {
    var expected = rules.consumptions(of: option, group: group).filter { resource($0.key) != nil }
    var found: [ResourceKey: Int64] = [:]
    for consumed in model.consumptions(ofOption: index) {
      let key = meaning.resources[consumed.resource]
      found[key, default: 0] += consumed.amount
    }
    for (key, amount) in found where expected.removeValue(forKey: key) ?? 0 != amount {
      reportConsumption(key, amount, option, group, name: name, &report)
    }
    for key in expected.keys { reportConsumption(key, 0, option, group, name: name, &report) }
  }

  private func reportConsumption(
    _ key: ResourceKey, _ found: Int64, _ option: PlannedOption, _ group: RederivedGroup, name: String,
    _ report: inout AuditReport
  ) {
    let amount = rules.consumptions(of: option, group: group)[key] ?? 0
    report.findings.append(
      AuditFinding(
        name, rule: key.rule.rawValue, expected: amount, found: found,
        "Option \(name) consumes the wrong amount of \(rules.name(of: key))."))
  }

  private func ban(of option: PlannedOption, _ group: RederivedGroup) -> RuleID? {
    if case .banned(let rule) = rules.verdict(of: option, group: group) { return rule }
    return nil
  }
}
