package import OptionModel

/// What a backend found out about the linear relaxation.
package struct LinearRelaxation: Sendable {
  package var status: BackendStatus
  /// Rounded duals, one per resource; only when `status` is optimal.
  package var multipliers: Multipliers?
  /// The optimum in points, as the backend claims it.
  package var value: Double?

  package init(status: BackendStatus, multipliers: Multipliers? = nil, value: Double? = nil) {
    self.status = status
    self.multipliers = multipliers
    self.value = value
  }
}
