import PlanDocument
public import Portfolio

/// A rule that is not to hold for somebody or something: its ban or its hard limit goes, its prices stay where they have
/// a meaning of their own.
public struct RuleLift: Sendable, Hashable {
  /// What a rule can be lifted for.
  public enum SubjectKind: String, Sendable, Hashable, CaseIterable {
    case account, csm, lock
    /// The rule as a whole, written `all`.
    case all
  }

  public let rule: RuleID
  public let kind: SubjectKind
  /// The id of an account, a CSM or a lock; `all`.
  public let subject: String

  public init(_ rule: RuleID, _ kind: SubjectKind, _ subject: String) {
    self.rule = rule
    self.kind = kind
    self.subject = subject
  }

  /// The word for a rule as a whole.
  public static let everything = "all"

  /// What each rule can be lifted for, in the order in which a name is looked up; rules that only charge are absent.
  public static let subjects: [(rule: RuleID, kinds: [SubjectKind])] = [
    (.agreement, [.account]), (.blackout, [.account]), (.books, [.csm]), (.capacity, [.csm]), (.departure, [.csm]),
    (.domain, [.csm, .all]), (.forbiddenPair, [.account]), (.slots, [.csm]), (.language, [.account, .csm, .all]),
    (.leave, [.csm]), (.lock, [.account, .lock]), (.moveBudget, [.all]), (.pin, [.account]), (.pool, [.account]),
    (.presence, [.csm]), (.region, [.csm, .all]), (.tier, [.csm, .all]), (.transition, [.all]),
  ]

  public static func kinds(of rule: RuleID) -> [SubjectKind] { subjects.first { $0.rule == rule }?.kinds ?? [] }

  /// Whether it takes away the hard limit of a resource.
  func frees(_ key: ResourceKey, _ portfolio: Portfolio) -> Bool {
    guard key.rule == rule else { return false }
    switch kind {
    case .csm: return key.csm.map { portfolio.csms[Int($0)].id == subject } ?? false
    case .all: return rule == .moveBudget || rule == .transition
    case .account, .lock: return false
    }
  }
}

extension RuleLift {
  /// What would lift a ban, written as on the command line; `nil` where no lift does.
  static func lifting(_ rule: RuleID, account: String, csm: String?) -> RuleLift? {
    for kind in kinds(of: rule) {
      switch kind {
      case .account: return RuleLift(rule, .account, account)
      case .csm: if let csm { return RuleLift(rule, .csm, csm) }
      case .lock, .all: break
      }
    }
    return nil
  }

  var words: String { "\(rule.rawValue):\(subject)" }
}

/// There is nothing to lift: the rule neither bans nor limits the subject.
public struct NothingToLift: Error, Sendable, Hashable {
  public let lift: RuleLift
}
