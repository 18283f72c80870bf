package import CertificateChecker
import Digest
import OptionModel
package import PlanDocument
package import Portfolio

/// Writes the certificate of a plan and the integer model it is about, and tells whether a certificate belongs to a
/// plan. The model is derived from the portfolio without the compiler.
package struct PlanCertificate {
  private let document: PlanDocument
  private let rederived: RederivedModel
  private let order: ModelOrder
  private let file: ModelFile
  /// By group, in the order of the model file: the place of the option chosen.
  private let choices: [Int]

  /// - Throws: `NoCertificate`.
  package init(_ portfolio: Portfolio, _ document: PlanDocument) throws(NoCertificate) {
    let rules = Rederivation(portfolio)
    guard let rederived = try? RederivedModel(rules) else { throw .noModel }
    (self.document, self.rederived) = (document, rederived)
    order = ModelOrder(
      rederived.model, rederived.meaning, resourceNames: rederived.meaning.resources.map(rules.name(of:)))
    file = Self.file(rederived, order, rules)
    var report = AuditReport()
    guard let chosen = PlanAuditor(portfolio).choices(of: document, &report)?.periods else {
      throw .badPlan(report.findings.map(\.message))
    }
    choices = try Self.places(of: chosen, rederived, order)
  }

  private static func places(
    of chosen: [PlannedOption], _ rederived: RederivedModel, _ order: ModelOrder
  ) throws(NoCertificate) -> [Int] {
    var (places, start) = ([Int](), 0)
    for group in order.groups {
      let end = start + rederived.model.options(ofGroup: Int(group)).count
      let own = order.options[start..<end].map { rederived.meaning.options[Int($0)] }
      let wanted = chosen[Int(group)]
      let found = own.firstIndex { $0.kind == wanted.kind && $0.csm == wanted.csm && $0.period == wanted.period }
      guard let found else { throw .badPlan(["An assignment is no option of the model."]) }
      places.append(found)
      start = end
    }
    return places
  }

  private static func file(_ rederived: RederivedModel, _ order: ModelOrder, _ rules: Rederivation) -> ModelFile {
    ModelFile(
      model: rederived.model, order: order,
      groupWords: { group in
        rederived.meaning.members(ofGroup: group).map { ModelFile.word(rules.accounts[Int($0)].id) }
          .joined(separator: " ")
      },
      optionWord: { place in
        let option = rederived.meaning.options[place]
        let csm = option.csm >= 0 ? ModelFile.word(rules.csms[Int(option.csm)].id) : ""
        return switch option.kind {
        case .stay: "stay"
        case .unassigned: "unassigned"
        case .handoff: "handoff/\(csm)/\(option.period)"
        case .assign: "assign/\(csm)/\(option.period)"
        case .cover: "cover/\(csm)"
        }
      })
  }

  /// Hands over the model file piece by piece.
  package func forEachPieceOfModel(_ body: ([UInt8]) throws -> Void) throws { try file.forEachPiece(body) }

  /// Hands over the certificate line by line. Without a proof, the bound follows from the multipliers of the plan.
  package func forEachLine(
    modelDigest: String, bound: Int64, proof: ProofDocument?, _ write: @escaping (String) throws -> Void
  ) throws {
    let hash = RunningHash()
    let body = { (line: String) in
      hash.update(line)
      try write(line)
    }
    try body("ballast.certificate 1")
    for (name, digest) in document.inputs.sorted(by: { $0.key < $1.key }) {
      try body("input \(ModelFile.word(name)) \(digest)")
    }
    try body("model \(modelDigest)")
    try body("objective \(document.objective.micropoints)")
    try body("bound \(bound)")
    try body((["choose"] + choices.map { "\($0)" }).joined(separator: " "))
    let sizes = order.groups.map { rederived.model.options(ofGroup: Int($0)).count }
    var lines = CertificateLines(groupSizes: sizes, resourceCount: rederived.model.resourceCount, body)
    try lines.write(proof?.proof ?? multipliers)
    try write("end \(hash.hexadecimal)")
  }

  private var multipliers: ProofPart {
    let values = document.multipliers.reduce(into: [String: Int64]()) { $0[$1.resource] = $1.value }
    return .multipliers(NumberedValues(positions: order.resourceNames.map { values[$0] ?? 0 }))
  }

  /// What of a certificate is not that of this plan.
  package func differences(from certificate: CertificateChecker) throws -> [String] {
    var hash = SHA256()
    try file.forEachPiece { hash.update($0) }
    let inputs = Dictionary(uniqueKeysWithValues: document.inputs.map { (ModelFile.word($0.key), $0.value) })
    let bound = (document.certifiedBound?.micropoints).map { Exact($0) }
    let checks: [(Bool, String)] = [
      (certificate.inputs == inputs, "The certificate is about other input files than the plan."),
      (
        certificate.modelDigest == hash.hexadecimal,
        "The certificate is about another model than follows from the data."
      ),
      (certificate.choices == choices, "The certificate chooses otherwise than the plan."),
      (
        certificate.objective == Exact(document.objective.micropoints),
        "The certificate has another objective than the plan."
      ),
      (bound.map { $0 <= certificate.bound } ?? true, "The certificate shows less than the bound of the plan."),
    ]
    return checks.filter { !$0.0 }.map(\.1)
  }
}

/// Why a plan has no certificate.
package enum NoCertificate: Error {
  case noModel
  case badPlan([String])
}

/// The digest of the lines written so far.
final class RunningHash {
  private var hash = SHA256()

  func update(_ line: String) { hash.update(Array("\(line)\n".utf8)) }

  var hexadecimal: String { hash.hexadecimal }
}
