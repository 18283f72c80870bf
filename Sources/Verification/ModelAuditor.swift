package import OptionModel
package import Portfolio

/// Checks an option model against the domain: options missing or added, costs, consumptions, limits and prices.
///
/// A bound proved for the wrong model proves nothing, so that what the model leaves out matters as much as what it
/// says. Orders of groups, options and resources are free as long as meaning and model agree.
package struct ModelAuditor: Sendable {
  let rules: Rederivation
  private let resources: RederivedResources
  private let splitKeys: Set<ResourceKey>

  package init(_ portfolio: Portfolio) {
    rules = Rederivation(portfolio)
    resources = RederivedResources(rules)
    splitKeys = RederivedResources.splitKeys(rules)
  }

  /// Every resource of the formulation, split resources included.
  var resourceKeys: Set<ResourceKey> { splitKeys.union(resources.table.keys) }

  /// Limit and price; `nil` when the formulation has no such resource.
  func resource(_ key: ResourceKey) -> RederivedResource? {
    if case .familySplit = key, !splitKeys.contains(key) { return nil }
    return resources.resource(key)
  }

  package func audit(
    model: OptionModel, meaning: ModelMeaning, sample: AuditSample = AuditSample()
  ) -> AuditReport {
    var report = AuditReport()
    checkShape(model, meaning, &report)
    guard report.passed else { return report }
    checkResources(model, meaning, &report)
    let groups = matchGroups(meaning, model, &report)
    for index in sample.indices(groupCount: rules.groups.count, accountCount: rules.accounts.count) {
      guard let position = groups[rules.groups[index].members] else { continue }
      check(rules.groups[index], at: position, model, meaning, &report)
    }
    return report
  }

  /// Model and meaning fit together at all.
  private func checkShape(_ model: OptionModel, _ meaning: ModelMeaning, _ report: inout AuditReport) {
    func require(_ what: String, _ expected: Int, _ found: Int) {
      report.require(what, expected: expected, found: found, "Model and meaning differ in size: \(what).")
    }
    require("levels", 1, model.levelCount)
    require("options", model.optionCount, meaning.options.count)
    require("resources", model.resourceCount, meaning.resources.count)
    require("groups", model.groupCount, meaning.memberStarts.count - 1)
    require("members", meaning.members.count, Int(meaning.memberStarts.last ?? -1))
    for group in meaning.memberStarts.indices.dropLast()
    where meaning.memberStarts[group] < 0 || meaning.memberStarts[group] > meaning.memberStarts[group + 1] {
      require("members of group \(group)", 0, Int(meaning.memberStarts[group]))
    }
    report.require(
      "constant", expected: 0, found: model.constants.first ?? 0, "The formulation has no constant charge.")
  }

  private func checkResources(_ model: OptionModel, _ meaning: ModelMeaning, _ report: inout AuditReport) {
    var seen: Set<ResourceKey> = []
    for (key, resource) in zip(meaning.resources, model.resources) {
      let name = rules.name(of: key)
      guard seen.insert(key).inserted else {
        report.findings.append(
          AuditFinding(
            name, rule: key.rule.rawValue, expected: "once", found: "twice", "Resource \(name) occurs twice.")
        )
        continue
      }
      guard let expected = self.resource(key) else {
        report.findings.append(
          AuditFinding(
            name, rule: key.rule.rawValue, expected: "absent", found: "present",
            "Resource \(name) is not one of the formulation."))
        continue
      }
      compare(resource, with: expected, name: name, rule: key.rule, &report)
    }
    for key in resourceKeys.subtracting(seen) {
      let name = rules.name(of: key)
      report.findings.append(
        AuditFinding(
          name, rule: key.rule.rawValue, expected: "present", found: "absent", "Resource \(name) is missing.")
      )
    }
    report.findings.sort { $0.subject < $1.subject }
  }

  private func compare(
    _ resource: Resource, with expected: RederivedResource, name: String, rule: RuleID,
    _ report: inout AuditReport
  ) {
    report.require(
      name, rule: rule.rawValue, expected: expected.upper, found: resource.upper,
      "Resource \(name) has the wrong upper limit.")
    report.require(
      name, rule: rule.rawValue, expected: nil, found: resource.lower, "Resource \(name) has a lower limit.")
    report.require(
      name, rule: rule.rawValue, expected: expected.price, found: RederivedPrice(resource.price),
      "Resource \(name) has the wrong price.")
  }

  /// Positions of the groups in the model by their members.
  private func matchGroups(
    _ meaning: ModelMeaning, _ model: OptionModel, _ report: inout AuditReport
  ) -> [[Int]: Int] {
    var positions: [[Int]: Int] = [:]
    for group in 0..<model.groupCount {
      let members = meaning.members(ofGroup: group).map(Int.init).sorted()
      if positions.updateValue(group, forKey: members) != nil {
        report.findings.append(
          AuditFinding(
            "group \(group)", expected: "once", found: "twice",
            "Group \(group) repeats the members of another."))
      }
    }
    let expected = Set(rules.groups.map(\.members))
    let unknown = positions.keys.filter { !expected.contains($0) }
    for members in unknown.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      report.findings.append(
        AuditFinding(
          "members \(members)", rule: RuleID.family.rawValue, expected: "absent", found: "present",
          "The accounts \(members) are no group of the formulation."))
    }
    for group in rules.groups where positions[group.members] == nil {
      report.findings.append(
        AuditFinding(
          rules.name(of: group), expected: "present", found: "absent",
          "Group \(rules.name(of: group)) is missing."))
    }
    return positions
  }
}
