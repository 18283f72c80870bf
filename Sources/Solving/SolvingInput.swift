import OptionModel

/// What is checked before a solve starts.
enum SolvingInput {
  static func check(_ model: OptionModel, selections: [Selection?]) throws(SolvingError) {
    guard model.levelCount == 1 else { throw .severalLevels(count: model.levelCount) }
    for case let selection? in selections {
      guard selection.options.count == model.groupCount else {
        throw .selectionLength(expected: model.groupCount, found: selection.options.count)
      }
      for group in 0..<model.groupCount where !model.options(ofGroup: group).contains(selection[group]) {
        throw .foreignOption(group: group, option: selection[group])
      }
    }
  }
}
