import BallastProcess
import Foundation
import PlanDocument
import Portfolio
import Reports
import Sweeps
import Testing
import Workspace

/// A workspace of three CSMs and five accounts in `book`, and a grid over it in `sweeps/grid.yaml`.
struct SweepWorkspace {
  let folder: TemporaryFolder

  static let accounts = """
    account_id,account_name,tier,region,csm_id,arr,effort_hours
    A1,Amber Mills,gold,EMEA,ann,240000,50
    A2,Birch Foods,gold,EMEA,ann,60000,40
    A3,Cedar Labs,silver,EMEA,ann,75000,30
    A4,Dune Travel,silver,EMEA,ben,90000,25
    A5,Elm Press,silver,AMER,,20000,10

    """
  static let csms = """
    csm_id,name,regions,capacity_hours
    ann,Ann,EMEA,100
    ben,Ben,EMEA;AMER,100
    cleo,Cleo,AMER,100

    """
  static let policy = """
    version: 1
    horizon: { start: 2027-01-04, periods: 2, period: month }
    eligibility: { region: ban }
    handoffs:
      moments:
        - { id: open-month, event: any, price: 60 }

    """
  static let head = "name: Test\nworkspace: ../book\nwork: 2000\ngap_percent: 0\n"

  /// Two by three by two.
  static let axes = """
    axes:
      - { name: who leaves, remove: [none, ann], on: 2027-02-15 }
      - { name: gold effort, grow: effort_hours, where: { tier: gold }, factors: { from: 0.8, to: 1.2, step: 0.2 } }
      - { name: most accounts, policy: books.max_accounts, values: [2, 4] }

    """

  init(grid: String = SweepWorkspace.head + SweepWorkspace.axes) throws {
    folder = try TemporaryFolder()
    try folder.write("book/accounts.csv", SweepWorkspace.accounts)
    try folder.write("book/csms.csv", SweepWorkspace.csms)
    try folder.write("book/ballast.yaml", SweepWorkspace.policy)
    try folder.write("sweeps/grid.yaml", grid)
  }

  func loaded() throws -> LoadedSweep {
    try SweepGridReader(path: folder.file("sweeps/grid.yaml"))
      .read(asOf: nil, today: CalendarDate(year: 2026, month: 12, day: 1) ?? CalendarDate(dayNumber: 0))
  }

  func grid() throws -> SweepGrid {
    let loaded = try loaded()
    return try #require(loaded.grid, "\(loaded.issues)")
  }

  func sweep() throws -> SweepFile { try SweepFile(grid()) }

  /// The folder of results, made ready for the sweep.
  func results(_ sweep: SweepFile, _ name: String = "results") throws -> SweepFolder {
    let results = SweepFolder(folder.file(name))
    _ = try results.prepare(for: sweep)
    return results
  }

  static func runner(_ results: SweepFolder) -> SweepRunner {
    SweepRunner(results, data: nil) { ComparedPlan.Facts($0) }
  }

  /// Computes units; returns those that were not there already.
  @discardableResult
  static func run(_ sweep: SweepFile, _ indices: [Int], into results: SweepFolder) throws -> [Int] {
    try indices.filter { index in
      guard case .computed = try runner(results).run(sweep.unit(index)) else { return false }
      return true
    }
  }

  func bytes(_ results: SweepFolder, _ index: Int) throws -> Data {
    try Data(contentsOf: URL(filePath: results.partPath(index)))
  }
}
