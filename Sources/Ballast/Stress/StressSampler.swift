import Compilation
import Foundation
import OptionModel
import PlanDocument
import Portfolio
import Solving

/// Draws efforts again and again and counts who is above the hard limit.
///
/// The effort of an account lies anywhere between its expected effort minus and plus the distance to its high effort, each
/// value as likely as any other, accounts independent of one another (the model of Bertsimas and Sim 2004, section 2). What
/// an account takes of somebody's hours grows in proportion.
struct StressSampler {
  /// The hours of one CSM in one period.
  private struct Cell {
    let csm: Int32
    let period: Int
    let planned: Int64
    let limit: Int64
    var surprises: [(account: Int, minutes: Double)] = []
    var overloaded = 0
    var worst: Double

    init(csm: Int32, period: Int, planned: Int64, limit: Int64) {
      (self.csm, self.period, self.planned, self.limit) = (csm, period, planned, limit)
      worst = Double(planned)
    }
  }

  private let portfolio: Portfolio
  private var cells: [Cell] = []
  private var overloaded: [Int32: Int] = [:]
  private var anybody = 0

  init(_ compiled: CompiledPlan, _ selection: Selection) {
    portfolio = compiled.portfolio
    let deviations = compiled.deviations(of: selection)
    let planned = compiled.model.loads(of: selection)
    for (resource, key) in compiled.meaning.resources.enumerated() {
      guard case .hours(let csm, let period) = key, let limit = compiled.policyLimit(ofResource: resource) else {
        continue
      }
      var cell = Cell(csm: csm, period: Int(period), planned: planned[resource], limit: limit)
      cell.surprises = (deviations[resource] ?? []).map { ($0.account, Double($0.minutes)) }
      cells.append(cell)
    }
  }

  /// O(samples x accounts x periods).
  mutating func document(samples: Int, seed: UInt64, robust: Int?) -> StressDocument {
    var generator = SeededGenerator(seed: seed)
    var shares = [Double](repeating: 0, count: portfolio.accounts.count)
    for _ in 0..<samples {
      for account in shares.indices { shares[account] = 2 * generator.fraction() - 1 }
      draw(shares)
    }
    let people = Dictionary(grouping: cells, by: \.csm).values.compactMap { person($0, robust) }
    return StressDocument(
      samples: samples, seed: seed, robust: robust, anybody: anybody,
      people: people.sorted { ($1.overloaded, $0.csm) < ($0.overloaded, $1.csm) })
  }

  private mutating func draw(_ shares: [Double]) {
    var above: Set<Int32> = []
    for index in cells.indices {
      let minutes = cells[index].surprises.reduce(Double(cells[index].planned)) { $0 + $1.minutes * shares[$1.account] }
      cells[index].worst = max(cells[index].worst, minutes)
      guard minutes > Double(cells[index].limit) else { continue }
      cells[index].overloaded += 1
      above.insert(cells[index].csm)
    }
    for csm in above { overloaded[csm, default: 0] += 1 }
    if !above.isEmpty { anybody += 1 }
  }

  private func person(_ cells: [Cell], _ robust: Int?) -> StressDocument.Person? {
    guard let cell = cells.max(by: { ($0.overloaded, $1.limit - $1.planned) < ($1.overloaded, $0.limit - $0.planned) })
    else { return nil }
    let csm = portfolio.csms[Int(cell.csm)]
    return StressDocument.Person(
      csm: csm.id, name: csm.displayName, overloaded: overloaded[cell.csm] ?? 0, period: cell.period,
      overloadedInPeriod: cell.overloaded, planned: cell.planned, limit: cell.limit,
      worst: Int64(cell.worst.rounded(.up)),
      promised: robust.map { promise($0, cell) })
  }

  /// Bertsimas and Sim 2004, proposition 2: exp(-G^2 / 2n) for n accounts. None where the plan is above the limit anyway.
  private func promise(_ robust: Int, _ cell: Cell) -> Double {
    guard !cell.surprises.isEmpty, cell.planned <= cell.limit else { return 1 }
    guard robust < cell.surprises.count else { return 0 }
    return exp(-Double(robust * robust) / Double(2 * cell.surprises.count))
  }
}
