/// What regions, languages, domains, accounts and CSMs are called. All of it is invented.
enum PortfolioNames {
  private static let regions: [(name: String, language: String)] = [
    ("DACH", "de"), ("France", "fr"), ("Iberia", "es"), ("Nordics", "sv"), ("Benelux", "nl"), ("Italy", "it"),
    ("Poland", "pl"), ("Brazil", "pt"), ("Japan", "ja"), ("Korea", "ko"), ("Turkey", "tr"), ("Quebec", "fr"),
    ("Mexico", "es"), ("Czechia", "cs"), ("Greece", "el"), ("Hungary", "hu"),
  ]

  private static let domains = ["energy", "fintech", "healthcare", "logistics", "manufacturing", "retail"]

  static func region(_ index: Int) -> String {
    index < regions.count ? regions[index].name : "Region \(index + 1)"
  }

  static func language(_ region: Int) -> String {
    region < regions.count ? regions[region].language : "x\(region + 1)"
  }

  static func domain(_ index: Int) -> String { domains[index] }

  static func account(_ index: Int) -> String { "A\(padded(index + 1, 7))" }

  static func csm(_ index: Int) -> String { "C\(padded(index + 1, 5))" }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
