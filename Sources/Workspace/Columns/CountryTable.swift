import Portfolio

/// The region of a country, where the region of an account comes from `BillingCountry`.
///
/// With a table in the policy (`formats.countries`) a country outside it must itself be the name of a region; with
/// no table every country is its own region.
struct CountryTable {
  private let isUsed: Bool
  private let regions: [String: String]
  private let names: Set<String>

  init(_ source: MappedTable<AccountColumn>) {
    isUsed = source.mapping.isTitled(.region, AccountColumn.region.definition.substitutes)
    regions = source.formats.countries
    names = Set(source.formats.countries.values.map(TierName.folded))
  }

  func region(_ text: String) -> String? {
    guard isUsed, !regions.isEmpty else { return text }
    let folded = TierName.folded(text)
    return regions[folded] ?? (names.contains(folded) ? text : nil)
  }
}
