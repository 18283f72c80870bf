import Compilation
import PlanDocument
public import Portfolio
public import Workspace

/// Says which rules cannot all hold and what the cheapest repair is; or, where they can, which hours are missing, which
/// overload no plan avoids, and what would help.
public struct Diagnoser {
  private let portfolio: Portfolio
  private let accountLines: [Int]
  private let csmLines: [Int]

  /// Without files: messages name no lines.
  public init(_ portfolio: Portfolio) {
    self.portfolio = portfolio
    (accountLines, csmLines) = ([], [])
  }

  /// `nil` when the workspace holds errors.
  public init?(_ workspace: LoadedWorkspace, agreements: [Agreement] = []) {
    guard var portfolio = workspace.portfolio else { return nil }
    portfolio.agreements = agreements
    self.portfolio = portfolio
    (accountLines, csmLines) = (workspace.accountLines, workspace.csmLines)
  }

  private var places: RulePlaces { RulePlaces(portfolio, accountLines: accountLines, csmLines: csmLines) }

  /// - Parameters:
  ///   - request: its time limit is for the whole diagnosis, a work limit for each search of it.
  ///   - interruption: ends it with what was found so far.
  /// - Throws: `UnusableInput`, or an internal failure of the solver.
  public func diagnose(
    _ request: PlanRequest = PlanRequest(), interruption: PlanInterruption = PlanInterruption()
  ) throws -> Diagnosis {
    let clock = DiagnosisClock(request, interruption)
    let reader = try ConflictReader(portfolio, places: places)
    var document = DiagnosisDocument(status: .clear, asOf: portfolio.asOf)
    let found = try reader.conflicts(clock.control(share: 0.5))
    document.conflicts = found.documents
    document.shortages = ShortageReader(lifted: reader.lifted).shortages()
    guard document.conflicts.isEmpty else {
      document.status = .conflict
      return try repaired(document, reader, request, clock)
    }
    guard found.isDecided, case .plan(let compiled) = try CompiledOutcome(portfolio) else {
      (document.status, document.isComplete) = (.undecided, false)
      return Diagnosis(document: document)
    }
    try findOverloads(&document, compiled, request, clock)
    return Diagnosis(document: document)
  }

  /// One sentence for each rule that collides, set after set; empty where none was found in time.
  func conflictSentences(_ request: PlanRequest, _ interruption: PlanInterruption) throws -> [String] {
    let clock = DiagnosisClock(request, interruption)
    return try ConflictReader(portfolio, places: places).conflicts(clock.control).documents.flatMap {
      $0.members.map(\.message)
    }
  }

  private func repaired(
    _ document: DiagnosisDocument, _ reader: ConflictReader, _ request: PlanRequest, _ clock: DiagnosisClock
  ) throws -> Diagnosis {
    let edits = PortfolioEdits(accountLines: accountLines, csmLines: csmLines)
    let repairs = RepairReader(lifted: reader.lifted, places: places, edits: edits, request: request)
    var diagnosis = Diagnosis(document: document)
    if let found = try repairs.repair(clock) {
      diagnosis.document.repair = found.document
      (diagnosis.repaired, diagnosis.edits) = (found.repaired, found.edits)
    }
    diagnosis.document.isComplete = !clock.isOver
    return diagnosis
  }

  private func findOverloads(
    _ document: inout DiagnosisDocument, _ compiled: CompiledPlan, _ request: PlanRequest, _ clock: DiagnosisClock
  ) throws {
    document.overloads = try OverloadReader(compiled: compiled, request: request).overloads(clock)
    let isShort = !document.shortages.isEmpty || document.overloads.contains { $0.atLeast > 0 }
    document.status = isShort ? .short : .clear
    if isShort || !document.overloads.isEmpty {
      document.gains = try GainReader(compiled: compiled, request: request).gains(clock)
    }
    document.isComplete = !clock.isOver
  }
}
