import OptionModel
import Portfolio

/// Numbers so large, or prices so ordered, that the model would not be exact. Every problem found is listed.
package struct InvalidCompilation: Error, Sendable, Hashable, CustomStringConvertible {
  package struct Problem: Sendable, Hashable {
    /// `Account A17`, `Policy capacity`.
    package let subject: String
    /// `has an effort of 99999999999 minutes, more than 1000000000`.
    package let message: String
  }

  package let problems: [Problem]

  package var description: String {
    problems.map { "\($0.subject) \($0.message)." }.joined(separator: "\n")
  }
}

extension InvalidCompilation {
  /// Says what the option model found in words of the portfolio.
  init(_ invalid: InvalidOptionModel, groupOfOption: (Int) -> String, resource: (Int) -> String) {
    problems = invalid.problems.map { problem in
      switch problem {
      case .consumptionTooLarge(let option, let index, let amount):
        Problem(
          subject: groupOfOption(option), message: "would consume \(amount) of \(resource(index)), too much")
      case .negativeRate(let index, let rate):
        Problem(
          subject: "Resource \(resource(index))",
          message: "has a price that falls by \(-rate) micropoints: prices of load must not decrease")
      case .negativeCost(let option, _, let cost):
        Problem(subject: groupOfOption(option), message: "has an option with the negative cost \(cost)")
      case .emptyLimits(let index):
        Problem(subject: "Resource \(resource(index))", message: "has limits that nothing meets")
      case .objectiveTooLarge:
        Problem(
          subject: "The objective",
          message: "is too large to be exact: some price, effort or ARR is senseless")
      case .tooManyOptions, .tooManyConsumptions:
        Problem(subject: "The model", message: "has too many options")
      case .noLevel, .unknownLevel, .emptyGroup, .optionOutsideGroups, .unknownResource:
        Problem(subject: "The model", message: "is ill formed: \(problem)")
      }
    }
  }
}
