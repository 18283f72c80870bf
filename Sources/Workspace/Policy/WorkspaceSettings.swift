/// The parts of `ballast.yaml` that say how files are read; a plan does not depend on them otherwise.
struct WorkspaceSettings {
  struct Formats {
    var dates: DateOrder?
    /// The decimal mark.
    var decimal: UInt8?
    var currencySign: String?
    /// Region by folded country.
    var countries: [String: String] = [:]
    var mayEndWithoutLineEnd = false
  }

  var formats = Formats()
  /// Header by canonical column name, by section (`accounts`, `csms`).
  var columns: [String: [String: String]] = [:]
  /// An incumbent who is not in csms.csv is dropped instead of being an error.
  var unknownIncumbentsAreOrphans = false
  /// Weeks or months by the size of the portfolio.
  var choosesPeriods = true
  var expectedAccounts: Int?
  var expectedCSMs: Int?
  /// Units of the policy's currency per unit of the other.
  var exchangeRates: [String: DecimalNumber] = [:]
  var postures = PosturePercentiles()
  var regionAliases: [(alias: String, name: String)] = []
  var tierAliases: [(alias: String, name: String)] = []
  var domainAliases: [(alias: String, name: String)] = []
}
