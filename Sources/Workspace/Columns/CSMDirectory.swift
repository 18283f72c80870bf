import Portfolio

/// Finds the CSM that a cell means by id, e-mail address or unique name.
struct CSMDirectory {
  enum Match: Hashable {
    case csm(Int)
    case unknown
    /// Several people have this name.
    case notUnique
  }

  let ids: [String]
  private let index: IdentifierIndex
  private var byAddress: [String: Int] = [:]
  /// -1: not unique.
  private var byName: [String: Int] = [:]

  init(ids: [String], index: IdentifierIndex, csms: [CSM], emails: [String?]) {
    self.ids = ids
    self.index = index
    for (position, csm) in csms.enumerated() {
      if let email = emails[position]?.lowercased() {
        byAddress[email] = byAddress[email] == nil ? position : -1
      }
      if let name = csm.name?.lowercased() { byName[name] = byName[name] == nil ? position : -1 }
    }
  }

  func match(_ text: String) -> Match {
    if let position = index[text] { return .csm(position) }
    let lowered = text.lowercased()
    guard let position = byAddress[lowered] ?? byName[lowered] else { return .unknown }
    return position < 0 ? .notUnique : .csm(position)
  }

  /// Only ids are ever shown: a cell with a space or an at sign holds a name or an address, and one under a header
  /// that does not promise ids may.
  static func isShowable(_ text: String, title: String) -> Bool {
    guard !text.contains("@"), !text.contains(where: \.isWhitespace) else { return false }
    return ColumnName.folded(title).contains("id") || text.contains(where: \.isNumber)
  }
}

extension RowReader {
  /// The canonical id of the CSM that a cell names; `nil` when it is empty or was reported.
  func csm(_ column: Column, in directory: CSMDirectory, unknownIsError: Bool = true) -> String? {
    guard let text = identifier(column) else { return nil }
    switch directory.match(text) {
    case .csm(let position): return directory.ids[position]
    case .notUnique:
      let advice = "Maybe use ids: the column may hold an id, an e-mail address or a unique name."
      report(column, .init("More than one CSM in csms.csv has this name.", advice: advice))
    case .unknown:
      report(column, as: unknownIsError ? .error : .warning, unknown(column, text, directory, unknownIsError))
    }
    return nil
  }

  private func unknown(
    _ column: Column, _ text: String, _ directory: CSMDirectory, _ isError: Bool
  ) -> IssueCollector.Text {
    let value = CSMDirectory.isShowable(text, title: source.mapping.title(column)) ? text : nil
    let isIncumbent = column.name == "csm_id" && Column.section == AccountColumn.section
    let fallback =
      isIncumbent ? "Maybe add the row, or set `incumbents: orphan` in ballast.yaml." : "Maybe add the row."
    let advice = value.map { NearestName.advice($0, among: directory.ids, else: fallback) } ?? fallback
    let isOrphan = !isError && Column.section == AccountColumn.section
    let message = "This CSM is not in csms.csv" + (isOrphan ? ": the account is an orphan." : ".")
    return .init(message, value: value, advice: advice)
  }
}
