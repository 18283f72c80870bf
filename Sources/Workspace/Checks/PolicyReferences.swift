import Portfolio

/// Checks the names in a policy against the tables and puts them into their canonical spelling.
struct PolicyReferences {
  let document: PolicyDocument
  let issues: IssueCollector

  func resolve(_ policy: inout Policy, vocabularies: Vocabularies, csms: CSMTable, accounts: AccountTable) {
    for reference in document.references { check(reference, vocabularies, csms, accounts) }
    respell(&policy, vocabularies)
    let csmID = { (text: String) -> String in
      guard case .csm(let position) = csms.directory.match(text) else { return text }
      return csms.directory.ids[position]
    }
    let accountID = { (text: String) in accounts.position(text).map { accounts.accounts[$0].id } ?? text }
    let pairing = { (pair: Pairing) in
      Pairing(accountID: accountID(pair.accountID), csmID: csmID(pair.csmID), reason: pair.reason)
    }
    policy.eligibility.pins = policy.eligibility.pins.map(pairing)
    policy.eligibility.forbidden = policy.eligibility.forbidden.map(pairing)
    policy.handoffs.blackouts.exempt = policy.handoffs.blackouts.exempt.map(accountID)
    for index in policy.locks.indices {
      policy.locks[index].csmIDs = policy.locks[index].csmIDs?.map(csmID)
      policy.locks[index].accountIDs = policy.locks[index].accountIDs?.map(accountID)
    }
  }

  private func check(
    _ reference: PolicyContext.Reference, _ vocabularies: Vocabularies, _ csms: CSMTable,
    _ accounts: AccountTable
  ) {
    switch reference.kind {
    case .region: check(reference, vocabularies.regions)
    case .tier: check(reference, vocabularies.tiers)
    case .domain: check(reference, vocabularies.domains)
    case .csm: checkCSM(reference, csms)
    case .account:
      if accounts.position(reference.text) != nil { return }
      let ids = accounts.accounts.lazy.prefix(100_000).map(\.id)
      let advice = NearestName.advice(
        reference.text, among: ids, else: "Maybe the account has left the export.")
      report(.error, reference, "This account is not in accounts.csv.", advice)
    }
  }

  private func checkCSM(_ reference: PolicyContext.Reference, _ csms: CSMTable) {
    switch csms.directory.match(reference.text) {
    case .csm: return
    case .notUnique:
      report(.error, reference, "More than one CSM in csms.csv has this name.", "Maybe use the id.")
    case .unknown:
      let advice = NearestName.advice(
        reference.text, among: csms.directory.ids, else: "Maybe the CSM has left the file.")
      report(.error, reference, "This CSM is not in csms.csv.", advice)
    }
  }

  /// Without a list in the policy a name that no row mentions is allowed: the rule is ready before the data is.
  private func check(_ reference: PolicyContext.Reference, _ vocabulary: Vocabulary) {
    guard vocabulary[reference.text] == nil, !isDefaultTier(reference) else { return }
    let advice = NearestName.advice(
      reference.text, among: vocabulary.names, else: "Maybe the rule is for data that is still to come.")
    let place = vocabulary.isListed ? "listed in the policy" : "in accounts.csv or csms.csv"
    report(
      vocabulary.isListed ? .error : .warning, reference, "This \(vocabulary.noun) is not \(place).", advice)
  }

  /// The tiers of the default tables need not occur.
  private func isDefaultTier(_ reference: PolicyContext.Reference) -> Bool {
    let known = ["strategic", "enterprise", "midmarket", "small"]
    return reference.kind == .tier && known.contains(TierName.folded(reference.text))
  }

  /// Values from the policy are the user's own words, except that an e-mail address stays out of messages.
  private func report(
    _ severity: ValidationIssue.Severity, _ reference: PolicyContext.Reference, _ message: String,
    _ advice: String
  ) {
    let isShowable = reference.kind != .csm || CSMDirectory.isShowable(reference.text, title: "id")
    issues.add(
      severity, .policy, file: reference.file, line: reference.line,
      column: DisplayText.shown(reference.path, limit: 120),
      .init(message, value: isShowable ? reference.text : nil, advice: advice))
  }

  private func respell(_ policy: inout Policy, _ vocabularies: Vocabularies) {
    let region = { (text: String) in vocabularies.regions[text] ?? text }
    let tier = { (text: String) in vocabularies.tiers[text] ?? text }
    for index in policy.regions.indices {
      policy.regions[index].adjacent = policy.regions[index].adjacent.map(region)
    }
    for index in policy.horizon.holidays.indices {
      policy.horizon.holidays[index].regions = policy.horizon.holidays[index].regions.map(region)
    }
    for index in policy.handoffs.blackouts.ranges.indices {
      policy.handoffs.blackouts.ranges[index].regions = policy.handoffs.blackouts.ranges[index].regions.map(
        region)
    }
    for index in policy.handoffs.moments.indices {
      policy.handoffs.moments[index].tiers = policy.handoffs.moments[index].tiers.map(tier)
    }
    for index in policy.locks.indices {
      policy.locks[index].tiers = policy.locks[index].tiers?.map(tier)
      policy.locks[index].regions = policy.locks[index].regions?.map(region)
    }
    for index in policy.books.segmentShares.indices {
      let share = policy.books.segmentShares[index]
      switch share.attribute {
      case .region: policy.books.segmentShares[index].value = region(share.value)
      case .tier: policy.books.segmentShares[index].value = tier(share.value)
      case .domain: policy.books.segmentShares[index].value = vocabularies.domains[share.value] ?? share.value
      }
    }
  }
}
