import Portfolio

@testable import Reports

/// What `ballast check` says about a first export.
enum SampleCheck {
  static let issues: [ValidationIssue] =
    (2...41).map { (line: Int) in
      ValidationIssue(
        .error, .data, file: "accounts.csv", line: line, column: "tier",
        message: "Account A\(line) has no tier.", advice: "Maybe fill the column from the CRM field Segment.")
    } + [
      ValidationIssue(
        .error, .policy, file: "ballast.yaml", line: 7, column: "capacity.hard", value: "80",
        message: "The hard limit is below the soft limit.", advice: "Maybe 100."),
      ValidationIssue(
        .warning, .data, file: "accounts.csv", line: 9, column: "arr", value: "9400000",
        message: "Northwind Foods has 40 % of all ARR."),
      ValidationIssue(.note, .data, file: "csms.csv", column: "team", message: "Column team is empty."),
    ]

  static let facts = CheckFacts(
    accounts: 24, csms: 8,
    usable: [
      "412 of 534 hours a month are asked for: 77 % of capacity", "22 accounts have a permitted moment",
    ],
    missing: [
      CheckFacts.Missing(
        field: "accounts.csv: health", count: 11, total: 24, consequence: "They are taken for healthy."),
      CheckFacts.Missing(
        field: "accounts.csv: effort_hours", count: 3, total: 24,
        consequence: "Ballast estimates them by tier and marks them."),
    ],
    shortages: ["Nobody covers LATAM: 1 account, 12.0 hours a month."])

  static var page: String {
    IssueReport(issues, maximum: 4).render() + "\n" + CheckPage(issues, facts: facts).render()
  }
}
