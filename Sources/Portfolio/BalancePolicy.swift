public struct BalancePolicy: Sendable, Hashable {
  /// Per minute and month of deviation from the share of the nominal hours.
  public var hoursPrice = Points(micropoints: 50_000)
  /// Per thousand of ARR and month of deviation.
  public var arrPrice = Points(micropoints: 20_000)

  public init() {}
}
