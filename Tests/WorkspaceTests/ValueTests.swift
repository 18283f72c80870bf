import Portfolio
import Testing

@testable import Workspace

@Suite struct ValueTests {
  private func errors(_ column: String, _ values: [String], policy: String? = nil) throws -> [ValidationIssue] {
    try Sample.column(column, values, policy: policy).read().errors
  }

  private func amounts(_ values: [String], policy: String? = nil) throws -> [Int64?]? {
    try Sample.column("arr", values, policy: policy).read().portfolio?.accounts.map { $0.arr?.value }
  }

  @Test(
    "F19: what is not a plain number is refused per field",
    arguments: [
      "NaN", "inf", "-inf", "-5", "1e400", "1E3", "9223372036854775808", "1.234,56", "$1,2M", "N/A", "abc",
      "1,234", "12 34", "0x10", "1.2.3", "٣", "+5", "--", "1000000000001", "(500)", "1_000", "#REF!",
    ])
  func refused(text: String) throws {
    let found = try errors("arr", ["1200", text, "50"])
    #expect(found.map(\.line) == [3], "\(found)")
    #expect(found.first?.column == "arr")
    #expect(found.first?.value == text)
    #expect(found.first?.advice?.hasPrefix("Maybe") == true)
  }

  @Test(
    "F19: hours, shares, counts and health refuse what they cannot be",
    arguments: [
      ("effort_hours", "-1"), ("effort_hours", "10001"), ("effort_hours", "two"), ("health", "101"),
      ("health", "-1"), ("health", "good"), ("csm_changes_12m", "1.5"), ("csm_changes_12m", "x"),
      ("escalation_open", "maybe"), ("lifecycle", "grown"), ("relationship", "cold"), ("potential", "NaN"),
    ])
  func otherColumns(column: String, text: String) throws {
    #expect(try errors(column, [text]).map(\.line) == [2])
  }

  @Test("F19: an empty required cell is refused, an empty optional one is counted and its default named")
  func empty() throws {
    var sample = Sample()
    sample.accounts = "account_id,csm_id,tier,region,effort_hours\nA,C1,,EMEA,\nB,C1,t,,3\n"
    let workspace = try sample.read()
    #expect(workspace.errors.map(\.column) == ["tier", "region"])
    let note = workspace.issues.first { $0.severity == .note && $0.column == "effort_hours" }
    #expect(note?.message == "1 of 2 cells are empty: estimated from the tier (effort.base_hours).")
    let fact = workspace.columnFacts.first { $0.column == "effort_hours" }
    #expect(fact?.filled == 1 && fact?.empty == 1)
  }

  @Test("F19: separators are read when the column as a whole shows what they mean")
  func settledByColumn() throws {
    #expect(try amounts(["1.234,56", "12.000,00", "900"]) == [1235, 12_000, 900])
    #expect(try amounts(["1,234.56", "12,000.00", "900"]) == [1235, 12_000, 900])
    #expect(try amounts(["1,234,567", "2,000,000", "5,000"]) == [1_234_567, 2_000_000, 5_000])
    #expect(try amounts(["12,5", "3,25"]) == [13, 3])
    #expect(try amounts(["1 234 567", "2 000 000"]) == [1_234_567, 2_000_000])
    #expect(try amounts(["1'234'567.50", "2'000'000.00"]) == [1_234_568, 2_000_000])
    #expect(try amounts(["1234.5", "0.49", "7"]) == [1235, 0, 7])
  }

  @Test("F19: one cell alone settles nothing, however clear it looks")
  func single() throws {
    for text in ["1.234,56", "1,234.56", "1,5", "1,234,567"] {
      #expect(try errors("arr", [text]).map(\.line) == [2], "\(text)")
      #expect(try errors("arr", [text, "50", "$1,2M"]).map(\.line) == [2, 4], "\(text)")
    }
  }

  @Test("F19: a column that contradicts itself settles nothing")
  func contradictory() throws {
    #expect(try !errors("arr", ["1.234,56", "1,234.56"]).isEmpty)
    #expect(try !errors("arr", ["1.234,56", "1.234,00", "120000"]).isEmpty)
    #expect(try !errors("arr", ["1.234", "2.345"]).isEmpty)
    #expect(try !errors("arr", ["1,234", "2,345"]).isEmpty)
  }

  @Test("F19: the policy's formats settle what the column does not")
  func settledByPolicy() throws {
    #expect(try amounts(["1.234"], policy: "formats: {decimal: ','}\n") == [1234])
    #expect(try amounts(["1.234"], policy: "formats: {decimal: '.'}\n") == [1])
    #expect(try amounts(["1.234,56", "7"], policy: "formats: {decimal: ','}\n") == [1235, 7])
    #expect(try amounts(["1.234,56"], policy: "formats: {decimal: '.'}\n") == nil)
  }

  @Test("F19: currency signs are read only where they mean the policy's currency")
  func currencySigns() throws {
    #expect(try amounts(["€1200", "1300 EUR"]) == [1200, 1300])
    #expect(try amounts(["$1200"]) == nil)
    #expect(try amounts(["$1200"], policy: "currency: USD\n") == [1200])
    #expect(try amounts(["Fr1200"], policy: "formats: {currency_sign: Fr}\n") == [1200])
    #expect(try amounts(["120%"]) == nil)
  }

  @Test("Mixed currencies need a rate each and are converted before they are rounded")
  func exchange() throws {
    var sample = Sample()
    sample.accounts =
      "account_id,csm_id,tier,region,arr,currency\nA,C1,t,r,1000,USD\nB,C1,t,r,1000,EUR\nC,C1,t,r,7,\n"
    #expect(try sample.read().error("no exchange rate from USD to EUR")?.line == 2)
    sample.policy = "exchange_rates: {USD: 0.9255}\n"
    #expect(try sample.read().portfolio?.accounts.map { $0.arr?.value } == [926, 1000, 7])
  }

  @Test("Decimal hours become whole minutes, rounded half up")
  func hours() throws {
    let efforts = try Sample.column("effort_hours", ["1.5", "0.008", "0.0084", "10"]).read().portfolio?
      .accounts.map { $0.effort?.value }
    #expect(efforts == [90, 0, 1, 600])
    #expect(
      try Sample.column("effort_hours", ["1,5", "2,25"]).read().portfolio?.accounts.map { $0.effort?.value }
        == [90, 135])
  }

  @Test("Words for health become scores, and a note says which")
  func healthWords() throws {
    let workspace = try Sample.column("hs_csm_sentiment", ["at_risk", "Neutral", "healthy", "55"]).read()
    #expect(workspace.portfolio?.accounts.map(\.health) == [40, 70, 90, 55])
    #expect(workspace.issues.contains { $0.message.contains("at_risk 40, neutral 70, healthy 90") })
  }

  private func dates(_ values: [String], policy: String? = nil) throws -> [String?]? {
    try Sample.column("renewal_date", values, policy: policy).read().portfolio?.accounts.map {
      $0.renewalDate?.description
    }
  }

  @Test("F20: ISO dates are read, with or without a time of day")
  func isoDates() throws {
    let values = [
      "2026-03-04", "2026-3-4", "2026/03/04", "2026-03-04T23:59:59Z", "2026-03-04 10:00", "2024-02-29",
    ]
    #expect(
      try dates(values) == [
        "2026-03-04", "2026-03-04", "2026-03-04", "2026-03-04", "2026-03-04", "2024-02-29",
      ])
  }

  @Test("F20: an ambiguous date asks for the format")
  func ambiguous() throws {
    let found = try errors("renewal_date", ["03/04/2025", "2025-01-01"])
    #expect(found.map(\.line) == [2])
    #expect(found[0].advice?.contains("dates: dmy") == true)
    #expect(try dates(["03/04/2025"], policy: "formats: {dates: dmy}\n") == ["2025-04-03"])
    #expect(try dates(["03/04/2025"], policy: "formats: {dates: mdy}\n") == ["2025-03-04"])
  }

  @Test("F20: one day above 12 settles the column, and a note says so")
  func settledDates() throws {
    #expect(try dates(["03/04/2025", "25/12/2025"]) == ["2025-04-03", "2025-12-25"])
    #expect(try dates(["03/04/2025", "12/25/2025"]) == ["2025-03-04", "2025-12-25"])
    #expect(try dates(["03.04.2025", "25.12.2025"]) == ["2025-04-03", "2025-12-25"])
    let workspace = try Sample.column("renewal_date", ["03/04/2025", "25/12/2025"]).read()
    #expect(workspace.issues.contains { $0.message.contains("day first") })
    #expect(try !errors("renewal_date", ["25/12/2025", "12/25/2025"]).isEmpty)
  }

  @Test(
    "F20: impossible dates, serial numbers and two-digit years are refused with advice",
    arguments: [
      "2025-02-30", "2023-02-29", "2025-13-01", "30/02/2025", "45000", "03/04/25", "1 May 2025", "today",
      "0000-00-00", "2025-00-10", "20250304x", "99/99/2025", "-2025-01-01",
    ])
  func impossible(text: String) throws {
    let found = try errors("renewal_date", [text, "25/12/2025"])
    #expect(found.map(\.line) == [2])
    #expect(found.first?.advice != nil)
  }

  @Test("Salesforce ids are matched by their checksum")
  func salesforce() {
    #expect(
      SalesforceID.suffix(Array("0013000001D7i4s".utf8)).map { String(decoding: $0, as: UTF8.self) } != nil)
    #expect(SalesforceID.key("003D000000QV9n2IAD") == "003D000000QV9n2")
    #expect(SalesforceID.key("003D000000QV9n2IAE") == "003D000000QV9n2IAE")
    #expect(SalesforceID.key("ACC-00000000000001") == "ACC-00000000000001")
    #expect(SalesforceID.isCaseSensitive("003D000000QV9n2"))
    #expect(!SalesforceID.isCaseSensitive("ACCOUNT"))
  }
}
