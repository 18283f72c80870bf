import Portfolio

/// Who may look after an account at the end of the horizon, over all its options.
struct FinalCSMs {
  private let options: OptionEnumerator

  init(_ options: OptionEnumerator) { self.options = options }

  /// Indices of CSMs, ascending.
  func possible(forAccount account: Int) -> [Int32] {
    var collector = OptionCollector()
    var scratch = OptionEnumerator.Scratch()
    let group = Int(options.facts.families.groupOfAccount[account])
    options.visit(group: group, &collector, &scratch)
    let finals = collector.options.map { options.steps.step(of: $0, account: account).finalCSM }
    return Set(finals).filter { $0 != Step.nobody }.sorted().map { Int32($0) }
  }
}
