public import Portfolio

/// What each rule is about, in the words of its reader: the one place where rules have words. An unknown id is shown as it
/// is. Nothing here judges anybody: rules charge pairings and loads, not people.
public enum RuleWords {
  /// What a rule charges for: a row of a table.
  public static func title(_ id: String) -> String { RuleID(rawValue: id).map(title) ?? id }

  public static func title(_ rule: RuleID) -> String { words(rule).title }

  /// What a rule cares about, inside a sentence: `68.9 h for workload within capacity`.
  public static func phrase(for id: String) -> String { RuleID(rawValue: id).map { words($0).phrase } ?? id }

  /// What it cares about in a word or two, beside a figure: `202.6 h workload, 12.4 h balance`.
  public static func short(for id: String) -> String { RuleID(rawValue: id).map { words($0).short } ?? id }

  private struct Words {
    var title: String
    var phrase: String
    var short: String
  }

  private static func words(_ rule: RuleID) -> Words {
    func words(_ title: String, _ phrase: String, _ short: String) -> Words {
      Words(title: title, phrase: phrase, short: short)
    }
    return switch rule {
    case .region: words("Region not covered", "region fit", "region")
    case .domain: words("Missing domain expertise", "domain expertise", "expertise")
    case .tier: words("Tier not held", "tier qualification", "tier")
    case .language: words("Language not spoken", "language", "language")
    case .forbiddenPair: words("Forbidden pairing", "a forbidden pair", "forbidden pair")
    case .pin: words("Pinned elsewhere", "a pin", "pin")
    case .lock: words("Locked account", "a lock", "lock")
    case .blackout: words("Handoff in a blackout", "a blackout", "blackout")
    case .capacity: words("Load outside the target band", "workload within capacity", "workload")
    case .books: words("Limit of a book", "book limits", "limits of books")
    case .continuity: words("Loss of continuity", "continuity", "continuity")
    case .moveBudget: words("Budget of moves", "the move budget", "move budget")
    case .balance: words("Uneven books", "balance in the team", "balance")
    case .coverage: words("Accounts without a CSM", "coverage", "coverage")
    case .family: words("Family split up", "keeping a family together", "family")
    case .moment: words("Less suited moment", "the moment", "moment")
    case .slots: words("Handoffs beyond the slots", "handoff slots", "handoff slots")
    case .handoffEffort: words("Work of handing over", "handover work", "handover work")
    case .departure: words("Departure", "a departure", "departure")
    case .presence: words("Absence", "presence", "absence")
    case .leave: words("Leave not covered", "cover during leave", "leave")
    case .pool: words("Pooled service", "the pool", "pool")
    case .agreement: words("Announced move changed", "what was announced", "agreement")
    case .transition: words("Too much in transition", "limits on what is in transition", "limits on transitions")
    }
  }
}
