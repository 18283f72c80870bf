import Portfolio

/// What a scenario does to the rows of one table.
struct RowChange<Column: ScenarioColumn> {
  enum Growth {
    /// In millionths: 1,250,000 is a quarter more.
    case factor(Int128)
    /// In millionths of the unit of the column, of either sign.
    case amount(Int128)
  }

  enum Kind {
    case add(CanonicalRows<Column>.Row)
    case remove(RowFilter<Column>)
    /// Cells that get another content, with the words for it.
    case set(RowFilter<Column>, [(column: Column, text: String)], words: String?)
    case grow(RowFilter<Column>, Column, Growth)
  }

  var kind: Kind
  /// Where the scenario says so, for messages.
  var place: ScenarioPlace
}

/// Where something stands in a file of a scenario.
struct ScenarioPlace {
  var file: String
  var line: Int?
  var path: String
}

/// One file of a scenario.
struct ScenarioLayer {
  var file: String
  var name: String
  var why: String?
  /// The scenario underneath, as it is named; relative to the folder of the file.
  var base: String?
  var csms: [RowChange<CSMColumn>] = []
  var accounts: [RowChange<AccountColumn>] = []
  var policy: PolicyLayer
  /// The changes of the policy in words.
  var policyWords: [String] = []
}
