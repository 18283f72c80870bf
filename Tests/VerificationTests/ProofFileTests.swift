import Foundation
import OptionModel
import PlanDocument
import Portfolio
import Testing

@testable import Verification

@Suite("The file of a proof") struct ProofFileTests {
  private struct Sample {
    let model: MeaningfulModel
    let proof: BoundProof
    let optimum: Int64?

    var bound: ExactBound { BoundProofChecker(model.model).bound(from: proof) }

    func document() throws -> ProofDocument {
      try ProofDocument(proof, of: model.model, model.meaning, resourceNames: model.resourceNames)
    }
  }

  private func sample(seed: UInt64) throws -> Sample? {
    let model = try MeaningfulModel(SmallModels.random(seed: seed)).shuffled(seed: seed + 9)
    let cases = ProofCases(model.model)
    guard let curves = cases.curves else { return nil }
    var producer = RandomProof(model.model, curves: curves, seed: seed + 31)
    let proof = producer.proof(cutoff: (cases.optimum ?? 50) + 20, depth: 2)
    return proof.map { Sample(model: model, proof: $0, optimum: cases.optimum) }
  }

  private func bound(of document: ProofDocument, on model: MeaningfulModel) throws -> ExactBound? {
    try document.bound(on: model.model, model.meaning, resourceNames: model.resourceNames)
  }

  @Test("shows the same about the model in whatever order", arguments: 1...300)
  func anyOrder(seed: UInt64) throws {
    guard let sample = try sample(seed: seed) else { return }
    let document = try ProofDocument.decoded(from: sample.document().encoded())
    for order in 1...3 {
      let other = try sample.model.shuffled(seed: seed + UInt64(order))
      let found = try bound(of: document, on: other)
      #expect(
        found == sample.bound, "\(String(describing: found)) instead of \(sample.bound), a \(document.proof.kind)")
    }
  }

  @Test("is the same whatever the order of the model it was found on", arguments: 1...50)
  func canonical(seed: UInt64) throws {
    guard let sample = try sample(seed: seed) else { return }
    let zeros = BoundProof.multipliers(Multipliers(sample.model.model.resources.map { _ in 0 }))
    let documents = try (1...4).map { order in
      let other = try sample.model.shuffled(seed: seed + UInt64(order))
      return try ProofDocument(zeros, of: other.model, other.meaning, resourceNames: other.resourceNames)
    }
    #expect(Set(documents).count == 1)
  }

  @Test("does not pass for a proof of another model", arguments: 1...50)
  func anotherModel(seed: UInt64) throws {
    guard let sample = try sample(seed: seed) else { return }
    let other = try sample.model.shuffled(seed: seed, change: 1)
    #expect(try bound(of: sample.document(), on: other) == nil)
  }

  @Test("with a number changed is refused or still true", arguments: 1...300)
  func changed(seed: UInt64) throws {
    guard let sample = try sample(seed: seed), let optimum = sample.optimum else { return }
    let text = try String(decoding: sample.document().encoded(), as: UTF8.self)
    let numbers = text.ranges(of: #/-?[0-9]+/#)
    var random = SeededGenerator(seed: seed + 5)
    for _ in 0..<20 {
      guard let range = numbers.randomElement(using: &random), let number = Int64(text[range]) else { continue }
      let step: Int64 = Bool.random(using: &random) ? 1 : -1
      let changed = text.replacingCharacters(in: range, with: "\(number &+ step)")
      guard let document = try? ProofDocument.decoded(from: Data(changed.utf8)) else { continue }
      if case .bound(let bound)? = try? bound(of: document, on: sample.model) { #expect(bound <= optimum) }
    }
  }

  @Test("names numbers that the model does not have", arguments: ["groups", "options", "intervals", "resources"])
  func unknownNumbers(list: String) throws {
    let model = try MeaningfulModel(SmallModels.random(seed: 3))
    let cut = RoundingCut(
      rows: [], complementedOptions: [], complementedIntervals: [], divisor: 1, shift: 0)
    let zeros = model.model.resources.map { _ in Int64(0) }
    let tree = TreeProof(
      cutoff: 5, fixing: Multipliers(zeros), cuts: [cut], nodes: [.leaf(TreeProof.Leaf(resources: zeros))])
    let document = try ProofDocument(
      .tree(tree), of: model.model, model.meaning, resourceNames: model.resourceNames)
    let text = try String(decoding: document.encoded(), as: UTF8.self)
    for number in [-1, 999, Int(Int32.max)] {
      let changed = text.replacing("\"\(list)\":[]", with: "\"\(list)\":[\(number)\(list == "options" ? "" : ",1")]")
      #expect(changed != text)
      let faulty = try ProofDocument.decoded(from: Data(changed.utf8))
      #expect(throws: UnknownNumber.self) { try bound(of: faulty, on: model) }
    }
  }

  @Test("is followed on the model that is derived from the portfolio", arguments: TestPortfolios.Variant.allCases)
  func portfolio(variant: TestPortfolios.Variant) throws {
    let portfolio = TestPortfolios.team(variant)
    var draft = ModelDraft(portfolio)
    var random = SeededGenerator(seed: 8)
    draft.groups = draft.groups.map { ($0.members, $0.options.shuffled(using: &random)) }.shuffled(using: &random)
    draft.resources.shuffle(using: &random)
    let (model, meaning) = try draft.build()
    let rules = Rederivation(portfolio)
    let ranges = zip(model.resources, model.attainableLoads()).compactMap { $0.permitted(within: $1) }
    let curves = zip(model.resources, ranges).map { PriceCurve(of: $0, over: $1) }
    var producer = RandomProof(model, curves: curves, seed: 77)
    let proof = BoundProof.tree(producer.tree(cutoff: 1_000_000_000))
    let names = meaning.resources.map(rules.name(of:))
    let file = try ProofDocument(proof, of: model, meaning, resourceNames: names)
    guard case .bound(let bound) = BoundProofChecker(model).bound(from: proof) else {
      Issue.record("the random proof is not usable")
      return
    }
    let assembler = PlanAssembler(portfolio)
    var document = assembler.document(rules.groups.map { rules.options(of: $0)[0] })
    document.certifiedBound = PointsValue(micropoints: bound)
    #expect(CertificateAuditor(portfolio).audit(document: document, proof: file).findings.map(\.message) == [])
    document.certifiedBound = PointsValue(micropoints: bound + 1)
    #expect(!CertificateAuditor(portfolio).audit(document: document, proof: file).passed)
    var changed = portfolio
    changed.accounts[3].effort = Minutes(1)
    document.certifiedBound = PointsValue(micropoints: bound)
    let report = CertificateAuditor(changed).audit(document: document, proof: file)
    #expect(report.findings.first?.message.contains("another model") == true)
  }
}
