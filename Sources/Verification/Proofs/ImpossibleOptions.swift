import OptionModel

/// Justifies, round after round, that options are in no feasible selection that is of interest; see `ReducedProof`.
struct ImpossibleOptions {
  private let model: OptionModel
  private var isOut: [Bool]
  /// By resource: the sums over groups of the least and of the most that their options left consume.
  private var least: [Int128]
  private var most: [Int128]
  /// Of one group at a time; only what it mentions counts.
  private var low: [Int64]
  private var high: [Int64]
  private var mentions: [Int]
  private var mentioned: [Int] = []

  init(_ model: OptionModel) {
    self.model = model
    isOut = Array(repeating: false, count: model.optionCount)
    least = Array(repeating: 0, count: model.resourceCount)
    most = least
    low = Array(repeating: 0, count: model.resourceCount)
    high = low
    mentions = Array(repeating: 0, count: model.resourceCount)
  }

  /// The model without the options. O(size of the model) for every round in which some can be justified.
  ///
  /// - Throws: where the list is not ascending, names what the model does not have, takes all of a group, or holds an option
  ///   that may be in a feasible selection.
  mutating func remaining(
    without listed: [Int32], fixing: ReducedProof.Fixing? = nil
  ) throws(ExactBound.Reason) -> OptionModel {
    guard zip(listed, listed.dropFirst()).allSatisfy({ $0 < $1 }) else { throw .optionsNotRising }
    var isListed = isOut
    for option in listed {
      guard isListed.indices.contains(Int(option)) else { throw .unknownIndex(Int(option)) }
      isListed[Int(option)] = true
    }
    var openCount = listed.count
    if let fixing {
      let fixedOut = try ruledOut(by: fixing)
      for option in listed.lazy.map({ Int($0) }) where fixedOut[option] {
        isOut[option] = true
        openCount -= 1
      }
    }
    while openCount > 0 {
      let justified = round(isListed)
      guard !justified.isEmpty else {
        throw .possibleOption(listed.first { !isOut[Int($0)] }.map { Int($0) } ?? -1)
      }
      for option in justified { isOut[option] = true }
      openCount -= justified.count
    }
    return try remainder()
  }

  /// By option. The model has a permitted load of every resource.
  private func ruledOut(by fixing: ReducedProof.Fixing) throws(ExactBound.Reason) -> [Bool] {
    do throws(ExactBound.Reason) {
      let values = fixing.multipliers.values
      guard values.count == model.resourceCount else {
        throw .wrongCount(expected: model.resourceCount, found: values.count)
      }
      let open = try OpenOptions(model, PriceFrame(model), fixing: values, cutoff: fixing.cutoff)
      return open.places.map { $0 < 0 }
    } catch {
      throw .inFixing(error)
    }
  }

  private func remainder() throws(ExactBound.Reason) -> OptionModel {
    for group in 0..<model.groupCount where model.options(ofGroup: group).allSatisfy({ isOut[$0] }) {
      throw .emptyGroup(group)
    }
    do throws(InvalidOptionModel) {
      let out = isOut
      return try model.removing { out[$0] }
    } catch {
      throw .invalidModel
    }
  }

  /// The listed options still there that break a limit, whatever the other groups choose.
  private mutating func round(_ isListed: [Bool]) -> [Int] {
    for resource in least.indices { (least[resource], most[resource]) = (0, 0) }
    for group in 0..<model.groupCount {
      measure(group)
      for resource in mentioned {
        least[resource] += Int128(low[resource])
        most[resource] += Int128(high[resource])
      }
      forget()
    }
    var justified: [Int] = []
    for group in 0..<model.groupCount {
      let open = model.options(ofGroup: group).filter { isListed[$0] && !isOut[$0] }
      guard !open.isEmpty else { continue }
      measure(group)
      justified += open.filter(breaksLimit)
      forget()
    }
    return justified
  }

  /// The ends of what the options left of a group consume; 0 is one where an option mentions nothing.
  private mutating func measure(_ group: Int) {
    var count = 0
    for option in model.options(ofGroup: group) where !isOut[option] {
      count += 1
      for consumed in model.consumptions(ofOption: option) {
        let (resource, amount) = (consumed.resource, consumed.amount)
        if mentions[resource] == 0 { mentioned.append(resource) }
        low[resource] = mentions[resource] == 0 ? amount : min(low[resource], amount)
        high[resource] = mentions[resource] == 0 ? amount : max(high[resource], amount)
        mentions[resource] += 1
      }
    }
    for resource in mentioned where mentions[resource] < count {
      low[resource] = min(0, low[resource])
      high[resource] = max(0, high[resource])
    }
  }

  private mutating func forget() {
    for resource in mentioned { mentions[resource] = 0 }
    mentioned.removeAll(keepingCapacity: true)
  }

  private func breaksLimit(_ option: Int) -> Bool {
    for consumed in model.consumptions(ofOption: option) {
      let resource = consumed.resource
      let (amount, limits) = (Int128(consumed.amount), model.resources[resource])
      if let upper = limits.upper, least[resource] - Int128(low[resource]) + amount > Int128(upper) { return true }
      if let lower = limits.lower, most[resource] - Int128(high[resource]) + amount < Int128(lower) { return true }
    }
    return false
  }
}
