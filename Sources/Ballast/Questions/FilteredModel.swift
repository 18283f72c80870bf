import OptionModel

/// A model without some of its options, and the way back and forth.
struct FilteredModel {
  let model: OptionModel
  /// By option of the model: that of the whole.
  private let wholeOption: [Int32]
  /// By option of the whole: that of the model, or -1.
  private let ownOption: [Int32]

  /// `nil` where some group would have no option. O(size of the model).
  init?(_ whole: OptionModel, keeping keeps: (Int) -> Bool) {
    let kept = (0..<whole.optionCount).map(keeps)
    guard let model = try? whole.removing({ !kept[$0] }) else { return nil }
    self.model = model
    wholeOption = kept.indices.filter { kept[$0] }.map { Int32($0) }
    var own = [Int32](repeating: -1, count: kept.count)
    for (number, option) in wholeOption.enumerated() { own[Int(option)] = Int32(number) }
    ownOption = own
  }

  /// The option of the model; `nil` where it is gone.
  func own(_ option: Int) -> Int? { ownOption[option] < 0 ? nil : Int(ownOption[option]) }

  /// The same choices in the whole model.
  func whole(_ selection: Selection) -> Selection { Selection(selection.options.map { wholeOption[Int($0)] }) }
}
