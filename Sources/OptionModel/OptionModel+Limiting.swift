extension OptionModel {
  /// The model with other upper limits. O(resources): everything else is shared.
  ///
  /// - Parameter upper: by resource, the limit it is to have; `nil` means none.
  /// - Returns: `nil` where a limit would be below the lower one.
  package func limiting(_ upper: (Int) -> Int64?) -> OptionModel? {
    var changed = resources
    for index in changed.indices {
      changed[index].upper = upper(index)
      if let lower = changed[index].lower, let upper = changed[index].upper, lower > upper { return nil }
    }
    return OptionModel(
      levelCount: levelCount, constants: constants, groupStarts: groupStarts, costs: costs,
      consumptions: consumptions, resources: changed)
  }
}
