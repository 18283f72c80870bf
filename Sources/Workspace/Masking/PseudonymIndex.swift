import Portfolio
import Yams

/// Finds who stands behind a pseudonym, so that scenarios written under a mask can be read with its key.
struct PseudonymIndex {
  private var ids: [String: String] = [:]

  init(_ pseudonyms: Pseudonyms, _ portfolio: Portfolio) {
    for csm in portfolio.csms {
      ids[pseudonyms.person(csm.id)] = csm.id
      if let manager = csm.managerID { ids[pseudonyms.person(manager)] = manager }
    }
    for account in portfolio.accounts { ids[pseudonyms.account(account.id)] = account.id }
  }

  /// With ids where a value is a pseudonym and nothing else. Texts stay as they are: in them pseudonyms are right.
  func restoring(_ node: Node) -> Node {
    switch node {
    case .scalar(let scalar):
      guard let id = ids[scalar.string] else { return node }
      return .scalar(Node.Scalar(id, scalar.tag, .doubleQuoted, scalar.mark))
    case .sequence(let items):
      return .sequence(Node.Sequence(items.map(restoring), items.tag, items.style, items.mark))
    case .mapping(let pairs):
      let restored = pairs.map { ($0.key, restoring($0.value)) }
      return .mapping(Node.Mapping(restored, pairs.tag, pairs.style, pairs.mark))
    case .alias: return node
    }
  }
}
