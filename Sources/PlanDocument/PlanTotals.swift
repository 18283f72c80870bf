public struct PlanTotals: Sendable, Hashable, Codable {
  public var accounts: Int
  public var csms: Int
  /// Handoffs by choice, forced by departures, assignments of orphans, covers, accounts left without a CSM.
  public var moves: Int
  public var forcedMoves: Int
  public var assigned: Int
  public var covers: Int
  public var unassigned: Int
  /// Of the handoffs by choice.
  public var arrMoved: Int64
  /// Accounts whose effort Ballast estimated.
  public var estimatedEfforts: Int
  /// Accounts that no moment permits to move inside the horizon.
  public var withoutMoment: Int
  /// The objective if nothing moved (orphans unassigned, departing books unassigned), where that is permitted.
  public var objectiveIfNothingMoves: PointsValue?

  public init(
    accounts: Int, csms: Int, moves: Int, forcedMoves: Int, assigned: Int, covers: Int, unassigned: Int,
    arrMoved: Int64, estimatedEfforts: Int, withoutMoment: Int, objectiveIfNothingMoves: PointsValue? = nil
  ) {
    self.accounts = accounts
    self.csms = csms
    self.moves = moves
    self.forcedMoves = forcedMoves
    self.assigned = assigned
    self.covers = covers
    self.unassigned = unassigned
    self.arrMoved = arrMoved
    self.estimatedEfforts = estimatedEfforts
    self.withoutMoment = withoutMoment
    self.objectiveIfNothingMoves = objectiveIfNothingMoves
  }
}
