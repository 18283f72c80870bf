package import OptionModel

/// Checks a selection against its option model with arithmetic of its own, in 128 bits.
package struct SelectionChecker {
  private let model: OptionModel

  package init(_ model: OptionModel) { self.model = model }

  /// `claimed` is the objective by level, in micropoints.
  package func check(_ selection: Selection, claimed: [Int64]) -> AuditReport {
    var report = AuditReport()
    guard checkChoices(selection, &report) else { return report }
    let loads = loads(of: selection)
    checkLimits(loads, &report)
    report.require(
      "objective", expected: model.levelCount, found: claimed.count, "Not one objective is claimed per level."
    )
    for level in 0..<min(model.levelCount, claimed.count) {
      let exact = objective(of: selection, level: level, loads: loads)
      if level == 0 { report.objective = Int64(exactly: exact) }
      report.require(
        "objective/\(level)", expected: exact, found: Int128(claimed[level]),
        "The objective at level \(level) is not the one claimed.")
    }
    return report
  }

  private func checkChoices(_ selection: Selection, _ report: inout AuditReport) -> Bool {
    report.require(
      "selection", expected: model.groupCount, found: selection.options.count,
      "Not one option is chosen per group.")
    for (group, option) in selection.options.prefix(model.groupCount).enumerated() {
      let (first, end) = (model.groupStarts[group], model.groupStarts[group + 1])
      if option < first || option >= end {
        report.findings.append(
          AuditFinding(
            "group \(group)", expected: "\(first)..<\(end)", found: option,
            "The option chosen for group \(group) is not one of its own."))
      }
    }
    return report.passed
  }

  private func loads(of selection: Selection) -> [Int128] {
    var loads = [Int128](repeating: 0, count: model.resources.count)
    for chosen in selection.options {
      for consumed in model.consumptions(ofOption: Int(chosen)) {
        loads[consumed.resource] += Int128(consumed.amount)
      }
    }
    return loads
  }

  private func checkLimits(_ loads: [Int128], _ report: inout AuditReport) {
    for (index, load) in loads.enumerated() {
      let resource = model.resources[index]
      if let upper = resource.upper, load > upper {
        report.findings.append(
          AuditFinding(
            "resource \(index)", expected: "at most \(upper)", found: load,
            "Resource \(index) is over its limit."))
      }
      if let lower = resource.lower, load < lower {
        report.findings.append(
          AuditFinding(
            "resource \(index)", expected: "at least \(lower)", found: load,
            "Resource \(index) is under its limit."))
      }
    }
  }

  private func objective(of selection: Selection, level: Int, loads: [Int128]) -> Int128 {
    var total = Int128(model.constants[level])
    for chosen in selection.options { total += Int128(model.costs[level * model.optionCount + Int(chosen)]) }
    for (resource, load) in zip(model.resources, loads) where Int(resource.level) == level {
      for segment in resource.price {
        let excess = load - Int128(segment.threshold)
        total += Int128(segment.rate) * max(0, segment.side == .over ? excess : -excess)
      }
    }
    return total
  }
}
