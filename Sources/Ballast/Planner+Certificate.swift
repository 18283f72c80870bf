import CertificateChecker
import Digest
public import Foundation
public import PlanDocument
import Portfolio
import Verification

/// Why no certificate can be written.
public struct CertificateFault: Error {
  public let messages: [String]
}

/// What a plan needs to be checked by anybody: an integer model, and a certificate that proves its bound.
public struct PlanProof {
  private let certificate: PlanCertificate
  private let proof: ProofDocument?
  /// What the plan claims, in micropoints.
  public let bound: Int64

  init(_ certificate: PlanCertificate, proof: ProofDocument?, bound: Int64) {
    (self.certificate, self.proof, self.bound) = (certificate, proof, bound)
  }

  /// Writes the model piece by piece. Returns its SHA-256.
  public func writeModel(_ body: ([UInt8]) throws -> Void) throws -> String {
    var hash = SHA256()
    try certificate.forEachPieceOfModel {
      hash.update($0)
      try body($0)
    }
    return hash.hexadecimal
  }

  /// Writes the certificate piece by piece.
  public func writeCertificate(
    modelDigest: String, bound: Int64, _ body: ([UInt8]) throws -> Void
  ) throws {
    try withoutActuallyEscaping(body) { body in
      try certificate.forEachLine(modelDigest: modelDigest, bound: bound, proof: proof) {
        try body(Array("\($0)\n".utf8))
      }
    }
  }
}

extension Planner {
  /// - Parameter readingProof: as of `verify`.
  /// - Throws: `CertificateFault` for a plan that claims no bound, is no plan of this data, or has lost its proof.
  public func proof(
    of document: PlanDocument, readingProof: (_ name: String) throws -> [UInt8]
  ) throws(CertificateFault) -> PlanProof {
    guard let bound = document.certifiedBound else {
      throw CertificateFault(messages: ["The plan claims no certified bound, so that there is nothing to certify."])
    }
    let proof: ProofDocument?
    do throws(ProofFault) {
      if let reference = document.proof { proof = try reference.document(readingProof) } else { proof = nil }
    } catch {
      throw CertificateFault(messages: [error.message])
    }
    return PlanProof(try certificate(of: document), proof: proof, bound: bound.micropoints)
  }

  /// Checks a certificate by code that shares nothing with what made it; where a plan is given, also whether it is that
  /// of the plan: the same input files, the same model, derived from the portfolio anew, the same assignments, objective
  /// and bound.
  public func check(
    certificate: FileHandle, model: FileHandle, of document: PlanDocument
  ) -> [CheckDocument] {
    let (check, found) = CertificateChecker.examined(certificate, model)
    guard let found else { return [check] }
    var messages: [String]
    do throws(CertificateFault) {
      let own = try self.certificate(of: document)
      messages = (try? own.differences(from: found)) ?? ["The model cannot be derived from the data."]
    } catch {
      messages = error.messages
    }
    if messages.isEmpty {
      let same = "inputs, model, assignments, objective and bound are those of the plan"
      return [check, CheckDocument(name: "certificate and plan", passed: true, details: [same])]
    }
    return [check, CheckDocument(name: "certificate and plan", passed: false, details: messages)]
  }

  /// Checks a certificate without a plan.
  public static func check(certificate: FileHandle, model: FileHandle) -> CheckDocument {
    CertificateChecker.examined(certificate, model).check
  }

  /// The bound in micropoints that a certificate shows, whatever it claims; `nil` when it is refused for another reason.
  public static func shownBound(certificate: FileHandle, model: FileHandle) -> Int64? {
    (try? CertificateChecker(certificate: certificate, model: model)).flatMap { Int64(exactly: $0.shownBound.value) }
  }

  private func certificate(of document: PlanDocument) throws(CertificateFault) -> PlanCertificate {
    var agreed = portfolio
    agreed.agreements = document.agreements ?? []
    do throws(NoCertificate) {
      return try PlanCertificate(agreed, document)
    } catch {
      switch error {
      case .noModel: throw CertificateFault(messages: ["The data give no well-formed model."])
      case .badPlan(let messages): throw CertificateFault(messages: messages)
      }
    }
  }
}

extension CertificateChecker {
  /// The certificate where nothing is wrong with it, and what is to be said.
  fileprivate static func examined(
    _ certificate: FileHandle, _ model: FileHandle
  ) -> (check: CheckDocument, found: CertificateChecker?) {
    let name = "certificate"
    do throws(Refusal) {
      let checker = try CertificateChecker(certificate: certificate, model: model)
      try checker.requireBound()
      let objective = PointsValue(micropoints: Int64(clamping: checker.objective.value))
      let bound = PointsValue(micropoints: Int64(clamping: checker.bound.value))
      let gap = PointsValue(micropoints: objective.micropoints - bound.micropoints)
      let details = "feasible, \(objective.hourText); no plan costs less than \(bound.hourText); gap \(gap.hourText)"
      return (CheckDocument(name: name, passed: true, details: [details]), checker)
    } catch {
      return (CheckDocument(name: name, passed: false, details: [error.reason]), nil)
    }
  }
}

extension PointsValue {
  fileprivate var hourText: String { "\((points.hours * 100).rounded() / 100) h" }
}
