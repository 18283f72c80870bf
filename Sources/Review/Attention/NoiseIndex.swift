import PlanDocument
import Portfolio

/// The share of the hours given that would have to go to other accounts for hours to lie where they are called for:
/// `1/2 x sum |given / all given - called / all called|`, the index of dissimilarity (O. D. Duncan, B. Duncan 1955, "A
/// Methodological Analysis of Segregation Indexes"). It does not depend on how many hours there are, only on where they go.
struct NoiseIndex {
  private var pairs: [(given: Int64, called: Int64)] = []

  mutating func add(_ account: AccountView) {
    guard let given = account.minutesGiven else { return }
    pairs.append((given, account.minutesCalled))
  }

  /// In tenths of a percent, rounded down; `nil` where no hours are known to be given, or none are called for.
  var permille: Int64? {
    let given = pairs.reduce(Int128(0)) { $0 + Int128($1.given) }
    let called = pairs.reduce(Int128(0)) { $0 + Int128($1.called) }
    guard given > 0, called > 0 else { return nil }
    let sum = pairs.reduce(Int128(0)) { sum, pair in
      sum + abs(Int128(pair.given) * called - Int128(pair.called) * given)
    }
    return Int64(sum * 1000 / (2 * given * called))
  }
}
