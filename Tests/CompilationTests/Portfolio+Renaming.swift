import Portfolio

extension Portfolio {
  /// The same portfolio under other ids; `rename` keeps their order.
  func renamed(_ rename: (String) -> String) -> Portfolio {
    var renamed = self
    for index in accounts.indices {
      renamed.accounts[index].id = rename(accounts[index].id)
      renamed.accounts[index].parentID = accounts[index].parentID.map(rename)
      renamed.accounts[index].csmID = accounts[index].csmID.map(rename)
      renamed.accounts[index].pinnedCSMID = accounts[index].pinnedCSMID.map(rename)
    }
    for index in csms.indices { renamed.csms[index].id = rename(csms[index].id) }
    renamed.policy.eligibility.forbidden = policy.eligibility.forbidden.map {
      Pairing(accountID: rename($0.accountID), csmID: rename($0.csmID), reason: $0.reason)
    }
    for index in agreements.indices {
      renamed.agreements[index].account = rename(agreements[index].account)
      renamed.agreements[index].csm = agreements[index].csm.map(rename)
    }
    return renamed
  }
}
