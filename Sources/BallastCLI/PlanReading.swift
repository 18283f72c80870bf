import ArgumentParser
import Foundation
import PlanDocument
import Workspace

/// Reads a plan file with a cap on its size; a plan that cannot be read ends the command with 65.
struct PlanReading {
  let console: Console

  /// A plan of 100,000 accounts has about 200 MB.
  static let sizeLimit = 1 << 30

  func read(_ path: String) throws -> PlanDocument {
    let bytes = try console.reporting { try CappedFile.bytes(at: path, limit: PlanReading.sizeLimit) }
    do {
      return try PlanDocument.decoded(from: Data(bytes))
    } catch let error as UnknownPlanSchema {
      console.message("\(path) has the schema \"\(error.schema.prefix(60))\".\n")
      console.message("Maybe it was written by another version; this one reads \(PlanDocument.currentSchema).\n")
    } catch let error as DecodingError {
      console.message("\(path) is not a plan: \(PlanReading.words(for: error))\n")
      console.message("Maybe the file was cut off or edited; `ballast plan` writes it again.\n")
    }
    throw ExitStatus.data
  }

  /// The folder a plan names, as seen from where the command runs; else the one above the plan.
  func workspace(of document: PlanDocument, at path: String) throws -> String {
    let folder = (path as NSString).deletingLastPathComponent
    let candidates = [document.run.workspace, folder.isEmpty ? ".." : "\(folder)/.."]
    let isThere = { (folder: String) in
      FileManager.default.fileExists(atPath: "\(folder)/\(WorkspaceReader.accountsFile)")
    }
    if let found = candidates.first(where: isThere) { return found }
    console.message("The workspace that \(path) was made from is not where it was.\nMaybe name it with --data DIR.\n")
    throw ExitStatus.inputMissing
  }

  private static func words(for error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, let context): "\"\(place(context, key))\" is missing."
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      "\(place(context, nil)): \(context.debugDescription)"
    @unknown default: "it cannot be read."
    }
  }

  private static func place(_ context: DecodingError.Context, _ key: (any CodingKey)?) -> String {
    let keys = (context.codingPath + (key.map { [$0] } ?? [])).map { $0.intValue.map(String.init) ?? $0.stringValue }
    return keys.isEmpty ? "the document" : keys.joined(separator: ".")
  }
}
