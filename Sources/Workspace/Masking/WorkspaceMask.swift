import Portfolio

/// Puts pseudonyms in the place of people and customers, before anything is computed: what comes after never saw them.
///
/// Ids are replaced too, all of them: that an id is a name or an address nobody can tell by looking at it.
struct WorkspaceMask {
  private let pseudonyms: Pseudonyms
  private var replacer = NameReplacer()
  private var people: [String: String] = [:]

  init(_ pseudonyms: Pseudonyms, names portfolios: [Portfolio]) {
    self.pseudonyms = pseudonyms
    for csm in portfolios.flatMap(\.csms) {
      let own = pseudonyms.person(csm.id)
      for name in [csm.id, csm.name, csm.email].compactMap({ $0 }) {
        people[FoldedWords.key(name)] = own
        replacer.add(name, own)
      }
    }
    for manager in portfolios.flatMap(\.csms).compactMap(\.managerID) { replacer.add(manager, person(manager)) }
    for account in portfolios.flatMap(\.accounts) {
      let own = pseudonyms.account(account.id)
      // A bare number in a text is hardly ever an account.
      for name in [account.id, account.name].compactMap({ $0 }) where name.contains(where: \.isLetter) {
        replacer.add(name, own)
      }
    }
    // Last, so that a first name gives way to whatever else is called so.
    for csm in portfolios.flatMap(\.csms) {
      let names = [csm.name, csm.email.map { String($0.prefix { $0 != "@" }) }].compactMap { $0 }
      for word in names.flatMap({ FoldedWords($0).words }) where word.text.count > 2 {
        replacer.add(word.text, pseudonyms.person(csm.id))
      }
    }
  }

  /// For texts that quote free text of the workspace: such text is replaced as a whole, and by what it has as a pseudonym.
  init(_ pseudonyms: Pseudonyms, quoting workspaces: [LoadedWorkspace]) {
    let portfolios = workspaces.compactMap(\.portfolio)
    self.init(pseudonyms, names: portfolios)
    let accounts = portfolios.flatMap(\.accounts)
    let pairings = portfolios.flatMap { $0.policy.eligibility.forbidden + $0.policy.eligibility.pins }
    let texts =
      accounts.flatMap { [$0.lockReason, $0.nextGoal] } + pairings.map(\.reason)
      + workspaces.flatMap { [$0.scenario?.why] + $0.decisions.map(\.reason) }
    for text in texts.compactMap({ $0 }) { replacer.add(text, pseudonyms.text(text)) }
  }

  func replacing(_ text: String) -> String { replacer.replacing(text) }
  func account(_ id: String) -> String { pseudonyms.account(id) }
  func text(_ text: String) -> String { pseudonyms.text(text) }

  func masked(_ workspace: LoadedWorkspace) -> LoadedWorkspace {
    var result = workspace
    result.digests[Pseudonyms.inputName] = pseudonyms.digest
    result.decisions = workspace.decisions.map(masked)
    result.activities = masked(workspace.activities)
    result.findingDecisions = workspace.findingDecisions.map { $0.map(masked) }
    result.scenario = workspace.scenario.map(masked)
    result.issues = workspace.issues.map { masked($0, isReadable: workspace.portfolio != nil) }
    guard let portfolio = workspace.portfolio else { return result }
    let accounts = zip(portfolio.accounts.map(masked), workspace.accountLines).sorted { $0.0.id < $1.0.id }
    let csms = zip(portfolio.csms.map(masked), workspace.csmLines).sorted { $0.0.id < $1.0.id }
    result.accountLines = accounts.map(\.1)
    result.csmLines = csms.map(\.1)
    result.portfolio = Portfolio(
      asOf: portfolio.asOf, accounts: accounts.map(\.0), csms: csms.map(\.0), policy: masked(portfolio.policy),
      agreements: portfolio.agreements)
    return result
  }

  /// One person has one pseudonym, whether the id, the name or the address is written.
  func person(_ text: String) -> String { people[FoldedWords.key(text)] ?? pseudonyms.person(text) }

  private func masked(_ account: Account) -> Account {
    var account = account
    account.id = pseudonyms.account(account.id)
    account.name = nil
    account.parentID = account.parentID.map(pseudonyms.account)
    account.csmID = account.csmID.map(pseudonyms.person)
    account.pinnedCSMID = account.pinnedCSMID.map(pseudonyms.person)
    account.lockReason = account.lockReason.map(pseudonyms.text)
    account.nextGoal = account.nextGoal.map(pseudonyms.text)
    return account
  }

  private func masked(_ csm: CSM) -> CSM {
    var csm = csm
    csm.id = pseudonyms.person(csm.id)
    csm.name = nil
    csm.email = nil
    csm.managerID = csm.managerID.map(person)
    csm.backfillCSMID = csm.backfillCSMID.map(pseudonyms.person)
    csm.team = csm.team.map(replacer.replacing)
    return csm
  }
}

extension WorkspaceMask {
  private func masked(_ policy: Policy) -> Policy {
    var policy = policy
    policy.eligibility.forbidden = policy.eligibility.forbidden.map(masked)
    policy.eligibility.pins = policy.eligibility.pins.map(masked)
    policy.locks = policy.locks.map { rule in
      var rule = rule
      rule.reason = replacer.replacing(rule.reason)
      rule.csmIDs = rule.csmIDs?.map(pseudonyms.person)
      rule.accountIDs = rule.accountIDs?.map(pseudonyms.account)
      return rule
    }
    for index in policy.handoffs.moments.indices {
      policy.handoffs.moments[index].checklist = policy.handoffs.moments[index].checklist.map(replacer.replacing)
    }
    for index in policy.review.criteria.indices {
      policy.review.criteria[index].reason = replacer.replacing(policy.review.criteria[index].reason)
    }
    return policy
  }

  private func masked(_ pairing: Pairing) -> Pairing {
    Pairing(
      accountID: pseudonyms.account(pairing.accountID), csmID: pseudonyms.person(pairing.csmID),
      reason: pairing.reason.map(pseudonyms.text))
  }

  private func masked(_ decision: Decision) -> Decision {
    var decision = decision
    decision.account = pseudonyms.account(decision.account)
    decision.csm = decision.csm.map(pseudonyms.person)
    decision.proposedCSM = decision.proposedCSM.map(pseudonyms.person)
    decision.by = decision.by.map(person)
    decision.reason = decision.reason.map(pseudonyms.text)
    return decision
  }

  private func masked(_ decision: FindingDecision) -> FindingDecision {
    var decision = decision
    decision.by = decision.by.map(person)
    decision.note = decision.note.map(pseudonyms.text)
    return decision
  }

  /// There are many rows about few ids: each is replaced by one text that all of them share.
  private func masked(_ activities: [Activity]?) -> [Activity]? {
    var (accounts, people): ([String: String], [String: String]) = ([:], [:])
    return activities?.map { activity in
      var activity = activity
      activity.accountID = WorkspaceMask.once(activity.accountID, in: &accounts, pseudonyms.account)
      activity.csmID = activity.csmID.map { WorkspaceMask.once($0, in: &people, pseudonyms.person) }
      return activity
    }
  }

  private static func once(_ id: String, in known: inout [String: String], _ make: (String) -> String) -> String {
    if let found = known[id] { return found }
    let made = make(id)
    known[id] = made
    return made
  }

  private func masked(_ scenario: ScenarioFacts) -> ScenarioFacts {
    var scenario = scenario
    scenario.name = replacer.replacing(scenario.name)
    scenario.why = scenario.why.map(pseudonyms.text)
    scenario.changes = scenario.changes.map(replacer.replacing)
    return scenario
  }

  /// What is written in a file that cannot be read may be a name that nobody knows; only the place is said then.
  private func masked(_ issue: ValidationIssue, isReadable: Bool) -> ValidationIssue {
    var issue = issue
    issue.value = nil
    issue.message = isReadable ? replacer.replacing(issue.message) : "Something is wrong here."
    issue.advice =
      isReadable
      ? issue.advice.map(replacer.replacing)
      : "Maybe run `ballast check`, without a mask: what is wrong may hold a name, which a mask does not show."
    return issue
  }
}
