import Portfolio

/// What is told about every candidate of a group.
protocol OptionVisitor {
  /// `false`: banned candidates are of no interest, and time is saved by not looking for their rules.
  static var wantsBans: Bool { get }
  /// `true`: further receivers are of no interest.
  var isSatisfied: Bool { get }
  mutating func permit(_ option: PlannedOption)
  mutating func ban(_ option: PlannedOption, _ ban: Ban)
}

extension OptionVisitor {
  var isSatisfied: Bool { false }
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

/// Keeps the first ban on each receiver that has no option. Who leaves or has left is nobody's alternative.
struct RejectionCollector: OptionVisitor {
  static let wantsBans = true
  private let limit: Int
  /// By CSM: has an option, or was counted already.
  private var isKnown: [Bool]
  private(set) var rejections: [(option: PlannedOption, ban: Ban)] = []

  /// `options` are those the group has; after `limit` rejections the collector is satisfied.
  init(csmCount: Int, options: some Sequence<PlannedOption>, limit: Int) {
    self.limit = limit
    isKnown = Array(repeating: false, count: csmCount)
    for option in options where option.csm != PlannedOption.none { isKnown[Int(option.csm)] = true }
  }

  var isSatisfied: Bool { rejections.count >= limit }

  mutating func permit(_ option: PlannedOption) {}

  mutating func ban(_ option: PlannedOption, _ ban: Ban) {
    guard option.csm != PlannedOption.none, ban.rule != .departure, !isKnown[Int(option.csm)], !isSatisfied else {
      return
    }
    isKnown[Int(option.csm)] = true
    rejections.append((option, ban))
  }
}
