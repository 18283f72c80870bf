import Verification

extension ExactBound {
  /// The bound in micropoints; `nil` where the multipliers prove none.
  var micropoints: Int64? {
    if case .bound(let value) = self { return value }
    return nil
  }
}
