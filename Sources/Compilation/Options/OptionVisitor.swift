import Portfolio

/// What is told about every candidate of a group.
protocol OptionVisitor {
  /// `false`: banned candidates are of no interest, and time is saved by not looking for their rules.
  static var wantsBans: Bool { get }
  mutating func permit(_ option: PlannedOption)
  mutating func ban(_ option: PlannedOption, _ ban: Ban)
}

extension OptionVisitor {
  mutating func ban(_ option: PlannedOption, _ ban: Ban) {}
}

/// Keeps the permitted options.
struct OptionCollector: OptionVisitor {
  static let wantsBans = false
  private(set) var options: [PlannedOption] = []
  mutating func removeAll() { options.removeAll(keepingCapacity: true) }
  mutating func permit(_ option: PlannedOption) { options.append(option) }
}

/// Keeps the banned candidates with their rules.
struct VerdictCollector: OptionVisitor {
  static let wantsBans = true
  private(set) var verdicts: [Verdict] = []
  mutating func permit(_ option: PlannedOption) {}
  mutating func ban(_ option: PlannedOption, _ ban: Ban) {
    verdicts.append(Verdict(option: option, rule: ban.rule, reason: ban.reason))
  }
}
