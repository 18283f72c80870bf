import ArgumentParser
import Ballast
import Portfolio
import Workspace

extension Console {
  /// Runs `body`; a plan that does not fit its data, or a lift without a meaning, end the command with a message.
  func explaining<Result>(_ plan: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try reporting(body)
    } catch let error as UnfitPlan {
      message("\(plan) does not follow from its data. \(error.reason)\n")
      message("Maybe it was edited by hand: `ballast verify` says more, `ballast plan` makes it anew.\n")
      throw ExitStatus.internalFailure
    } catch let error as NothingToLift {
      message(
        "The rule `\(error.lift.rule.rawValue)` forbids \(DisplayText.shown(error.lift.subject)) nothing in this plan.\n"
      )
      message("Maybe ask without this --lift.\n")
      throw ExitCode(64)
    }
  }
}
