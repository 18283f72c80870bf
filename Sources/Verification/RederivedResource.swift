/// Limit and price of a resource. No resource of the formulation has a lower limit.
struct RederivedResource: Sendable, Hashable {
  var upper: Int64?
  var price: RederivedPrice

  init(upper: Int64? = nil, price: RederivedPrice = RederivedPrice()) {
    self.upper = upper
    self.price = price
  }

  func permits(_ load: Int64) -> Bool {
    guard let upper else { return true }
    return load <= upper
  }
}
