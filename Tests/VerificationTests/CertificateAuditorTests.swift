import OptionModel
import PlanDocument
import Portfolio
import Testing

@testable import Verification

@Suite("The certificate auditor") struct CertificateAuditorTests {
  /// Multipliers that charge each hour beyond the target what the policy does: not the best, but better than none.
  private func document() throws -> (portfolio: Portfolio, document: PlanDocument) {
    let portfolio = TestPortfolios.team()
    let assembler = PlanAssembler(portfolio)
    let still = assembler.rules.groups.map { assembler.rules.stay($0).option ?? PlannedOption(.unassigned) }
    var document = assembler.document(still)
    document.multipliers = (0...3).map {
      MultiplierDocument(resource: "hours/ANN/\($0)", value: 100_000 << 16)
    }
    guard case .bound(let bound) = CertificateAuditor(portfolio).bound(of: document) else {
      return (portfolio, document)
    }
    document.certifiedBound = PointsValue(micropoints: bound)
    return (portfolio, document)
  }

  @Test("passes the exact bound, and finds one that is one higher") func oneHigher() throws {
    var (portfolio, document) = try document()
    #expect(CertificateAuditor(portfolio).audit(document: document).passed)
    let bound = try #require(document.certifiedBound)
    #expect(bound.micropoints <= document.objective.micropoints)
    document.certifiedBound = PointsValue(micropoints: bound.micropoints + 1)
    #expect(!CertificateAuditor(portfolio).audit(document: document).passed)
  }

  @Test("finds multipliers that were changed") func changed() throws {
    var (portfolio, document) = try document()
    document.multipliers.removeFirst()
    let without = CertificateAuditor(portfolio).bound(of: document)
    let claimed = try #require(document.certifiedBound).micropoints
    guard case .bound(let bound) = without else { return }
    #expect(CertificateAuditor(portfolio).audit(document: document).passed == (claimed <= bound))
  }
}
