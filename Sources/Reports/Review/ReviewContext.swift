import PlanDocument
import Portfolio

/// What every page of a review looks up.
struct ReviewContext {
  /// The findings of one list about one account.
  struct Entry {
    let account: ReviewedAccount?
    let findings: [ReviewFinding]
    var first: ReviewFinding { findings[0] }
    /// The nearest deadline.
    var until: CalendarDate? { findings.compactMap(\.until).min() }
    var due: CalendarDate { findings.map(\.due).min() ?? first.due }
  }

  let document: ReviewDocument
  private let accounts: [String: Int]
  private let people: [String: ReviewDocument.Person]
  private let byKind: [ReviewFinding.Kind: [ReviewFinding]]
  private let reasons: [String: String]

  init(_ document: ReviewDocument) {
    self.document = document
    accounts = Dictionary(
      document.accounts.enumerated().map { ($0.element.account, $0.offset) }, uniquingKeysWith: { first, _ in first })
    people = Dictionary(document.people.map { ($0.csm, $0) }, uniquingKeysWith: { first, _ in first })
    byKind = Dictionary(grouping: document.findings, by: \.kind)
    reasons = Dictionary(document.criteria.map { ($0.id, $0.reason) }, uniquingKeysWith: { first, _ in first })
  }

  func findings(_ kind: ReviewFinding.Kind) -> [ReviewFinding] { byKind[kind] ?? [] }

  func account(_ finding: ReviewFinding) -> ReviewedAccount? {
    finding.account.flatMap { accounts[$0] }.map { document.accounts[$0] }
  }

  func person(_ csm: String) -> ReviewDocument.Person? { people[csm] }

  /// In the order of the list; the findings of an account stand together there.
  func entries(_ kind: ReviewFinding.Kind, where isWanted: (ReviewFinding) -> Bool = { _ in true }) -> [Entry] {
    var result: [Entry] = []
    var group: [ReviewFinding] = []
    for finding in findings(kind) where isWanted(finding) {
      if let first = group.first, first.account != finding.account || finding.account == nil {
        result.append(Entry(account: account(first), findings: group))
        group = []
      }
      group.append(finding)
    }
    if let first = group.first { result.append(Entry(account: account(first), findings: group)) }
    return result
  }

  /// Name of the account, else its id; of a segment its value.
  func name(_ finding: ReviewFinding) -> String {
    if let account = account(finding) { return account.name ?? account.account }
    guard let segment = finding.segment else { return finding.account ?? "" }
    return name(segment)
  }

  func name(_ segment: ReviewSegment) -> String {
    switch segment.dimension {
    case .csm: segment.value == "-" ? "nobody" : csmName(segment.value)
    case .account: accounts[segment.value].flatMap { document.accounts[$0].name } ?? segment.value
    case .posture: segment.value == "-" ? "unmapped" : segment.value
    case .tier, .region, .domain, .marketSegment: segment.value == "-" ? "none given" : segment.value
    }
  }

  func csmName(_ csm: String?) -> String { csm.map { people[$0]?.name ?? $0 } ?? "nobody" }

  /// Managers need not be in the table of CSMs; nobody means whoever leads.
  func ownerName(_ finding: ReviewFinding) -> String { finding.owner.map { people[$0]?.name ?? $0 } ?? "lead" }

  func reason(_ criterion: String) -> String { reasons[criterion] ?? criterion }
  func money(_ value: Int64) -> String { NumberText.money(value, document.currency) }
}
