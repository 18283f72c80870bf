import OptionModel

/// A selection of an `AnnealingModel` with its loads, priced incrementally in floating point.
///
/// The charge of a resource, its price and the penalty outside its limits together, is convex and piecewise linear, so
/// it is the largest of a few lines: evaluating it takes no branch. Sums of integers stay exact in floating point up
/// to 2^53; beyond, `refresh` keeps the error small, and whoever hands a selection out evaluates it anew in integers.
struct AnnealingState {
  struct Line: BitwiseCopyable {
    var intercept: Double
    var slope: Double
  }

  struct ResourceState: BitwiseCopyable {
    var load: Double
    var charge: Double
    var lower: Double
    var upper: Double
    /// Micropoints per quantum outside the limits.
    var weight: Double
    var firstLine: Int32
    var lineCount: Int32
  }

  let model: AnnealingModel
  let storage = FlatStorage()
  let options: UnsafeMutablePointer<AnnealingModel.Option>
  let entries: UnsafeMutablePointer<AnnealingModel.Entry>
  let resources: UnsafeMutablePointer<ResourceState>
  let lines: UnsafeMutablePointer<Line>
  /// The option of each group.
  let chosen: UnsafeMutablePointer<Int32>
  let members: SiteMembers
  /// Objective plus penalties, in micropoints; the exact objective while nothing is broken.
  private(set) var energy = 0.0
  private(set) var violatedCount = 0

  /// Every option of `start` must be in the model. O(groups + consumptions of the chosen options + resources).
  init(_ model: AnnealingModel, start: Selection, weights: [Double]) {
    self.model = model
    options = model.options
    entries = model.entries
    let lineStarts = model.resources.reduce(into: [Int32(0)]) { starts, index in
      let resource = model.whole.resources[index]
      let bends =
        resource.price.count { $0.rate > 0 } + (resource.upper == nil ? 0 : 1) + (resource.lower == nil ? 0 : 1)
      starts.append(starts[starts.count - 1] + Int32(bends + 1))
    }
    lines = storage.make(Int(lineStarts[lineStarts.count - 1]), repeating: Line(intercept: 0, slope: 0))
    resources = storage.make(
      model.resourceCount,
      repeating: ResourceState(load: 0, charge: 0, lower: 0, upper: 0, weight: 0, firstLine: 0, lineCount: 0))
    for (index, source) in model.resources.enumerated() {
      let resource = model.whole.resources[source]
      resources[index] = ResourceState(
        load: 0, charge: 0, lower: resource.lower.map { Double($0) } ?? -.infinity,
        upper: resource.upper.map { Double($0) } ?? .infinity, weight: weights[index],
        firstLine: lineStarts[index], lineCount: lineStarts[index + 1] - lineStarts[index])
    }
    chosen = storage.make(model.groupCount, repeating: 0)
    members = SiteMembers(model, storage: storage)
    reset(to: start)
  }

  var isFeasible: Bool { violatedCount == 0 }

  var selection: Selection {
    Selection((0..<model.groupCount).map { options[Int(chosen[$0])].source })
  }

  mutating func reset(to start: Selection) {
    members.removeAll()
    for group in 0..<model.groupCount {
      let option = model.option(of: group, for: start[group]) ?? Int(model.starts[group])
      chosen[group] = Int32(option)
      members.insert(group, at: options[option].site)
    }
    refresh()
  }

  /// Computes loads, charges and energy anew.
  mutating func refresh() {
    for index in 0..<model.resourceCount { resources[index].load = 0 }
    for group in 0..<model.groupCount {
      for entry in entryRange(of: Int(chosen[group])) {
        resources[Int(entries[entry].resource)].load += Double(entries[entry].amount)
      }
    }
    energy = Double(model.whole.objective(of: selection))
    violatedCount = 0
    for index in 0..<model.resourceCount {
      drawLines(of: index)
      resources[index].charge = charge(of: index, at: resources[index].load)
      let outside = violation(of: index)
      energy += outside * resources[index].weight
      if outside > 0 { violatedCount += 1 }
    }
  }

  func violation(of resource: Int) -> Double {
    let state = resources[resource]
    return max(0, max(state.load - state.upper, state.lower - state.load))
  }

  /// What a resource contributes to the gap between energy and Lagrangian bound: its charge at the load minus what the
  /// load is worth under the multiplier, compared with the load where that is least. O(bends).
  func gapShare(of index: Int) -> Double {
    let (state, multiplier) = (resources[index], model.multipliers[index])
    var least = state.charge - multiplier * state.load
    let own = least
    for place in Int(state.firstLine)..<Int(state.firstLine + state.lineCount - 1) {
      let (left, right) = (lines[place], lines[place + 1])
      guard right.slope > left.slope else { continue }
      let bend = (left.intercept - right.intercept) / (right.slope - left.slope)
      least = min(least, left.intercept + (left.slope - multiplier) * bend)
    }
    return own - least
  }

  /// Changes the penalty of a resource.
  mutating func setWeight(_ weight: Double, of resource: Int) {
    energy += (weight - resources[resource].weight) * violation(of: resource)
    resources[resource].weight = weight
    drawLines(of: resource)
    resources[resource].charge = charge(of: resource, at: resources[resource].load)
  }

  func entryRange(of option: Int) -> Range<Int> {
    Int(options[option].firstEntry)..<Int(options[option + 1].firstEntry)
  }

  /// What an option consumes of a resource, in quanta.
  func amount(of resource: Int, in option: Int) -> Int32 {
    for entry in entryRange(of: option) where entries[entry].resource == Int32(resource) {
      return entries[entry].amount
    }
    return 0
  }

  /// What going from one option of a group to another would add. Reads both lists of entries once, in step.
  @inline(__always)
  func change(from old: Int, to new: Int) -> Double {
    var result = options[new].cost - options[old].cost
    var (left, right) = (entries + Int(options[old].firstEntry), entries + Int(options[new].firstEntry))
    let leftEnd = entries + Int(options[old + 1].firstEntry)
    let rightEnd = entries + Int(options[new + 1].firstEntry)
    while true {
      let leftResource = left < leftEnd ? left.pointee.resource : Int32.max
      let rightResource = right < rightEnd ? right.pointee.resource : Int32.max
      if leftResource < rightResource {
        result += difference(of: Int(leftResource), -Double(left.pointee.amount))
        left += 1
      } else if rightResource < leftResource {
        result += difference(of: Int(rightResource), Double(right.pointee.amount))
        right += 1
      } else {
        guard leftResource != Int32.max else { return result }
        let amount = right.pointee.amount &- left.pointee.amount
        if amount != 0 { result += difference(of: Int(leftResource), Double(amount)) }
        left += 1
        right += 1
      }
    }
  }

  /// Moves the loads only: for changes that are tried together with another.
  @inline(__always)
  mutating func moveLoads(from old: Int, to new: Int) {
    for entry in entryRange(of: old) { addLoad(-Double(entries[entry].amount), to: Int(entries[entry].resource)) }
    for entry in entryRange(of: new) { addLoad(Double(entries[entry].amount), to: Int(entries[entry].resource)) }
  }

  /// Notes that a group whose loads were moved has another option now.
  @inline(__always)
  mutating func settle(_ group: Int, from old: Int, to new: Int, change: Double) {
    energy += change
    chosen[group] = Int32(new)
    if options[old].site != options[new].site {
      members.remove(group, from: options[old].site)
      members.insert(group, at: options[new].site)
    }
  }

  @inline(__always)
  private func difference(of resource: Int, _ amount: Double) -> Double {
    charge(of: resource, at: resources[resource].load + amount) - resources[resource].charge
  }

  @inline(__always)
  private mutating func addLoad(_ amount: Double, to index: Int) {
    let resource = resources + index
    let before = resource.pointee.load
    let after = before + amount
    resource.pointee.load = after
    resource.pointee.charge = charge(of: index, at: after)
    let (lower, upper) = (resource.pointee.lower, resource.pointee.upper)
    violatedCount += (after > upper || after < lower ? 1 : 0) - (before > upper || before < lower ? 1 : 0)
  }

  @inline(__always)
  private func charge(of resource: Int, at load: Double) -> Double {
    var line = lines + Int(resources[resource].firstLine)
    let end = line + Int(resources[resource].lineCount)
    var result = line.pointee.intercept + line.pointee.slope * load
    line += 1
    while line < end {
      let other = line.pointee.intercept + line.pointee.slope * load
      if other > result { result = other }
      line += 1
    }
    return result
  }

  /// One line per interval between bends, from left to right.
  private func drawLines(of index: Int) {
    let state = resources[index]
    let resource = model.whole.resources[model.resources[index]]
    var bends = resource.price.filter { $0.rate > 0 }
      .map { (threshold: Double($0.threshold), rate: Double($0.rate), isOver: $0.side == .over) }
    if resource.upper != nil { bends.append((state.upper, state.weight, true)) }
    if resource.lower != nil { bends.append((state.lower, state.weight, false)) }
    bends.sort { $0.threshold < $1.threshold }
    var slope = bends.reduce(0) { $0 - ($1.isOver ? 0 : $1.rate) }
    var intercept = bends.reduce(0) { $0 + ($1.isOver ? 0 : $1.rate * $1.threshold) }
    var line = lines + Int(state.firstLine)
    line.pointee = Line(intercept: intercept, slope: slope)
    for bend in bends {
      slope += bend.rate
      intercept -= bend.rate * bend.threshold
      line += 1
      line.pointee = Line(intercept: intercept, slope: slope)
    }
  }
}
