import Compilation
import OptionModel
import Portfolio

/// The option model of a plan with people who may be hired: for each profile a group that chooses how many of it are hired.
///
/// The plan is compiled with every candidate as an open position. All that a candidate has to give in the steady state comes
/// from being hired: the limit of those hours becomes 0, and the option "hire j" consumes the negative of what the first j
/// candidates of the profile can work inside the band. So an account can be with a candidate only who is hired, and a
/// fraction of a hire carries no more than that fraction of their hours (decision 0024).
struct HeadcountModel {
  /// Indices of candidates, by profile; those of a profile are alike.
  let profiles: [[Int]]
  let plan: CompiledPlan
  let model: OptionModel
  /// Of the accounts, with hires behind them.
  private let accountGroups: Int

  /// Of a minute above the band, in micropoints.
  static let rate: Int64 = 1_000_000
  /// An account without a CSM is as bad as so many minutes above the band.
  static let unassignedMinutes: Int64 = 600

  enum Aim {
    /// As few minutes above the band in the steady state and as few accounts without a CSM as possible; 0 where the hires
    /// are enough.
    case inside
    /// As little cost as possible, with nobody above the band and no account without a CSM.
    case cheapest
  }

  /// - Parameter hires: how many may be hired together.
  /// - Throws: when sums could leave the 64-bit range. O(size of the model).
  init(_ plan: CompiledPlan, profiles: [[Int]], hires: Int, aim: Aim) throws {
    self.plan = plan
    self.profiles = profiles
    accountGroups = plan.model.groupCount
    var assembly = HeadcountAssembly(plan, candidates: Set(profiles.flatMap { $0 }), hires: hires, aim: aim)
    assembly.addAccounts()
    for profile in profiles { assembly.addHires(profile) }
    model = try assembly.builder.build()
  }

  /// The choices for the accounts and how many are hired of each profile.
  func decoded(_ selection: Selection) -> (accounts: Selection, hires: [Int]) {
    let accounts = Selection(Array(selection.options[..<accountGroups]))
    let hires = profiles.indices.map { profile in
      let group = accountGroups + profile
      return selection[group] - model.options(ofGroup: group).lowerBound
    }
    return (accounts, hires)
  }

  /// The choices of another aim, whose groups and options are the same.
  func selection(_ accounts: Selection, hires: [Int]) -> Selection {
    Selection(
      accounts.options
        + profiles.indices.map { Int32(model.options(ofGroup: accountGroups + $0).lowerBound + hires[$0]) })
  }

  /// Minutes above the band in a steady month, by CSM.
  func aboveBand(_ accounts: Selection) -> [Int: Int64] {
    let loads = plan.model.loads(of: accounts)
    var result: [Int: Int64] = [:]
    for (index, key) in plan.meaning.resources.enumerated() {
      guard case .hours(let csm, let period) = key, Int(period) == plan.timeline.periodCount else { continue }
      let above = loads[index] - plan.effort.band(csm: Int(csm), period: Int(period)).targetHigh
      if above > 0 { result[Int(csm)] = above }
    }
    return result
  }

  func unassigned(_ accounts: Selection) -> Int {
    (0..<accountGroups).reduce(0) { sum, group in
      let isUnassigned = plan.meaning.options[accounts[group]].kind == .unassigned
      return sum + (isUnassigned ? plan.meaning.members(ofGroup: group).count : 0)
    }
  }

  /// Candidates of each profile who look after something.
  func used(_ accounts: Selection) -> [Int] {
    let busy = Set(accounts.options.map { Int(plan.meaning.options[Int($0)].csm) })
    return profiles.map { $0.count { busy.contains($0) } }
  }
}

/// Writes the model.
private struct HeadcountAssembly {
  private let plan: CompiledPlan
  private let candidates: Set<Int>
  private let aim: HeadcountModel.Aim
  var builder = OptionModelBuilder()
  /// Of each candidate: the hours of the steady state, and how many of them being hired gives.
  private var gifts: [Int: (resource: Int, minutes: Int64)] = [:]
  private var hires = 0
  private var unassigned = 0
  /// For options that load a candidate in no steady month, such as the cover of a leave.
  private var places: [Int: Int] = [:]
  private static let manyPlaces: Int64 = 1_000_000

  init(_ plan: CompiledPlan, candidates: Set<Int>, hires number: Int, aim: HeadcountModel.Aim) {
    self.plan = plan
    self.candidates = candidates
    self.aim = aim
    for (index, key) in plan.meaning.resources.enumerated() { builder.addResource(resource(index, key)) }
    hires = builder.addResource(Resource(upper: Int64(number)))
    unassigned = builder.addResource(Resource(upper: aim == .cheapest ? 0 : nil))
  }

  private mutating func resource(_ index: Int, _ key: ResourceKey) -> Resource {
    let own = plan.model.resources[index]
    let isCheapest = aim == .cheapest
    var result = Resource(lower: own.lower, upper: own.upper, price: isCheapest ? own.price : [])
    guard case .hours(let csm, let period) = key, Int(period) == plan.timeline.periodCount else { return result }
    let band = plan.effort.band(csm: Int(csm), period: Int(period)).targetHigh
    if candidates.contains(Int(csm)) {
      gifts[Int(csm)] = (index, band)
      return Resource(upper: 0)
    }
    if isCheapest {
      result.upper = min(own.upper ?? band, band)
    } else {
      result.price = [PriceSegment(.over, band, rate: HeadcountModel.rate)]
    }
    return result
  }

  mutating func addAccounts() {
    let model = plan.model
    for group in 0..<model.groupCount {
      builder.beginGroup()
      let members = Int64(plan.meaning.members(ofGroup: group).count)
      for option in model.options(ofGroup: group) { add(option, members) }
    }
  }

  private mutating func add(_ option: Int, _ members: Int64) {
    let model = plan.model
    let choice = plan.meaning.options[option]
    let isOut = choice.kind == .unassigned
    let shortfall = isOut ? members * HeadcountModel.unassignedMinutes * HeadcountModel.rate : 0
    builder.addOption(cost: aim == .cheapest ? model.cost(ofOption: option) : shortfall)
    if isOut { builder.consume(members, of: unassigned) }
    let steady = candidates.contains(Int(choice.csm)) ? gifts[Int(choice.csm)]?.resource : nil
    var isGated = !candidates.contains(Int(choice.csm))
    for consumed in model.consumptions(ofOption: option) {
      if consumed.resource == steady, consumed.amount > 0 { isGated = true }
    }
    builder.consume(model.consumptions(ofOption: option))
    if !isGated { builder.consume(1, of: place(Int(choice.csm))) }
  }

  private mutating func place(_ csm: Int) -> Int {
    if let known = places[csm] { return known }
    let index = builder.addResource(Resource(upper: 0))
    places[csm] = index
    return index
  }

  /// None of the profile, one, two, up to all of them.
  mutating func addHires(_ profile: [Int]) {
    builder.beginGroup()
    for number in 0...profile.count {
      builder.addOption(cost: 0)
      builder.consume(Int64(number), of: hires)
      for csm in profile.prefix(number) {
        if let gift = gifts[csm] { builder.consume(-gift.minutes, of: gift.resource) }
        if let place = places[csm] { builder.consume(-HeadcountAssembly.manyPlaces, of: place) }
      }
    }
  }
}
