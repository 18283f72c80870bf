import CGLPK

/// Bounds in GLPK's terms: equal ones are `GLP_FX`, which `GLP_DB` must not be.
struct GLPKBounds {
  let kind: Int32
  let lower: Double
  let upper: Double

  init(lower: Double?, upper: Double?) throws(GLPKError) {
    if let lower { try GLPKProblem.check(lower, "lower bound") }
    if let upper { try GLPKProblem.check(upper, "upper bound") }
    switch (lower, upper) {
    case (nil, nil): kind = GLP_FR
    case (.some, nil): kind = GLP_LO
    case (nil, .some): kind = GLP_UP
    case (let lower?, let upper?):
      guard lower <= upper else { throw .crossedBounds(lower: lower, upper: upper) }
      kind = lower == upper ? GLP_FX : GLP_DB
    }
    self.lower = lower ?? 0
    self.upper = upper ?? 0
  }

  var areWhole: Bool { lower == lower.rounded() && upper == upper.rounded() }
}
