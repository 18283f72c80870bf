/// Why the plan is what it is; every number read off the model that was solved.
public struct Explanations: Sendable, Hashable, Codable {
  public var moves: [MoveExplanation] = []
  /// Accounts a reader might expect to move and that stay.
  public var stays: [StayExplanation] = []
  public var csms: [CSMExplanation] = []
  public var bundles: [MoveBundle] = []
  /// Sentences about the whole plan.
  public var plan: [String] = []

  public init(
    moves: [MoveExplanation] = [], stays: [StayExplanation] = [], csms: [CSMExplanation] = [],
    bundles: [MoveBundle] = [], plan: [String] = []
  ) {
    self.moves = moves
    self.stays = stays
    self.csms = csms
    self.bundles = bundles
    self.plan = plan
  }
}
