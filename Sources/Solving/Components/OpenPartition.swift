import OptionModel

/// A partition by the options that stay open below some cutoff.
///
/// The lower the cutoff, the further a model falls apart, and the less its blocks can prove: so cutoffs are tried from the
/// best objective down to a quarter of the gap, until no component has more than half of the options.
struct OpenPartition: Sendable {
  /// Parts of the gap between bound and objective.
  private static let parts: [Int128] = [4, 2, 1]

  let partition: Partition
  let isOpen: [Bool]

  /// With all options of a model.
  init(_ model: OptionModel, _ partition: Partition) {
    self.partition = partition
    isOpen = Array(repeating: true, count: model.optionCount)
  }

  /// With the options of selections that are better than `selection`, and its own.
  init(_ model: OptionModel, _ partition: Partition, lagrangian: Lagrangian, selection: Selection) {
    self.partition = partition
    let objective = model.objective(of: selection)
    var isOpen = (0..<model.optionCount).map { lagrangian.canImprove(on: objective, option: $0) }
    for option in selection.options { isOpen[Int(option)] = true }
    self.isOpen = isOpen
  }

  /// `nil` where the model does not fall apart. O(open consumptions) for each cutoff.
  ///
  /// - Parameters:
  ///   - selection: the best known one, whose options must be open.
  ///   - cutoff: what the cutoff has to be above.
  init?(_ model: OptionModel, lagrangian: Lagrangian, selection: Selection, above cutoff: Int64 = .min) {
    let objective = model.objective(of: selection)
    let room = Int128(objective) - Int128(lagrangian.bound) + 1
    var best: (partition: Partition, isOpen: [Bool])?
    for part in Self.parts {
      let candidate = Int64(clamping: Int128(lagrangian.bound) + room * part / 4)
      guard candidate > cutoff else { break }
      let isOpen = (0..<model.optionCount).map { lagrangian.canImprove(on: candidate, option: $0) }
      guard selection.options.allSatisfy({ isOpen[Int($0)] }) else { break }
      guard let partition = Partition(model, isOpen: { isOpen[$0] }) else { continue }
      if best == nil || partition.largestShare <= 0.5 { best = (partition, isOpen) }
      if partition.largestShare <= 0.5 { break }
    }
    guard let best else { return nil }
    (partition, isOpen) = best
  }
}
