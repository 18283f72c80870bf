import Compilation
import Portfolio

/// What came of compiling a portfolio.
enum CompiledOutcome {
  case plan(CompiledPlan)
  /// Accounts without any option, one sentence each, by ids.
  case conflict([String])

  /// - Throws: `UnusableInput` when numbers are too large for exact arithmetic.
  init(_ portfolio: Portfolio) throws {
    do {
      self = .plan(try PlanCompiler(portfolio).compile())
    } catch let conflict as CompilationConflict {
      self = .conflict(portfolio.sentences(about: conflict))
    } catch let invalid as InvalidCompilation {
      throw UnusableInput(problems: invalid.problems.map { "\($0.subject) \($0.message)." })
    }
  }
}
