import Foundation
import PlanDocument
import Portfolio
import Workspace

/// Reads the review of the night before. One that is damaged, foreign or from another day than before ends the command,
/// and nothing is written: comparing with nothing would call everything new.
struct PreviousReview {
  private static let file = "review.json"

  let console: Console

  /// - Parameter path: `review.json`, or the folder that holds it.
  func read(_ path: String, asOf: CalendarDate, mask: String?) throws -> ReviewDocument {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    let file = isThere && isFolder.boolValue ? "\(path)/\(PreviousReview.file)" : path
    let bytes = try console.reporting { try CappedFile.bytes(at: file, limit: PlanReading.sizeLimit) }
    guard let review = try? JSONDecoder().decode(ReviewDocument.self, from: Data(bytes)),
      review.schema == ReviewDocument.currentSchema
    else {
      console.message("\(file) is no review that this version reads (\(ReviewDocument.currentSchema)).\n")
      console.message("Maybe it was cut off, or is another file; nothing was written. Without --previous all is new.\n")
      throw ExitStatus.data
    }
    try MaskMatch.require(review.inputs, of: file, mask, console)
    guard review.asOf <= asOf else {
      console.message("\(file) looks at \(review.asOf), after \(asOf), which this review looks at.\n")
      console.message("Maybe give a later --as-of; nothing was written.\n")
      throw ExitStatus.data
    }
    return review
  }
}
