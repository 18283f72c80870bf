import Digest
import Foundation
import PlanDocument

/// Why a proof that a plan names cannot be used.
struct ProofFault: Error {
  let message: String
}

extension ProofReference {
  /// Names the proof by the digest of the bytes that will be written.
  init(_ document: ProofDocument) throws {
    var hash = SHA256()
    try document.forEachPiece { hash.update($0) }
    self.init(file: ProofDocument.fileName, sha256: hash.hexadecimal, document.proof)
  }

  /// The proof, if `read` finds it and it is the one that was meant.
  func document(_ read: (String) throws -> [UInt8]) throws(ProofFault) -> ProofDocument {
    guard isPlainName else { throw ProofFault(message: "The plan names its proof by more than a file name.") }
    let bytes: [UInt8]
    do { bytes = try read(file) } catch { throw ProofFault(message: "The proof cannot be read: \(error)") }
    guard SHA256.hexadecimal(of: bytes) == sha256 else {
      throw ProofFault(
        message: "\(file) is not the file that the plan names: its SHA-256 differs. Maybe it belongs to another plan.")
    }
    let document = try decoded(bytes)
    guard ProofReference(file: file, sha256: sha256, document.proof) == self else {
      throw ProofFault(message: "The plan states other numbers of cuts, cases or blocks than \(file) has.")
    }
    return document
  }

  /// A plan may come from anybody; it must not make us read elsewhere.
  private var isPlainName: Bool {
    !file.isEmpty && file != "." && file != ".." && !file.utf8.contains(UInt8(ascii: "/")) && !file.utf8.contains(0)
  }

  private func decoded(_ bytes: [UInt8]) throws(ProofFault) -> ProofDocument {
    do {
      return try ProofDocument.decoded(from: Data(bytes))
    } catch let error as UnknownProofFormat {
      throw ProofFault(
        message: "\(file) has the format \"\(error.format.prefix(60))\", version \(error.version); this version reads "
          + "\(ProofDocument.currentFormat), version \(ProofDocument.currentVersion).")
    } catch {
      throw ProofFault(
        message: "\(file) is not a proof. Maybe it was cut off or edited; `ballast plan` writes it again.")
    }
  }
}
