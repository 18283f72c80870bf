import Portfolio

/// A workspace with a scenario laid over it: the base in canonical form, changed, and read again by the same readers,
/// so that everything that is checked in files is checked in scenarios.
struct ScenarioOverlay {
  let files: ScenarioFiles
  let issues: IssueCollector

  struct Result {
    var csms: [UInt8]
    var accounts: [UInt8]
    var policies: [PolicyLayer]
    var facts: ScenarioFacts
  }

  func apply(to portfolio: Portfolio) -> Result {
    var csms = RowOverlay(CanonicalRows<CSMColumn>(portfolio.csms), issues: issues)
    var accounts = RowOverlay(CanonicalRows<AccountColumn>(portfolio.accounts), issues: issues)
    var sentences: [String] = []
    for layer in files.layers {
      let known = (csms.sentences.count, accounts.sentences.count)
      layer.csms.forEach { csms.apply($0) }
      layer.accounts.forEach { accounts.apply($0) }
      sentences += csms.sentences[known.0...] + accounts.sentences[known.1...] + layer.policyWords
    }
    let top = files.layers.last
    let facts = ScenarioFacts(
      name: top?.name ?? "", why: top?.why, files: files.layers.map(\.file), changes: sentences)
    return Result(
      csms: csms.table.bytes, accounts: accounts.table.bytes, policies: files.layers.map(\.policy), facts: facts)
  }
}
