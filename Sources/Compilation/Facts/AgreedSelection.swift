import OptionModel
import Portfolio

/// Where a search starts that is to change little: with what was published.
struct AgreedSelection {
  let facts: PlanFacts
  let steps: StepBuilder
  let model: OptionModel
  let meaning: ModelMeaning

  /// `nil` without agreements. O(groups).
  func selection(besides preferred: Selection) -> Selection? {
    guard !facts.agreements.isEmpty else { return nil }
    return Selection((0..<model.groupCount).map { agreedOption($0) ?? Int32(preferred[$0]) })
  }

  private func agreedOption(_ group: Int) -> Int32? {
    let agreed = meaning.members(ofGroup: group).compactMap { member in
      facts.agreements.terms(ofAccount: Int(member))?.planned.map { (account: Int(member), option: $0) }
    }
    guard !agreed.isEmpty else { return nil }
    let found = model.options(ofGroup: group).first { option in
      agreed.allSatisfy { $0.option.describes(steps.step(of: meaning.options[option], account: $0.account)) }
    }
    return found.map { Int32($0) }
  }
}
