import Foundation
import Portfolio

/// The person or customer that an export or an erasure is about: how they may be written, and where their row is.
package struct DataSubject: Sendable, Codable {
  package enum Kind: String, Sendable, Codable { case csm, account }

  package let id: String
  package let kind: Kind
  /// Of the row of their own in `csms.csv` or `accounts.csv`.
  package let line: Int
  /// Accounts that they look after.
  package let holds: [String]
  /// Id, name and address as words: where one of these stands, the subject is meant.
  let keys: Set<String>
  /// Single words of the name: where one of these stands, only people can tell.
  let hints: Set<String>
  /// Headers of the columns of their table that hold nothing about a person.
  let neutralHeaders: Set<String>
  /// An id that may mean anything, such as 7 or a word of the policy, only counts where it is a whole cell or value.
  let hasPlainID: Bool

  /// `nil` when nobody has this id.
  package init?(_ id: String, in workspace: LoadedWorkspace) {
    guard let portfolio = workspace.portfolio else { return nil }
    let names: [String?]
    if let index = portfolio.csms.firstIndex(where: { $0.id == id }) {
      kind = .csm
      line = workspace.csmLines[index]
      names = [portfolio.csms[index].name, portfolio.csms[index].email]
    } else if let index = portfolio.accounts.firstIndex(where: { $0.id == id }) {
      kind = .account
      line = workspace.accountLines[index]
      names = [portfolio.accounts[index].name]
    } else {
      return nil
    }
    self.id = id
    holds = portfolio.accounts.filter { $0.csmID == id }.map(\.id)
    let own = names.compactMap { $0 }.filter { !FoldedWords.key($0).isEmpty }
    let vocabulary = Set(
      (portfolio.policy.regions.map(\.name) + portfolio.policy.tiers.map(\.name) + portfolio.policy.domains.map(\.name)
        + portfolio.csms.flatMap(\.regions) + portfolio.accounts.flatMap { [$0.tier, $0.region] }).map(FoldedWords.key))
    let key = FoldedWords.key(id)
    hasPlainID = key.count < 2 || !key.contains(where: \.isLetter) || vocabulary.contains(key)
    let strong = own + (hasPlainID ? [] : [id])
    keys = Set((strong + strong.map(DataSubject.transliterated)).map(FoldedWords.key))
    let words = (kind == .csm ? own : []).flatMap { FoldedWords($0).words.map(\.text) }.filter { $0.count > 2 }
    hints = Set(words).subtracting(keys).subtracting(["com", "net", "org", "example", "mail"])
    let file = kind == .csm ? WorkspaceReader.csmsFile : WorkspaceReader.accountsFile
    neutralHeaders = DataSubject.neutralHeaders(workspace.columnFacts.filter { $0.file == file }, kind)
  }

  private static func neutralHeaders(_ facts: [ColumnFact], _ kind: Kind) -> Set<String> {
    let definitions = kind == .csm ? CSMColumn.definitions : AccountColumn.definitions
    let personal = Set(definitions.filter(\.isPersonal).map(\.name))
    return Set(facts.filter { !personal.contains($0.column) }.compactMap(\.header))
  }

  /// As names are written where there are no umlauts.
  private static func transliterated(_ name: String) -> String {
    let pairs = [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("å", "aa"), ("æ", "ae"), ("ø", "oe")]
    return pairs.reduce(name.lowercased()) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
  }

  /// Whether a cell or value is the subject and nothing else.
  func isMeant(by text: String) -> Bool {
    let trimmed = text.trimmingCharacters(in: .whitespaces)
    return trimmed == id || (!keys.isEmpty && keys.contains(FoldedWords.key(trimmed)))
  }

  /// What replaces the subject in texts.
  func replacer(_ pseudonym: String) -> NameReplacer {
    var replacer = NameReplacer()
    for key in keys.sorted() { replacer.add(key, pseudonym) }
    return replacer
  }
}
