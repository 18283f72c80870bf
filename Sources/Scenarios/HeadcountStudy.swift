public import Ballast
public import PlanDocument
public import Portfolio
public import Workspace

/// How many hires bring the plan inside the bands, which, and the plan with them.
public struct HeadcountStudy: Sendable {
  public enum Outcome: Sendable {
    case answered(HeadcountDocument, ScenarioDraft?)
    case conflict([String])
    case noPlan(Termination.Reason)
    case rejected([String])
  }

  public enum Event: Sendable {
    case begins(profiles: [CSM], most: Int)
    case found(HeadcountDocument)
    /// The plan with the hires, at the prices of the policy or at this many points per minute above the band.
    case planned(ComparedPlan.Facts, price: Int64?, aboveBand: Int64)
  }

  private let portfolio: Portfolio
  private let folder: String
  private let mask: Pseudonyms?
  private let profiles: [CSM]
  private let most: Int
  private let request: PlanRequest
  private let facts: @Sendable (PlanDocument) -> ComparedPlan.Facts
  private let store: @Sendable (ScenarioDraft) throws -> String
  private let report: @Sendable (Event) -> Void

  /// - Parameters:
  ///   - mask: with which `portfolio` was read.
  ///   - profiles: who may be hired; `nil`: derived from the accounts.
  ///   - most: how many may be hired.
  ///   - request: the limits of the search for the number, and of the plan with the hires.
  ///   - store: writes a scenario; returns the path.
  public init(
    _ portfolio: Portfolio, folder: String, mask: Pseudonyms?, profiles: [CSM]?, most: Int, request: PlanRequest,
    facts: @escaping @Sendable (PlanDocument) -> ComparedPlan.Facts,
    store: @escaping @Sendable (ScenarioDraft) throws -> String, report: @escaping @Sendable (Event) -> Void
  ) {
    self.portfolio = portfolio
    self.folder = folder
    self.mask = mask
    self.profiles = profiles ?? HeadcountProfiles(portfolio: portfolio).profiles
    self.most = most
    self.request = request
    self.facts = facts
    self.store = store
    self.report = report
  }

  /// Candidates that a scenario adds to a workspace, as profiles; `nil` where it changes anything else.
  public static func profiles(of scenario: Portfolio, over base: Portfolio) -> [CSM]? {
    let known = Set(base.csms.map(\.id))
    let added = scenario.csms.filter { !known.contains($0.id) }
    var rest = scenario
    rest.csms.removeAll { !known.contains($0.id) }
    return !added.isEmpty && rest.csms == base.csms && rest.accounts == base.accounts && rest.policy == base.policy
      ? added : nil
  }

  public func run(_ interruption: PlanInterruption = PlanInterruption()) throws -> Outcome {
    let started = ContinuousClock.now
    report(.begins(profiles: profiles, most: most))
    let answer: HeadcountAnswer
    switch try HeadcountSearch(portfolio, profiles: profiles, most: most, request: request).search(interruption) {
    case .answered(let found): answer = found
    case .conflict(let reasons): return .conflict(reasons)
    case .noPlan(let reason): return .noPlan(reason)
    case .rejected(let problems): return .rejected(problems)
    }
    var document = document(answer)
    report(.found(document))
    var draft: ScenarioDraft?
    if answer.isEnough {
      draft = try planned(answer, &document, interruption)
    }
    document.seconds = ((ContinuousClock.now - started) / .milliseconds(1)).rounded() / 1000
    return .answered(document, draft)
  }

  private func document(_ answer: HeadcountAnswer) -> HeadcountDocument {
    let capacity = portfolio.policy.capacity.monthly.value
    let outcome: HeadcountDocument.Outcome =
      answer.isEnough ? .enough : answer.atLeast > most ? .impossible : .undecided
    var document = HeadcountDocument(
      asOf: portfolio.asOf, currency: portfolio.policy.currency,
      profiles: zip(profiles, answer.hires).map { profile, hires in
        .init(
          id: profile.id, regions: profile.regions, domains: profile.domains.keys.sorted(), tiers: profile.tiers,
          minutes: profile.capacity?.value ?? capacity * profile.ftePercent / 100, startDate: profile.startDate,
          hires: answer.isEnough ? hires : 0)
      }, most: most, outcome: outcome)
    document.hires = answer.isEnough ? answer.hires.reduce(0, +) : nil
    document.atLeast = answer.atLeast
    document.aboveBand = answer.aboveBand
    document.unassigned = answer.unassigned
    document.cost = answer.cost
    document.costBound = answer.costBound
    return document
  }

  // MARK: - The plan with the hires

  /// Points per minute above the band, tried one after the other: at its own prices a plan may leave somebody above the band
  /// although it need not, because moving accounts costs more.
  private static let prices: [Int64?] = [nil, 1, 10, 100]

  private func planned(
    _ answer: HeadcountAnswer, _ document: inout HeadcountDocument, _ interruption: PlanInterruption
  ) throws -> ScenarioDraft {
    var draft = draft(answer)
    var similar: PlanDocument?
    for price in HeadcountStudy.prices {
      draft.policy = price.map { HeadcountStudy.raised($0, portfolio.policy.capacity) } ?? []
      let path = try store(draft)
      let workspace = try WorkspaceReader(directory: folder, scenario: path, mask: mask)
        .read(asOf: portfolio.asOf, today: portfolio.asOf)
      guard let planner = Planner(workspace) else {
        throw UnusableInput(problems: workspace.issues.filter { $0.severity == .error }.map(\.message))
      }
      let outcome = try planner.plan(request, folder: folder, similar: similar, interruption: interruption)
      guard case .planned(let plan, _) = outcome else { break }
      similar = plan
      let reading = ResilienceReading(document: plan, hard: portfolio.policy.capacity.hard)
      let above = reading.facts().steadyMinutesAboveBand
      document.plan = facts(plan)
      (document.raisedPrice, document.planAboveBand) = (price, above)
      document.plan.map { report(.planned($0, price: price, aboveBand: above)) }
      if (above == 0 && plan.totals.unassigned == 0) || interruption.isRequested { break }
    }
    return draft
  }

  private static func raised(_ price: Int64, _ policy: CapacityPolicy) -> [(path: String, value: String)] {
    // Prices beyond later limits may not be lower.
    let own = [
      ("price_over_target", policy.priceOverTarget), ("price_over_soft", policy.priceOverSoft),
      ("price_over_hard", policy.priceOverHard),
    ]
    return own.filter { $0.1 < Points(price) }.map { (path: "capacity.\($0.0)", value: String(price)) }
  }

  private func draft(_ answer: HeadcountAnswer) -> ScenarioDraft {
    let number = answer.hires.reduce(0, +)
    var draft = ScenarioDraft(
      name: number == 0 ? "Nobody is hired" : number == 1 ? "1 hire" : "\(number) hires",
      why: "Made by ballast headcount.")
    draft.added = zip(profiles, answer.hires).flatMap { profile, hires in
      (0..<hires).map { index in
        var csm = profile
        csm.id = HeadcountSearch.id(profile.id, index + 1)
        (csm.kind, csm.name, csm.email) = (.open, nil, nil)
        return csm
      }
    }
    return draft
  }
}
