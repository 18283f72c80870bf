import Ballast
import BallastProcess
import Compilation
import Foundation
import PlanDocument
import Portfolio
import Testing
import Verification
import Workspace

/// Plans of small portfolios with the proofs that the search finds for them, verified from what would be written.
@Suite struct ProofFileTests {
  private struct NoFile: Error {}

  private struct Planned {
    let portfolio: Portfolio
    var document: PlanDocument
    let proof: ProofDocument
    let bytes: [UInt8]

    var reference: ProofReference? { document.proof }

    func passes(_ readingProof: (String) throws -> [UInt8]) -> Bool {
      Planner(portfolio).verify(document, readingProof: readingProof).passed
    }
  }

  /// Plans whose bound needs more than multipliers: of small portfolios by the generator of the referee, and of the
  /// quarterly rebalance.
  private static let planned: [Planned] =
    (0..<48).compactMap { seed in
      var generator = SmallPortfolio(seed: UInt64(seed))
      return plan(generator.portfolio(accounts: seed % 2 == 0 ? 2...5 : 10...14), workLimit: 20_000)
    } + [quarter].compactMap { $0 }

  private static let quarter: Planned? = {
    let reader = WorkspaceReader(directory: Checkout.path("scenarios/quarterly-rebalance"))
    return (try? reader.read(asOf: nil, today: CalendarDate(dayNumber: 0)))?.portfolio.flatMap {
      plan($0, workLimit: 400_000)
    }
  }()

  private static func plan(_ portfolio: Portfolio, workLimit: Int64) -> Planned? {
    let request = PlanRequest(timeLimit: nil, workLimit: workLimit, gap: 0, certified: true)
    guard case .planned(let document, let proof?) = try? Planner(portfolio).plan(request),
      let bytes = try? proof.encoded()
    else { return nil }
    return Planned(portfolio: portfolio, document: document, proof: proof, bytes: [UInt8](bytes))
  }

  @Test("the proofs have cuts, case distinctions and leaves")
  func variety() {
    #expect(Self.planned.count > 5)
    #expect(Self.planned.contains { $0.proof.proof.cutCount > 1 })
    #expect((Self.quarter?.proof.proof.caseCount ?? 0) > 2)
  }

  @Test("a plan is verified from the file it names")
  func passes() throws {
    for planned in Self.planned {
      let summary = Planner(planned.portfolio).verify(planned.document) { name in
        #expect(name == "proof.json")
        return planned.bytes
      }
      #expect(summary.passed, "\(summary.checks.flatMap(\.details))")
      #expect(planned.reference?.cuts == planned.proof.proof.cutCount)
      #expect(planned.document.checks.filter { !$0.passed }.isEmpty)
    }
  }

  @Test("a proof that is missing, cut off, changed or of another plan is refused")
  func spoiled() throws {
    for (index, planned) in Self.planned.enumerated() {
      #expect(!planned.passes { _ in throw NoFile() })
      #expect(!planned.passes { _ in [] })
      #expect(!planned.passes { _ in Array(planned.bytes.dropLast(10)) })
      #expect(!planned.passes { _ in planned.bytes + [0x20] })
      let other = Self.planned[(index + 1) % Self.planned.count]
      if other.bytes != planned.bytes { #expect(!planned.passes { _ in other.bytes }) }
    }
  }

  @Test("a plan that names a file elsewhere, or other contents, is refused")
  func reference() throws {
    guard var planned = Self.planned.first else { return }
    let good = planned.document
    for name in ["", ".", "..", "/etc/passwd", "../proof.json", "a/b", "a\0b"] {
      planned.document.proof?.file = name
      #expect(!planned.passes { _ in planned.bytes }, "\(name)")
    }
    planned.document = good
    planned.document.proof?.cases += 1
    #expect(!planned.passes { _ in planned.bytes })
    planned.document = good
    planned.document.proof?.kind = .blocks
    #expect(!planned.passes { _ in planned.bytes })
  }

  @Test("a higher bound than the proof shows is refused, and so is the proof for other data")
  func claims() throws {
    for var planned in Self.planned {
      let bound = try #require(planned.document.certifiedBound)
      planned.document.certifiedBound = PointsValue(micropoints: bound.micropoints + 1)
      let auditor = CertificateAuditor(planned.portfolio)
      #expect(!auditor.audit(document: planned.document, proof: planned.proof).passed)
      planned.document.certifiedBound = bound
      #expect(auditor.audit(document: planned.document, proof: planned.proof).passed)
      var changed = planned.portfolio
      changed.policy.capacity.priceOverSoft = changed.policy.capacity.priceOverSoft + Points(1)
      let report = CertificateAuditor(changed).audit(document: planned.document, proof: planned.proof)
      #expect(report.findings.first?.message.contains("another model") == true)
    }
  }

  @Test("no number of the file, changed by one, proves more than a plan costs")
  func mutations() throws {
    var refused = 0
    for planned in Self.planned {
      let auditor = CertificateAuditor(planned.portfolio)
      var document = planned.document
      document.certifiedBound = PointsValue(micropoints: document.objective.micropoints + 1)
      let text = String(decoding: planned.bytes, as: UTF8.self)
      let numbers = text.ranges(of: #/-?[0-9]+/#)
      for index in stride(from: 0, to: numbers.count, by: max(1, numbers.count / 30)) {
        guard let number = Int64(text[numbers[index]]) else { continue }
        let changed = text.replacingCharacters(in: numbers[index], with: "\(number &+ (index % 2 == 0 ? 1 : -1))")
        guard let proof = try? ProofDocument.decoded(from: Data(changed.utf8)) else {
          refused += 1
          continue
        }
        #expect(!auditor.audit(document: document, proof: proof).passed, "\(number) of \(planned.portfolio.asOf)")
      }
    }
    #expect(refused > 0)
  }
}
