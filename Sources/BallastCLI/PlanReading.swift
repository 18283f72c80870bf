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

  /// The folder a plan names: as it is when absolute, else seen from where the command runs, else from the plan.
  static func workspace(of document: PlanDocument, at path: String) -> String {
    let named = document.run.workspace
    if named.hasPrefix("/") || FileManager.default.fileExists(atPath: named + "/accounts.csv") { return named }
    return (path as NSString).deletingLastPathComponent + "/.."
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
