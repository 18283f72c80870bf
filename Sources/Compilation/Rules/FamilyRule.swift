import OptionModel
import Portfolio

/// Accounts of one customer belong with one CSM: a family that is split costs a price for each member apart.
final class FamilyRule: ChargingRule, ConsumingRule {
  static let id = RuleID.family

  let facts: PlanFacts
  private let splitPrice: Int64
  /// By account: the resource of each possible final CSM, ascending by CSM; empty without a family, and for anchors.
  private let splits: [[SplitResource]]
  /// By account: for an anchor, the other members of its family.
  private let followers: [[Int32]]

  struct SplitResource: Sendable {
    let csm: Int32
    let resource: Int32
  }

  /// - Parameter finalCSMs: the final CSMs of the options of an account, ascending.
  init(_ facts: PlanFacts, declaring book: inout ResourceBook, finalCSMs: (Int) -> [Int32]) {
    self.facts = facts
    splitPrice = facts.policy.families.splitPrice.micropoints
    var followers = [[Int32]](repeating: [], count: facts.accounts.count)
    var splits = [[SplitResource]](repeating: [], count: facts.accounts.count)
    let price = [PriceSegment(.over, 0, rate: splitPrice)]
    let members = splitPrice == 0 ? [] : facts.families.dissolved.flatMap { $0 }.sorted()
    for member in members where facts.families.anchors[member] != Int32(member) {
      followers[Int(facts.families.anchors[member])].append(Int32(member))
      splits[member] = finalCSMs(member).map { csm in
        let key = ResourceKey.familySplit(account: Int32(member), csm: csm)
        return SplitResource(csm: csm, resource: book.declare(key, price: price))
      }
    }
    self.splits = splits
    self.followers = followers
  }

  /// A family that stays as it is, although its members are with several CSMs.
  func charge(_ step: Step, to ledger: inout some Ledger) {
    guard step.isJointStay else { return }
    let anchor = Int(facts.families.anchors[step.account])
    guard facts.accounts[anchor].incumbent != step.incumbent else { return }
    ledger.charge(
      Self.id, splitPrice,
      "\(facts.name(ofAccount: step.account)) is apart from \(facts.name(ofAccount: anchor))")
  }

  func consume(_ step: Step, from ledger: inout some Ledger) {
    let csm = Int32(step.finalCSM)
    guard csm >= 0 else { return }
    ledger.consume(Self.id, 1, of: resource(ofMember: step.account, csm))
    for member in followers[step.account] {
      ledger.consume(Self.id, -1, of: resource(ofMember: Int(member), csm))
    }
  }

  /// Binary search; -1 where the member cannot end with the CSM.
  func resource(ofMember member: Int, _ csm: Int32) -> Int32 {
    let entries = splits[member]
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].csm < csm { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].csm == csm ? entries[low].resource : -1
  }
}
