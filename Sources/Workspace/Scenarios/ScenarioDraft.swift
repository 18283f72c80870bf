public import Portfolio

/// A scenario that a program makes up, as the file that `WorkspaceReader` reads: what was tried can be tried again.
public struct ScenarioDraft: Sendable {
  public var name: String
  public var why: String?
  /// The scenario it lies on, as a path.
  public var base: String?
  /// CSMs with their last day.
  public var leaving: [(csm: String, on: CalendarDate)] = []
  /// CSMs with all they know afterwards.
  public var trained: [(csm: String, domains: [String: CSM.ExpertiseLevel])] = []
  public var added: [CSM] = []
  /// Dotted path and plain value.
  public var policy: [(path: String, value: String)] = []

  public init(name: String, why: String? = nil) {
    self.name = name
    self.why = why
  }

  public var text: String {
    var lines = ["name: \(ScenarioDraft.quoted(name))"]
    if let why { lines.append("why: \(ScenarioDraft.quoted(why))") }
    if let base { lines.append("base: \(ScenarioDraft.quoted(base))") }
    if !(leaving.isEmpty && trained.isEmpty && added.isEmpty) { lines.append("csms:") }
    if !leaving.isEmpty { lines.append("  remove:") }
    lines += leaving.map { "    - { csm: \(ScenarioDraft.quoted($0.csm)), on: \($0.on) }" }
    if !added.isEmpty { lines.append("  add:") }
    lines += added.map { "    - { \(ScenarioDraft.row($0)) }" }
    if !trained.isEmpty { lines.append("  change:") }
    lines += trained.map {
      "    - { csm: \(ScenarioDraft.quoted($0.csm)), set: { domains: \(ScenarioDraft.domains($0.domains)) } }"
    }
    if !policy.isEmpty { lines.append("policy:") }
    lines += policy.map { "  \($0.path): \($0.value)" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The cells that say something, by their columns.
  private static func row(_ csm: CSM) -> String {
    let cells = CanonicalRows<CSMColumn>([csm]).rows[0]
    return CSMColumn.allCases.filter { !cells[$0].isEmpty && !isDefault($0, cells[$0]) }
      .map { "\($0.name): \(quoted(cells[$0]))" }.joined(separator: ", ")
  }

  private static func isDefault(_ column: CSMColumn, _ text: String) -> Bool {
    (column == .active && text == "yes") || (column == .fte && text == "100%")
  }

  private static func domains(_ levels: [String: CSM.ExpertiseLevel]) -> String {
    let items = levels.sorted { $0.key < $1.key }.map { quoted("\($0.key):\($0.value.rawValue)") }
    return "[" + items.joined(separator: ", ") + "]"
  }

  /// A double-quoted scalar of YAML 1.2, section 7.3.1: whatever the text holds stays text.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028
        || scalar.value == 0x2029:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
