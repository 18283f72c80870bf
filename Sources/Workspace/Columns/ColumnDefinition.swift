/// What is known about a column of an input file, whatever its header says.
struct ColumnDefinition: Sendable {
  var name: String
  /// Other headers under which exports carry it.
  var aliases: [String] = []
  /// Headers that stand in only when no other is there.
  var substitutes: [String] = []
  var isRequired = false
  /// Never shown in messages: names, addresses, free text about people.
  var isPersonal = false
  /// What an empty cell means.
  var whenEmpty: String
}

/// The columns of one input file, numbered in the order of their definitions.
protocol InputColumn: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == Int {
  static var definitions: [ColumnDefinition] { get }
  static var section: String { get }
}

extension InputColumn {
  var definition: ColumnDefinition { Self.definitions[rawValue] }
  var name: String { definition.name }
}

enum ColumnName {
  /// Headers are compared without case, spaces and underscores.
  static func folded(_ header: String) -> String {
    String(header.lowercased().unicodeScalars.filter { $0 != " " && $0 != "_" && $0 != "\u{A0}" })
  }

  /// Whether any column of any input file may have this header.
  static func isKnown(_ header: String) -> Bool { known.contains(folded(header)) }

  private static let known = Set(
    (AccountColumn.definitions + CSMColumn.definitions + DecisionColumn.definitions + ActivityColumn.definitions
      + FindingDecisionColumn.definitions)
      .flatMap { [$0.name] + $0.aliases + $0.substitutes }.map(folded))
}
