import Portfolio

/// What scenarios need to know about the columns of a table.
protocol ScenarioColumn: InputColumn {
  static var identifier: Self { get }
  /// Hours, money, scores and counts: they have a size.
  static var amounts: [Self] { get }
  static var dates: [Self] { get }
  /// Several values in one cell, separated by `;`.
  static var lists: [Self] { get }
  /// What can be grown by a factor or an amount.
  static var growable: [Self] { get }
  static var noun: String { get }
  static var file: String { get }
}

extension ScenarioColumn {
  static func named(_ name: String) -> Self? { allCases.first { $0.name == name } }
  static var names: [String] { allCases.map(\.name) }

  /// At the beginning of a sentence.
  static var title: String { noun.prefix(1).uppercased() + noun.dropFirst() }

  static func counted(_ count: Int) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }
}

extension AccountColumn: ScenarioColumn {
  static let identifier = AccountColumn.id
  static let amounts = AccountBuilder.numbers + AccountBuilder.money
  static let dates = AccountBuilder.dates
  static let lists = [AccountColumn.domains]
  static let growable: [AccountColumn] = [.effort, .arr, .potential]
  static let noun = "account"
  static let file = WorkspaceReader.accountsFile
}

extension CSMColumn: ScenarioColumn {
  static let identifier = CSMColumn.id
  static let amounts = CSMBuilder.numbers + CSMBuilder.money
  static let dates = CSMBuilder.dates
  static let lists: [CSMColumn] = [.regions, .languages, .domains, .tiers]
  static let growable: [CSMColumn] = [.capacity, .fte]
  static let noun = "CSM"
  static let file = WorkspaceReader.csmsFile
}
