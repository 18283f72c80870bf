public import Portfolio

/// A plan as people review it and machines read it: the content of `plan.json`, schema `ballast.plan/1`.
///
/// Everything a report shows is in here. Everything that is not reproducible is in `run`. CSMs and accounts are
/// named by id; `minutes` are whole minutes (in the tail: per month); points are exact decimals.
public struct PlanDocument: Sendable, Hashable, Codable {
  public static let currentSchema = "ballast.plan/1"

  public var schema: String = PlanDocument.currentSchema
  public var asOf: CalendarDate
  /// File name to SHA-256 of its bytes.
  public var inputs: [String: String]
  /// The what-if it answers; absent where it plans the workspace as it is.
  public var scenario: ScenarioDocument?
  public var currency: String
  public var horizon: HorizonDocument
  public var termination: Termination
  public var objective: PointsValue
  /// What the plan costs with the days of its handoffs. `objective`, like every bound, is about the periods: each handoff
  /// on the first cheapest day of its period. Absent where no other days were set.
  public var daysObjective: PointsValue?
  /// Sums to `objective`; rules that charge nothing are absent.
  public var objectiveByRule: [String: PointsValue]
  /// Where the policy counts rules level by level: the levels, the most important first, each with its own bounds; the
  /// bounds and gaps of the whole are `nil` then. Absent where all rules count together.
  public var levels: [LevelDocument]?
  /// Where the policy asks that limits hold although some accounts need their high effort.
  public var robust: RobustDocument?
  /// The best bound, which the solver may merely claim; `nil` when there is none.
  @ExplicitNull public var bound: PointsValue?
  /// A bound recomputed in exact integers; `nil` when there is none.
  @ExplicitNull public var certifiedBound: PointsValue?
  /// `(objective - bound) / |objective|`; near zero the absolute difference decides (`absoluteGap`).
  @ExplicitNull public var gap: Double?
  @ExplicitNull public var certifiedGap: Double?
  @ExplicitNull public var absoluteGap: PointsValue?
  @ExplicitNull public var certifiedAbsoluteGap: PointsValue?
  /// What the limits cost in the best relaxation, the zeros left out. The certified bound is recomputed from them, unless
  /// `proof` names a file.
  public var multipliers: [MultiplierDocument]
  /// Where the proof of the certified bound is, when it is more than multipliers.
  public var proof: ProofReference?
  /// What people had agreed on before; absent where nothing was.
  public var agreements: [Agreement]?
  /// What some agreements cost; absent where nothing was.
  public var agreementCosts: [AgreementCost]?
  /// Other good plans beside this one; absent where none were asked for.
  public var alternatives: AlternativesDocument?
  /// What the load of each CSM could have been; absent where nobody asked.
  public var loadRanges: LoadRangesDocument?
  /// In the plan of an alternative; absent in others.
  public var alternative: AlternativeOrigin?
  public var totals: PlanTotals
  public var accounts: [AccountDocument]
  public var assignments: [Assignment]
  public var handoffs: [HandoffDocument]
  public var books: [BookDocument]
  public var inheritedBreaches: [InheritedBreachDocument]
  public var shortages: [ShortageDocument]
  /// Accounts without a permitted moment, sorted by account; `nil` in plans of versions that did not list them.
  public var closedAccounts: [ClosedAccount]?
  /// Limits that hold with nothing to spare: what stands between this plan and a better one.
  public var bindingLimits: [BindingLimit]
  /// What the independent checks found; empty until they have run.
  public var checks: [CheckDocument] = []
  public var explanations: Explanations
  public var run: RunFacts

  public init(
    asOf: CalendarDate, inputs: [String: String], currency: String, horizon: HorizonDocument,
    termination: Termination, objective: PointsValue, objectiveByRule: [String: PointsValue],
    bound: PointsValue? = nil, certifiedBound: PointsValue? = nil, gap: Double? = nil,
    certifiedGap: Double? = nil, absoluteGap: PointsValue? = nil, certifiedAbsoluteGap: PointsValue? = nil,
    multipliers: [MultiplierDocument] = [], totals: PlanTotals, accounts: [AccountDocument],
    assignments: [Assignment], handoffs: [HandoffDocument], books: [BookDocument],
    inheritedBreaches: [InheritedBreachDocument] = [], shortages: [ShortageDocument] = [],
    bindingLimits: [BindingLimit] = [],
    explanations: Explanations = Explanations(), run: RunFacts
  ) {
    self.asOf = asOf
    self.inputs = inputs
    self.currency = currency
    self.horizon = horizon
    self.termination = termination
    self.objective = objective
    self.objectiveByRule = objectiveByRule
    self.bound = bound
    self.certifiedBound = certifiedBound
    self.gap = gap
    self.certifiedGap = certifiedGap
    self.absoluteGap = absoluteGap
    self.certifiedAbsoluteGap = certifiedAbsoluteGap
    self.multipliers = multipliers
    self.totals = totals
    self.accounts = accounts
    self.assignments = assignments
    self.handoffs = handoffs
    self.books = books
    self.inheritedBreaches = inheritedBreaches
    self.shortages = shortages
    self.bindingLimits = bindingLimits
    self.explanations = explanations
    self.run = run
  }
}
