/// The meaning of an option model in terms of a portfolio, kept beside it: what each group, option and resource
/// stands for. Compilation writes it; verification and explanation read it.
public struct ModelMeaning: Sendable {
  /// Account indices of group `g`: `members[memberStarts[g] ..< memberStarts[g + 1]]`, ascending.
  public var memberStarts: [Int32]
  public var members: [Int32]
  /// One per option, in the order of the model.
  public var options: PlannedOptions
  /// One per resource, in the order of the model.
  public var resources: [ResourceKey]

  public init(memberStarts: [Int32], members: [Int32], options: PlannedOptions, resources: [ResourceKey]) {
    self.memberStarts = memberStarts
    self.members = members
    self.options = options
    self.resources = resources
  }

  public func members(ofGroup group: Int) -> ArraySlice<Int32> {
    members[Int(memberStarts[group])..<Int(memberStarts[group + 1])]
  }
}
