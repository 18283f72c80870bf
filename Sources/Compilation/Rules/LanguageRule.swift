import Portfolio

/// A CSM who lists languages speaks no other; letter case does not matter.
final class LanguageRule: BanningRule, MonthlyPriceRule {
  static let id = RuleID.language

  let facts: PlanFacts
  private let treatment: EligibilityPolicy.Treatment
  private let price: Int64
  /// Number of the account's language, or -1 where it is unknown.
  private let languages: [Int32]
  /// `language * csmCount + csm`.
  private let isSpoken: [Bool]

  init(_ facts: PlanFacts) {
    self.facts = facts
    treatment = facts.policy.eligibility.language
    price = facts.policy.eligibility.languagePrice.micropoints
    var vocabulary = Vocabulary()
    languages = facts.portfolio.accounts.map { account in
      account.language.map { Int32(vocabulary.number(of: $0.lowercased())) } ?? -1
    }
    let spoken = facts.portfolio.csms.map { Set($0.languages.map { $0.lowercased() }) }
    isSpoken = vocabulary.words.flatMap { word in spoken.map { $0.isEmpty || $0.contains(word) } }
  }

  func isSpoken(account: Int, csm: Int) -> Bool {
    let language = Int(languages[account])
    return language < 0 || isSpoken[language * facts.csms.count + csm]
  }

  func bans(_ step: Step) -> Bool {
    treatment == .ban && !isSpoken(account: step.account, csm: step.receiver)
  }

  func banReason(_ step: Step) -> String { chargeReason(account: step.account, csm: step.receiver) }

  func monthlyPrice(account: Int, csm: Int) -> Int64 {
    treatment == .off || isSpoken(account: account, csm: csm) ? 0 : price
  }

  func chargeReason(account: Int, csm: Int) -> String {
    "\(facts.name(ofCSM: csm)) does not speak \(facts.portfolio.accounts[account].language ?? "the language")"
  }
}
