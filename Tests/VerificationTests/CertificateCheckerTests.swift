import Digest
import Foundation
import OptionModel
import PlanDocument
import Testing

@testable import CertificateChecker
@testable import Verification

@Suite("Certificates") struct CertificateCheckerTests {
  /// The files of a model, of its best selection and of a proof.
  struct Sample {
    var certificate: String
    var model: String
    let optimum: Int64
    let cases: ProofCases
    /// By number: the option of the model.
    let options: [Int32]

    init?(seed: UInt64, producing: (inout RandomProof, Int64) -> BoundProof?) throws {
      let model = try MeaningfulModel(SmallModels.random(seed: seed)).shuffled(seed: seed + 9)
      let cases = ProofCases(model.model)
      guard let curves = cases.curves, let best = cases.selections.min(by: { $0.objective < $1.objective }) else {
        return nil
      }
      var producer = RandomProof(model.model, curves: curves, seed: seed + 31)
      guard let proof = producing(&producer, best.objective) else { return nil }
      (self.cases, optimum) = (cases, best.objective)
      let document = try ProofDocument(proof, of: model.model, model.meaning, resourceNames: model.resourceNames)
      let order = ModelOrder(model.model, model.meaning, resourceNames: model.resourceNames)
      options = order.options
      self.model = try Self.text(of: model.model, order)
      certificate = try Self.certificate(
        document.proof, BoundProofChecker(model.model).bound(from: proof), best, model.model, order, self.model)
    }

    private static func text(of model: OptionModel, _ order: ModelOrder) throws -> String {
      let file = ModelFile(model: model, order: order, groupWords: { "A\($0)" }, optionWord: { "o\($0)" })
      var text = ""
      try file.forEachPiece { text += String(decoding: $0, as: UTF8.self) }
      return text
    }

    private static func certificate(
      _ part: ProofPart, _ bound: ExactBound, _ best: (selection: Selection, objective: Int64), _ model: OptionModel,
      _ order: ModelOrder, _ modelText: String
    ) throws -> String {
      guard case .bound(let bound) = bound else { return "" }
      var start = 0
      let choices = order.groups.map { group in
        let end = start + model.options(ofGroup: Int(group)).count
        defer { start = end }
        return (order.options[start..<end].firstIndex(of: best.selection.options[Int(group)]) ?? -1) - start
      }
      let text = Box([
        "ballast.certificate 1", "model \(SHA256.hexadecimal(of: Array(modelText.utf8)))",
        "objective \(best.objective)",
        "bound \(bound)", "choose \(choices.map(String.init).joined(separator: " "))",
      ])
      let sizes = order.groups.map { model.options(ofGroup: Int($0)).count }
      var lines = CertificateLines(groupSizes: sizes, resourceCount: model.resourceCount) { text.lines.append($0) }
      try lines.write(part)
      let hash = RunningHash()
      text.lines.forEach(hash.update)
      return (text.lines + ["end \(hash.hexadecimal)\n"]).joined(separator: "\n")
    }

    private final class Box {
      var lines: [String]
      init(_ lines: [String]) { self.lines = lines }
    }

    /// What is shown by another proof of the same model; `nil` when it is refused.
    func shown(by proof: [String]) -> Exact? {
      let head = certificate.split(separator: "\n").prefix(5).map(String.init)
      let text = (head + proof).joined(separator: "\n") + "\n"
      let signed = text + "end \(SHA256.hexadecimal(of: Array(text.utf8)))\n"
      return try? CertificateChecker(certificate: Self.handle(signed), model: Self.handle(model)).shownBound
    }

    /// Why it is refused; `nil` when it is not.
    var refusal: String? { Self.refusal(certificate, model) }

    static func refusal(_ certificate: String, _ model: String) -> String? {
      do throws(Refusal) {
        try CertificateChecker(certificate: handle(certificate), model: handle(model)).requireBound()
        return nil
      } catch {
        return error.reason
      }
    }

    private static func handle(_ text: String) -> FileHandle {
      let pipe = Pipe()
      DispatchQueue.global().async {
        pipe.fileHandleForWriting.write(Data(text.utf8))
        try? pipe.fileHandleForWriting.close()
      }
      return pipe.fileHandleForReading
    }
  }

  private func sample(seed: UInt64) throws -> Sample? {
    try Sample(seed: seed) { producer, optimum in
      switch seed % 3 {
      case 0: producer.blocks(depth: 2).map { .blocks($0) }
      case 1: .tree(producer.tree(cutoff: optimum + 20))
      default: producer.proof(cutoff: optimum + 20, depth: 2)
      }
    }
  }

  @Test(
    "show what the other checker finds in the same proof, or more, and nothing above the optimum", arguments: 1...600)
  func sameBound(seed: UInt64) throws {
    guard let sample = try sample(seed: seed) else { return }
    #expect(sample.refusal == nil)
  }

  @Test("show it of models without their impossible options, too", arguments: 1...300)
  func reduced(seed: UInt64) throws {
    let sample = try Sample(seed: seed) { producer, optimum in producer.reducedProof(cutoff: optimum + 20) }
    if let sample { #expect(sample.refusal == nil) }
  }

  @Test("drop below a cutoff only options that nothing cheaper has, and show nothing above the optimum")
  func dropped() throws {
    var count = 0
    for seed: UInt64 in 1...60 {
      let sample = try Sample(seed: seed) { producer, optimum in .tree(producer.tree(cutoff: optimum + 20)) }
      guard let sample, let fix = sample.certificate.split(separator: "\n").first(where: { $0.hasPrefix("fix ") })
      else { continue }
      let multipliers = fix.split(separator: " ").dropFirst(2).joined(separator: " ")
      for (number, option) in sample.options.enumerated() {
        let drop = ["drop \(sample.optimum + 20)", multipliers, "x\(number)"].filter { !$0.isEmpty }
        guard let shown = sample.shown(by: [drop.joined(separator: " "), "leaf"]) else { continue }
        count += 1
        #expect(shown <= Exact(sample.optimum))
        let cheaper = sample.cases.selections.filter { $0.objective < sample.optimum + 20 }
        #expect(!cheaper.contains { $0.selection.options.contains(option) })
      }
    }
    #expect(count > 20, "\(count)")
  }

  /// Selections, multipliers, costs, limits, digests, bounds.
  @Test("with one number changed by one are refused, in either file")
  func mutations() throws {
    var (count, random) = (0, SeededGenerator(seed: 5))
    for seed: UInt64 in 1...200 {
      guard let sample = try sample(seed: seed) else { continue }
      for _ in 0..<7 {
        let inModel = Bool.random(using: &random)
        let changed = Mutation.changed(inModel ? sample.model : sample.certificate, using: &random)
        let refusal =
          inModel ? Sample.refusal(sample.certificate, changed) : Sample.refusal(changed, sample.model)
        #expect(refusal != nil, "\(changed)")
        count += 1
      }
    }
    #expect(count > 1000, "\(count)")
  }

  /// Whoever changes a file on purpose writes new digests, too.
  @Test("with one number changed and new digests are refused or true still")
  func forgeries() throws {
    var (refused, random) = (0, SeededGenerator(seed: 6))
    for seed: UInt64 in 1...200 {
      guard let sample = try sample(seed: seed) else { continue }
      for _ in 0..<5 {
        let lines = sample.certificate.split(separator: "\n").dropLast()
        let text = lines.joined(separator: "\n") + "\n"
        let changed = Mutation.changed(text, using: &random)
        let forged = changed + "end \(SHA256.hexadecimal(of: Array(changed.utf8)))\n"
        if Sample.refusal(forged, sample.model) != nil {
          refused += 1
        } else {
          // A multiplier may change without changing what is shown; nothing else may.
          #expect(changed.split(separator: "\n").prefix(5) == text.split(separator: "\n").prefix(5), "\(changed)")
        }
      }
    }
    #expect(refused > 300, "\(refused)")
  }
}

/// One whole number of a text, one more or less.
enum Mutation {
  static func changed(_ text: String, using random: inout SeededGenerator) -> String {
    let numbers = text.ranges(of: #/-?[0-9]+/#).filter { Int128(text[$0]) != nil && text[$0].count < 20 }
    guard let range = numbers.randomElement(using: &random), let number = Int128(text[range]) else { return "" }
    return text.replacingCharacters(in: range, with: "\(number + (Bool.random(using: &random) ? 1 : -1))")
  }
}
