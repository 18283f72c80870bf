import Ballast
import Foundation
import PlanDocument
import Workspace

/// A certificate and the model file beside it.
struct CertificateFiles {
  let certificate: String
  let model: String

  init(folder: String) { self.init(certificate: "\(folder)/certificate.txt") }

  init(certificate: String) {
    self.certificate = certificate
    let name = certificate as NSString
    model = "\(name.deletingPathExtension)-model.\(name.pathExtension.isEmpty ? "txt" : name.pathExtension)"
  }

  /// Writes both and checks what was written; files that do not pass are removed.
  func write(_ proof: PlanProof, inputs: String) throws -> CheckDocument {
    for path in [certificate, model] { try OutputFiles.refuse(path, ifInputIn: inputs) }
    try OutputFiles.createFolder((certificate as NSString).deletingLastPathComponent)
    let set = AtomicFileSet()
    let modelFile = try set.add(path: model)
    let digest = try proof.writeModel { try modelFile.write($0) }
    try modelFile.prepare()
    try write(proof, digest, bound: proof.bound, set)
    var check = try withFiles { Planner.check(certificate: $0, model: $1) }
    // The proof may show more than the plan claims.
    if !check.passed, let shown = try withFiles({ Planner.shownBound(certificate: $0, model: $1) }), shown > proof.bound
    {
      try write(proof, digest, bound: shown, AtomicFileSet())
      check = try withFiles { Planner.check(certificate: $0, model: $1) }
    }
    if !check.passed { for path in [certificate, model] { unlink(path) } }
    return check
  }

  private func write(_ proof: PlanProof, _ digest: String, bound: Int64, _ set: AtomicFileSet) throws {
    let file = try set.add(path: certificate)
    try proof.writeCertificate(modelDigest: digest, bound: bound) { try file.write($0) }
    try set.commit()
  }

  /// - Throws: `WorkspaceError` when one of them cannot be read.
  func withFiles<Result>(_ body: (_ certificate: FileHandle, _ model: FileHandle) throws -> Result) throws -> Result {
    let handles = try [certificate, model].map { path in
      guard let handle = FileHandle(forReadingAtPath: path) else {
        throw WorkspaceError.missing(path: path)
      }
      return handle
    }
    defer { for handle in handles { try? handle.close() } }
    return try body(handles[0], handles[1])
  }
}
