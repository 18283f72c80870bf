import Portfolio

/// What a generated portfolio looks like. Everything follows from these values, byte for byte.
package struct PortfolioRecipe: Sendable, Hashable {
  /// How the horizon is divided.
  package enum Periods: String, Sendable, Hashable, CaseIterable {
    /// One month in which every handoff takes effect at once, then eleven months like it: who, without when.
    case steady
    /// Three months and a tail of nine with the moments and overlaps of the default policy: who and when.
    case months
    /// Thirteen weeks and a tail of nine months.
    case weeks
  }

  package var accounts: Int
  package var csms: Int
  package var seed: UInt64
  package var periods = Periods.steady
  /// A few CSMs know every domain and language, the others little: most accounts are better off with the few.
  package var isContended = false
  /// Effort at 99 % of the capacity of every region, instead of 93 to 97 %.
  package var isTight = false
  /// Hardly anybody serves two regions.
  package var isClustered = false

  package init(accounts: Int, csms: Int, seed: UInt64) {
    self.accounts = accounts
    self.csms = csms
    self.seed = seed
  }

  /// How many CSMs an account can be with, on average, is 2.5 and 5.5 % of all: nearly as many as a region has, since
  /// what languages and domains rule out is what second regions and the larger size of large regions add.
  var regionCount: Int {
    let permitted = 2.5 + 0.055 * Double(csms)
    return max(1, Int((0.95 * Double(csms) / permitted).rounded()))
  }

  /// Small teams know fewer domains, or some would be known to nobody in a region.
  var domainCount: Int { csms < 100 ? 4 : 6 }

  /// The first day of the plan. A February of four weeks is all of one period; where moments matter, the plan begins with
  /// a quarter.
  var start: CalendarDate { CalendarDate(dayNumber: periods == .steady ? 20_850 : 20_822) }

  /// Of the CSMs, how many percent serve a second region.
  var secondRegionPercent: Int { isClustered ? 2 : 15 }
}
