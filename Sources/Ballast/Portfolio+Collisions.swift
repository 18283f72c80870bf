import Compilation
import Portfolio

extension Portfolio {
  /// Why nothing can be compiled, one sentence for each account without any option, by ids: names and free text stay
  /// out of error messages, which end in logs.
  func sentences(about conflict: CompilationConflict) -> [String] {
    do {
      _ = try PlanCompiler(withoutPersonalText).compile()
    } catch let anonymous as CompilationConflict {
      return anonymous.description.split(separator: "\n").map(String.init)
    } catch {}
    return conflict.subjects.map { "Nothing is permitted for \($0.accountIDs.joined(separator: ", "))." }
  }

  /// The same rules; whatever may hold a name, a phone number or an opinion is gone.
  var withoutPersonalText: Portfolio {
    var portfolio = self
    for index in accounts.indices {
      portfolio.accounts[index].name = nil
      // A lock may ask whether there is a reason.
      portfolio.accounts[index].lockReason = accounts[index].lockReason.map { _ in "see its lock_reason" }
    }
    for index in csms.indices { portfolio.csms[index].name = nil }
    for index in policy.eligibility.forbidden.indices { portfolio.policy.eligibility.forbidden[index].reason = nil }
    return portfolio
  }
}
