/// Currency signs and codes beside amounts.
enum CurrencyMark {
  private static let signs: [String: Set<String>] = [
    "€": ["EUR"], "£": ["GBP", "EGP"], "₹": ["INR"], "₺": ["TRY"], "zł": ["PLN"], "Kč": ["CZK"],
    "Fr.": ["CHF"],
    "$": ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"], "US$": ["USD"], "C$": ["CAD"], "A$": ["AUD"],
    "¥": ["JPY", "CNY"], "kr": ["SEK", "NOK", "DKK"], "R$": ["BRL"], "₪": ["ILS"], "₩": ["KRW"],
  ]

  /// Whether `mark` beside an amount can mean `currency`.
  static func isMark(_ mark: String, of currency: String) -> Bool {
    mark.uppercased() == currency || signs[mark]?.contains(currency) == true
  }

  /// Three capital letters, as in ISO 4217.
  static func isCode(_ text: String) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }
}
