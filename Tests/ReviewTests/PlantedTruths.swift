import BallastProcess
import Foundation
import PlanDocument
import Portfolio
import Review
import Workspace

/// What was planted in `scenarios/silent-and-slipping`, or in a workspace that its script writes, and what the review finds.
struct PlantedTruths {
  struct Score: Equatable, CustomStringConvertible {
    var planted = 0
    var found = 0
    var right = 0

    var precision: String { "\(right) of \(found)" }
    var recall: String { "\(right) of \(planted)" }
    var description: String { "\(planted) planted, \(found) found, \(right) right" }

    mutating func add(_ other: Score) {
      planted += other.planted
      found += other.found
      right += other.right
    }
  }

  static let stories = ["silent-leaver", "silent-healthy", "in-transition", "under-served-grower", "concentration"]

  private let truths: [String: Set<String>]
  private let document: ReviewDocument

  init(_ folder: String) throws {
    let reader = WorkspaceReader(directory: folder, activities: "\(folder)/activity.csv")
    let workspace = try reader.read(asOf: nil, today: CalendarDate(dayNumber: 20_000))
    guard let portfolio = workspace.portfolio else { throw CocoaError(.fileReadCorruptFile) }
    document = Reviewer(ReviewInput(portfolio: portfolio, activities: workspace.activities)).review()
    let rows = try String(contentsOfFile: "\(folder)/truths.csv", encoding: .utf8).split(separator: "\n").dropFirst()
    let pairs = rows.map { $0.split(separator: ",").map(String.init) }
    truths = Dictionary(grouping: pairs, by: { $0[0] }).mapValues { Set($0.map { $0[1] }) }
  }

  func score(_ story: String) -> Score {
    let (planted, found) = (truths[story] ?? [], found(story))
    return Score(planted: planted.count, found: found.count, right: planted.intersection(found).count)
  }

  /// What a reader of the lists would call by the name of the story.
  private func found(_ story: String) -> Set<String> {
    switch story {
    case "silent-leaver": accounts { $0.kind == .silent && $0.cause == ReviewCause.leaving.rawValue }
    case "silent-healthy": accounts { $0.kind == .silent && $0.cause == ReviewCause.healthy.rawValue }
    case "in-transition": accounts { $0.kind == .transition }
    case "under-served-grower": accounts { $0.kind == .underServed }.intersection(growers)
    default:
      Set(
        document.findings.filter { $0.kind == .concentration }.compactMap(\.segment).map {
          "\($0.dimension.rawValue)=\($0.value)"
        })
    }
  }

  private func accounts(_ isWanted: (ReviewFinding) -> Bool) -> Set<String> {
    Set(document.findings.filter(isWanted).compactMap(\.account))
  }

  private var growers: Set<String> { Set(document.accounts.filter { $0.posture == .grow }.map(\.account)) }
}
