import OptionModel

/// A model without the options that single limits rule out, and the way back to the whole.
struct Reduction {
  /// Fewer than this part of the options are not worth a copy of the model.
  private static let leastPart = 50

  let model: OptionModel
  private let impossible: [Int32]
  /// By option of the reduced model: that of the whole.
  private let wholeOption: [Int32]
  /// By option of the whole: that of the reduced model, or -1.
  private let reducedOption: [Int32]

  /// `nil` where little or nothing is ruled out. O(consumptions) for each sweep of `PossibleOptions`.
  init?(_ whole: OptionModel, isOver: () -> Bool) {
    let possible = PossibleOptions(whole, isOver: isOver)
    guard possible.impossibleCount > whole.optionCount / Reduction.leastPart, !isOver(),
      let rest = try? whole.removing({ !possible.contains($0) })
    else { return nil }
    model = rest
    let left = (0..<whole.optionCount).filter(possible.contains)
    wholeOption = left.map { Int32($0) }
    impossible = (0..<whole.optionCount).filter { !possible.contains($0) }.map { Int32($0) }
    var numbers = [Int32](repeating: -1, count: whole.optionCount)
    for (number, option) in left.enumerated() { numbers[option] = Int32(number) }
    reducedOption = numbers
  }

  /// Impossible options give way to the first that is left.
  func reduced(_ selection: Selection?) -> Selection? {
    guard let selection else { return nil }
    return Selection(
      selection.options.enumerated().map { group, option in
        let number = reducedOption[Int(option)]
        return number < 0 ? Int32(model.options(ofGroup: group).lowerBound) : number
      })
  }

  func whole(_ proof: BoundProof) -> BoundProof { .reduced(ReducedProof(impossible: impossible, proof: proof)) }

  func wholeSelection(_ selection: Selection) -> Selection { Selection(selection.options.map { wholeOption[Int($0)] }) }

  /// The same for selections of the reduced model.
  func improved(_ report: (@Sendable (Selection) -> Void)?) -> (@Sendable (Selection) -> Void)? {
    guard let report else { return nil }
    return { report(wholeSelection($0)) }
  }

  /// The result about the whole model.
  func whole(_ result: SolveResult) -> SolveResult {
    var result = result
    result.selection = result.selection.map(wholeSelection)
    result.proof = result.proof.map(whole)
    return result
  }
}
