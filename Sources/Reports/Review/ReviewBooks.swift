import PlanDocument
import Portfolio

/// A review taken apart by CSM: each part holds what is about the accounts of one, and nothing else.
struct ReviewBooks: Sendable {
  private let document: ReviewDocument
  private let accounts: [String: [ReviewedAccount]]
  private let findings: [String: [ReviewFinding]]

  init(_ document: ReviewDocument) {
    self.document = document
    accounts = Dictionary(grouping: document.accounts.filter { $0.csm != nil }, by: { $0.csm ?? "" })
    let holders = Dictionary(
      document.accounts.map { ($0.account, $0.csm) }, uniquingKeysWith: { first, _ in first })
    findings = Dictionary(grouping: document.findings.filter { $0.account != nil }) { finding in
      finding.account.flatMap { holders[$0] ?? nil } ?? ""
    }
  }

  /// Everybody with an account, by id.
  var csms: [String] { accounts.keys.sorted() }

  func book(of csm: String) -> ReviewDocument {
    var part = document
    part.accounts = accounts[csm] ?? []
    part.findings = findings[csm] ?? []
    part.people = document.people.filter { $0.csm == csm }
    part.matrices = document.matrices.filter { $0.scope == .csm && $0.name == csm }
    part.attention.rows = document.attention.rows.filter { $0.segment == ReviewSegment(.csm, csm) }
    part.concentration = []
    return part
  }
}
