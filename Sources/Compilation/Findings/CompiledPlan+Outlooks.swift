import OptionModel
import Portfolio

extension CompiledPlan {
  /// One per account without a permitted moment, in the order of accounts. The members of a joint family share theirs.
  package var momentOutlooks: [MomentOutlook] {
    let search = OutlookSearch(facts: facts, moments: rules.eligibility.moment, blackouts: rules.eligibility.blackout)
    return accountsWithoutMoment.map { account in
      let members = facts.families.members(ofGroup: group(ofAccount: account))
      let (obstacles, opensOn) = search.outlook(of: members)
      return MomentOutlook(account: account, obstacles: obstacles, opensOn: opensOn)
    }
  }
}
