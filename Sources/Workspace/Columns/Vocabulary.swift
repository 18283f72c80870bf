import Portfolio

/// The canonical spellings of regions, tiers or domains.
///
/// Names are compared without case, spaces, hyphens and underscores. Where the policy lists names, no other is
/// accepted; else every name that occurs is one, spelt as the first of its spellings in byte order, so that the
/// order of rows changes nothing.
struct Vocabulary {
  let noun: String
  /// Whether the policy lists the names.
  let isListed: Bool
  private(set) var names: [String] = []
  private var canonical: [String: String] = [:]
  private var spellings: [String: String] = [:]

  init(noun: String, listed: [String], aliases: [(alias: String, name: String)]) {
    self.noun = noun
    isListed = !listed.isEmpty
    for name in listed {
      canonical[TierName.folded(name)] = name
      names.append(name)
    }
    for (alias, name) in aliases { canonical[TierName.folded(alias)] = name }
  }

  /// Takes note of a spelling that occurs in a file.
  mutating func observe(_ spelling: String) {
    guard !isListed, spellings[spelling] == nil else { return }
    spellings[spelling] = spelling
    let folded = TierName.folded(spelling)
    let isBetter = canonical[folded].map { spelling.utf8.lexicographicallyPrecedes($0.utf8) } ?? true
    if isBetter { canonical[folded] = spelling }
  }

  /// To be called when everything has been observed.
  mutating func settle() {
    if !isListed { names = canonical.values.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
    for spelling in spellings.keys { spellings[spelling] = canonical[TierName.folded(spelling)] }
  }

  subscript(spelling: String) -> String? { spellings[spelling] ?? canonical[TierName.folded(spelling)] }
}

/// The three vocabularies of a workspace.
struct Vocabularies {
  var regions: Vocabulary
  var tiers: Vocabulary
  var domains: Vocabulary

  init(policy: Policy, settings: WorkspaceSettings) {
    regions = Vocabulary(noun: "region", listed: policy.regions.map(\.name), aliases: settings.regionAliases)
    tiers = Vocabulary(noun: "tier", listed: policy.tiers.map(\.name), aliases: settings.tierAliases)
    domains = Vocabulary(noun: "domain", listed: policy.domains.map(\.name), aliases: settings.domainAliases)
  }

  mutating func settle() {
    regions.settle()
    tiers.settle()
    domains.settle()
  }
}

extension RowReader {
  /// The canonical spelling, or `nil` after an error that names the nearest known one.
  func canonical(_ column: Column, _ text: String, in vocabulary: Vocabulary) -> String? {
    if let name = vocabulary[text] { return name }
    let known = vocabulary.names.prefix(12).map { DisplayText.shown($0, limit: 30) }.joined(separator: ", ")
    let advice = NearestName.advice(
      text, among: vocabulary.names, else: "Maybe add it to ballast.yaml, which lists: \(known).")
    report(column, .init("This \(vocabulary.noun) is not in the policy.", value: text, advice: advice))
    return nil
  }
}
